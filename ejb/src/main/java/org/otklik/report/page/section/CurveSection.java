package org.otklik.report.page.section;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.otklik.curve.CreativeSecond;
import org.otklik.report.drawing.CurveDrawing;
import org.otklik.report.drawing.CurveMark;
import org.otklik.report.drawing.MovementsDrawing;
import org.otklik.report.figures.CreativeFigures;
import org.otklik.report.figures.CreativeFigures.MarkLine;
import org.otklik.report.wording.ReportWording;

/** Curves over the creative's time with the ad's frames beneath: expressions, or movements. */
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

  /**
   * How viewers' faces move; without a drawing where nothing is known of movements, as of
   * recordings that an earlier model analysed.
   */
  public static Section ofMovements(CreativePages pages) {
    ReportWording wording = pages.wording();
    CreativeFigures creative = pages.creative();
    List<CreativeSecond> observed =
        creative.curve().stream().filter(second -> second.n() > 0).toList();
    long known =
        observed.stream().filter(second -> second.meanScores().movements() != null).count();
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("title", pages.title("thing.MOVEMENTS"));
    parameters.put(
        "intro", wording.text(known == observed.size() ? "movements.intro" : "movements.missing"));
    if (known > 0) {
      parameters.put(
          "curve",
          new MovementsDrawing(creative.curve(), pages.pictures(), creative.seconds(), wording));
    }
    return new Section("movements", parameters, List.of());
  }

  private static CurveMark mark(MarkLine mark, ReportWording wording) {
    String label = mark.name() == null ? wording.name(mark.lane()) : Pages.printable(mark.name());
    return new CurveMark(mark.lane(), label, mark.beginMs(), mark.endMs());
  }
}
