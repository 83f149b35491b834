package org.otklik.clip;

import java.awt.Dimension;
import java.util.Locale;
import java.util.UUID;
import org.otklik.analysis.group.ViewerSegment;
import org.otklik.campaign.Creative;
import org.otklik.trailer.exchange.FrameRate;

/**
 * A clip in frames.
 *
 * @param creativeSha256 key of the creative's video in the media store
 * @param beginFrame of the creative, by the clip's rate
 * @param endFrame the one behind the last
 * @param rateNumerator so many frames last {@code rateDenominator} seconds
 * @param size of the creative's picture in the clip
 * @param panelHeightPx of the curve beneath it
 * @param viewers whose curve it is
 * @param locale of the curve's words
 */
public record ClipPlan(
    UUID creativeId,
    String creativeSha256,
    ClipFormat format,
    int beginMs,
    int endMs,
    int beginFrame,
    int endFrame,
    int rateNumerator,
    int rateDenominator,
    Dimension size,
    int panelHeightPx,
    ViewerSegment viewers,
    Locale locale) {
  /** Screens are seldom faster. */
  private static final int MAX_HZ = 60;

  /** 12.5 Hz: a frame lasts 8 of a GIF's hundredths of a second. */
  private static final int GIF_FRAMES = 25;

  private static final int GIF_SECONDS = 2;

  static ClipPlan of(
      Creative creative,
      int beginMs,
      int endMs,
      ClipFormat format,
      ViewerSegment viewers,
      Locale locale) {
    int numerator = GIF_FRAMES;
    int denominator = GIF_SECONDS;
    if (format == ClipFormat.MP4) {
      double hz = creative.frameRate();
      while (Math.round(hz) > MAX_HZ) {
        hz /= 2;
      }
      FrameRate rate = FrameRate.of(hz);
      numerator = rate.denominator(); // of a frame, which lasts the other way round
      denominator = rate.numerator();
    }
    double perSecond = (double) numerator / denominator;
    int begin = (int) Math.round(beginMs * perSecond / 1000);
    int end = Math.max(begin + 1, (int) Math.round(endMs * perSecond / 1000));
    Dimension size = format.size(creative.widthPx(), creative.heightPx());
    return new ClipPlan(
        creative.publicId(),
        creative.mediaSha256(),
        format,
        beginMs,
        endMs,
        begin,
        end,
        numerator,
        denominator,
        size,
        ClipFormat.panelHeightPx(size),
        viewers,
        locale);
  }

  public int frames() {
    return endFrame - beginFrame;
  }

  /** Of the clip, the curve counted in. */
  public int heightPx() {
    return size.height + panelHeightPx;
  }
}
