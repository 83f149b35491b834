package org.otklik.report.branding;

/**
 * How reports of a client look.
 *
 * @param logo PNG of at most 1280 px; null: none
 * @param cover a picture for the cover, JPEG of at most 1280 px; null: of the creative
 * @param coverText a line at the foot of the cover; null: none
 */
public record ReportBranding(Palette palette, byte[] logo, byte[] cover, String coverText) {
  public static final ReportBranding STANDARD =
      new ReportBranding(Palette.STANDARD, null, null, null);
}
