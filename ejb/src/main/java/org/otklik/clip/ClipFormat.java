package org.otklik.clip;

import java.awt.Dimension;

/** What a clip is written as. */
public enum ClipFormat {
  /** With sound, at the creative's own frame rate. */
  MP4("video/mp4", 60_000, 1280),
  /** Small and without sound, for slides and messengers. */
  GIF("image/gif", 10_000, 480);

  /** Of a panel to the clip's width, and to its picture's height. */
  private static final double PANEL_SHARE = 0.24;

  private final String mediaType;
  private final int maxMs;
  private final int maxSidePx;

  ClipFormat(String mediaType, int maxMs, int maxSidePx) {
    this.mediaType = mediaType;
    this.maxMs = maxMs;
    this.maxSidePx = maxSidePx;
  }

  public String mediaType() {
    return mediaType;
  }

  /** How long a clip may be. */
  public int maxMs() {
    return maxMs;
  }

  /** Of the creative's picture in the clip; even sides, never larger than it is. */
  Dimension size(int widthPx, int heightPx) {
    double scale = Math.min(1, (double) maxSidePx / Math.max(widthPx, heightPx));
    return new Dimension(even(widthPx * scale), even(heightPx * scale));
  }

  /** Of the curve beneath. */
  static int panelHeightPx(Dimension size) {
    return even(PANEL_SHARE * Math.max(size.width, size.height * 0.5));
  }

  private static int even(double px) {
    return Math.max(2, (int) Math.round(px / 2) * 2);
  }
}
