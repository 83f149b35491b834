package org.otklik.report.page.section;

import java.util.List;
import java.util.Map;
import org.otklik.report.drawing.CurveDrawing;
import org.otklik.report.figures.CreativeFigures;

/** The curve over the creative's time with the ad's frames beneath. */
public final class CurveSection {

  private CurveSection() {}

  public static Section of(CreativePages pages) {
    CreativeFigures creative = pages.creative();
    CurveDrawing curve =
        new CurveDrawing(
            creative.curve(),
            creative.moments(),
            pages.pictures(),
            creative.seconds(),
            pages.wording());
    return new Section(
        "curve", Map.of("title", pages.title("curve.title"), "curve", curve), List.of());
  }
}
