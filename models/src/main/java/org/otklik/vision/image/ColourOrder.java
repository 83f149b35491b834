package org.otklik.vision.image;

/** The order of a model's input channels. A detector fed with the wrong one finds fewer faces. */
public enum ColourOrder {
  BGR(3),
  RGB(3),
  /** 0.299 R + 0.587 G + 0.114 B, the luma of ITU-R BT.601. */
  GREY(1);

  private final int channels;

  ColourOrder(int channels) {
    this.channels = channels;
  }

  public int channels() {
    return channels;
  }
}
