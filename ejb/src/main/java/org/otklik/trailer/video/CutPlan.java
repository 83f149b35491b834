package org.otklik.trailer.video;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.otklik.campaign.Creative;
import org.otklik.trailer.Shot;
import org.otklik.trailer.exchange.FrameRate;

/**
 * A trailer's video in frames.
 *
 * @param creativeSha256 key of the creative's video in the media store
 * @param dissolveFrames at each cut
 * @param closingFrames of the card at the end
 * @param closingText on the card; may be null
 * @param closingLogo whether the client's logo is on the card
 */
public record CutPlan(
    UUID creativeId,
    String creativeSha256,
    FrameRate rate,
    Dimension size,
    Dimension creativeSize,
    List<CutShot> shots,
    int dissolveFrames,
    int closingFrames,
    String closingText,
    boolean closingLogo) {
  /** Screens are seldom faster, and slow motion is recorded with more. */
  private static final int MAX_HZ = 60;

  private static final int DISSOLVE_MS = 400;

  /** So that a whole shot is never only a dissolve. */
  private static final int MIN_SHARE = 3;

  private static final int CARD_MS = 2_000;

  /**
   * Frames of the creative.
   *
   * @param end the frame behind the last
   */
  public record CutShot(int begin, int end) {
    public int length() {
      return end - begin;
    }
  }

  static CutPlan of(Creative creative, List<Shot> shots, TrailerVideoRequest request) {
    double hz = creative.frameRate();
    while (Math.round(hz) > MAX_HZ) {
      hz /= 2;
    }
    FrameRate rate = FrameRate.of(hz);
    List<CutShot> cut = new ArrayList<>();
    int shortest = Integer.MAX_VALUE;
    for (Shot shot : shots) {
      int begin = rate.frame(shot.beginMs());
      CutShot one = new CutShot(begin, Math.max(begin + 1, rate.frame(shot.endMs())));
      cut.add(one);
      shortest = Math.min(shortest, one.length());
    }
    return new CutPlan(
        creative.publicId(),
        creative.mediaSha256(),
        rate,
        request.shape().within(creative.widthPx(), creative.heightPx()),
        new Dimension(creative.widthPx(), creative.heightPx()),
        cut,
        request.dissolves() ? Math.min(rate.frame(DISSOLVE_MS), shortest / MIN_SHARE) : 0,
        request.closingText() == null && !request.closingLogo() ? 0 : rate.frame(CARD_MS),
        request.closingText(),
        request.closingLogo());
  }

  /** Whether a part of the creative's picture is left out. */
  public boolean isCropped() {
    return Math.abs(
            size.getWidth() / size.getHeight() / creativeSize.getWidth() * creativeSize.getHeight()
                - 1)
        > 0.01;
  }

  /** Of the whole video. */
  public int frames() {
    return shots.stream().mapToInt(CutShot::length).sum()
        - dissolveFrames * (shots.size() - 1)
        + closingFrames;
  }

  public int lengthMs() {
    return (int) Math.round(1000 * frames() / rate.perSecond());
  }
}
