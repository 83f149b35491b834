package org.otklik.report.page.section;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.otklik.curve.CreativeSecond;
import org.otklik.report.drawing.MovementsDrawing;
import org.otklik.report.figures.CreativeFigures;
import org.otklik.report.wording.ReportWording;

/** How viewers' faces move over the creative's time. */
public final class MovementsSection {

  private MovementsSection() {}

  /** Without a drawing where nothing is known of movements. */
  public static Section of(CreativePages pages) {
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
}
