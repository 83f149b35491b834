package org.otklik.media.decoder;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How a video is to be cut into another one.
 *
 * @param shots in the order of the cut, at least one
 * @param rateNumerator frames last {@code rateDenominator / rateNumerator} seconds, in the video
 *     and in the cut
 * @param widthPx of the cut, even
 * @param heightPx of the cut without its panel, even
 * @param dissolveFrames how long one shot becomes the next; 0: at once. The cut is shorter by it
 * @param card absolute path of a PNG of the cut's size that is shown last; empty for none
 * @param cardFrames how long
 * @param panel beneath all frames
 * @param isGif whether an animated GIF is written, without sound, instead of MP4; of one shot
 */
public record CutOrder(
    List<Shot> shots,
    int rateNumerator,
    int rateDenominator,
    int widthPx,
    int heightPx,
    int dissolveFrames,
    String card,
    int cardFrames,
    Panel panel,
    boolean isGif) {
  /** No cut at all. */
  public static final CutOrder NONE = new CutOrder(List.of(), 1, 1, 0, 0, 0, "", 0);

  /** Without a panel, as MP4. */
  public CutOrder(
      List<Shot> shots,
      int rateNumerator,
      int rateDenominator,
      int widthPx,
      int heightPx,
      int dissolveFrames,
      String card,
      int cardFrames) {
    this(
        shots,
        rateNumerator,
        rateDenominator,
        widthPx,
        heightPx,
        dissolveFrames,
        card,
        cardFrames,
        Panel.NONE,
        false);
  }

  /**
   * What stands beneath every frame, with a line that goes from its left to its right end while the
   * cut is played.
   *
   * @param path absolute path of a PNG of the cut's width; empty for no panel
   * @param heightPx of the PNG, even; the written video is higher by it
   * @param leftPx where the line begins
   * @param rightPx where it ends
   */
  public record Panel(String path, int heightPx, int leftPx, int rightPx) {
    public static final Panel NONE = new Panel("", 0, 0, 0);

    public boolean isThere() {
      return heightPx > 0;
    }
  }

  /**
   * Frames from the video's beginning.
   *
   * @param begin the first one
   * @param end the one behind the last
   * @param centreX what the picture is cropped around: 0 its left edge, 1 its right one
   * @param centreY 0 its upper edge, 1 its lower one
   */
  public record Shot(int begin, int end, double centreX, double centreY) {
    public int length() {
      return end - begin;
    }
  }

  /** All frames of the cut. */
  public int frames() {
    return shots.stream().mapToInt(Shot::length).sum()
        - dissolveFrames * (shots.size() - 1)
        + cardFrames;
  }

  /** Of what is written. */
  public int wholeHeightPx() {
    return heightPx + panel.heightPx;
  }

  /** When a frame begins, in microseconds. */
  public long timeUs(int frame) {
    return Math.round(1e6 * frame * rateDenominator / rateNumerator);
  }

  void writeTo(DataOutputStream out) throws IOException {
    out.writeInt(shots.size());
    for (Shot shot : shots) {
      out.writeInt(shot.begin);
      out.writeInt(shot.end);
      out.writeDouble(shot.centreX);
      out.writeDouble(shot.centreY);
    }
    out.writeInt(rateNumerator);
    out.writeInt(rateDenominator);
    out.writeInt(widthPx);
    out.writeInt(heightPx);
    out.writeInt(dissolveFrames);
    out.writeUTF(card);
    out.writeInt(cardFrames);
    out.writeUTF(panel.path);
    out.writeInt(panel.heightPx);
    out.writeInt(panel.leftPx);
    out.writeInt(panel.rightPx);
    out.writeBoolean(isGif);
  }

  static CutOrder readFrom(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<Shot> shots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      shots.add(new Shot(in.readInt(), in.readInt(), in.readDouble(), in.readDouble()));
    }
    return new CutOrder(
        shots,
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readUTF(),
        in.readInt(),
        new Panel(in.readUTF(), in.readInt(), in.readInt(), in.readInt()),
        in.readBoolean());
  }
}
