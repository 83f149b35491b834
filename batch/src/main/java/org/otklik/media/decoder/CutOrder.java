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
 * @param heightPx of the cut, even
 * @param dissolveFrames how long one shot becomes the next; 0: at once. The cut is shorter by it
 * @param card absolute path of a PNG of the cut's size that is shown last; empty for none
 * @param cardFrames how long
 */
public record CutOrder(
    List<Shot> shots,
    int rateNumerator,
    int rateDenominator,
    int widthPx,
    int heightPx,
    int dissolveFrames,
    String card,
    int cardFrames) {
  /** No cut at all. */
  public static final CutOrder NONE = new CutOrder(List.of(), 1, 1, 0, 0, 0, "", 0);

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
        in.readInt());
  }
}
