package org.otklik.report.page.section;

import java.util.List;
import java.util.Map;
import org.otklik.report.drawing.CurveDrawing;
import org.otklik.report.drawing.CurveMark;
import org.otklik.report.figures.CreativeFigures;
import org.otklik.report.figures.CreativeFigures.MarkLine;
import org.otklik.report.wording.ReportWording;

/** The curve over the creative's time with the ad's frames beneath. */
public final class CurveSection {

  private CurveSection() {}

  public static Section of(CreativePages pages) {
    CreativeFigures creative = pages.creative();
    CurveDrawing curve =
        new CurveDrawing(
            creative.curve(),
            creative.moments(),
            creative.marks().stream().map(mark -> mark(mark, pages.wording())).toList(),
            pages.pictures(),
            creative.seconds(),
            pages.wording());
    return new Section(
        "curve", Map.of("title", pages.title("curve.title"), "curve", curve), List.of());
  }

  private static CurveMark mark(MarkLine mark, ReportWording wording) {
    String label = mark.name() == null ? wording.name(mark.lane()) : Pages.printable(mark.name());
    return new CurveMark(mark.lane(), label, mark.beginMs(), mark.endMs());
  }
}
