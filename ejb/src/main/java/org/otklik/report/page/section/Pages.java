package org.otklik.report.page.section;

import java.time.Instant;
import java.util.Map;
import org.otklik.analysis.result.AnalysisProgress;
import org.otklik.report.drawing.ReportFont;
import org.otklik.report.figures.ReportFacts;
import org.otklik.report.request.Chapter;
import org.otklik.report.wording.PrintableText;
import org.otklik.report.wording.ReportWording;

/** What all sections draw on: what the report tells of itself, and its words. */
public record Pages(ReportFacts facts, ReportWording wording) {

  /** Text from outside, fit for a page; a dash where there is none. */
  public static String printable(String text) {
    return PrintableText.of(text, ReportFont::hasGlyph);
  }

  public boolean has(Chapter chapter) {
    return facts.has(chapter);
  }

  /** The line, and that more recordings are still being analysed, if there are. */
  public String soFar(String line) {
    AnalysisProgress progress = facts.progress();
    return progress.isComplete()
        ? line
        : wording.text(
            "soFar",
            line,
            wording.text(
                "figure.so-far",
                wording.integer(progress.analysed()),
                wording.integer(progress.recordings())));
  }

  /** When the report was made, and as of when its figures are. */
  void putDates(Map<String, Object> parameters) {
    parameters.put("made", wording.date(facts.madeAt(), facts.zone()));
    parameters.put("madeTime", time(facts.madeAt()));
    parameters.put("asOf", wording.date(facts.dataAsOf(), facts.zone()));
    parameters.put("asOfTime", time(facts.dataAsOf()));
  }

  private String time(Instant instant) {
    return instant == null
        ? ""
        : wording.text("zone", wording.time(instant, facts.zone()), facts.zone().getId());
  }
}
