package org.otklik.report.drawing;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Locale;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontUtil;

/**
 * The typeface of the whole report: DejaVu Sans Condensed, from the JasperReports font extension,
 * so that no page depends on the fonts of the machine.
 */
public final class ReportFont {

  static final String FAMILY = "DejaVu Sans Condensed";
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  private ReportFont() {}

  public static Font of(float sizePt, boolean bold) {
    return FontUtil.getInstance(DefaultJasperReportsContext.getInstance())
        .getAwtFontFromBundles(FAMILY, bold ? Font.BOLD : Font.PLAIN, sizePt, Locale.ROOT, false);
  }

  public static double widthPt(String text, Font font) {
    return font.getStringBounds(text, EXACT).getWidth();
  }

  /** Whether the typeface can show a code point. */
  public static boolean hasGlyph(int codePoint) {
    return of(10, false).canDisplay(codePoint);
  }
}
