package org.otklik.report.page.section;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.otklik.report.figures.CreativeFigures.TrailerLine;
import org.otklik.report.wording.ReportWording;
import org.otklik.trailer.ScoredShot;

/** A trailer: its shots, each with a frame and what speaks for it. */
public final class TrailerSection {
  private static final int DIGITS = 1;

  private TrailerSection() {}

  public static Section of(CreativePages pages, TrailerLine trailer) {
    ReportWording wording = pages.wording();
    List<Map<String, ?>> rows = new ArrayList<>();
    for (ScoredShot shot : trailer.shots()) {
      rows.add(row(pages, rows.size() + 1, shot));
    }
    String title = wording.text("trailer.title", Pages.printable(trailer.name()));
    return new Section(
        "trailer",
        Map.of(
            "title",
            pages.whose() == null ? title : wording.text("chapter", title, pages.whose()),
            "length",
            wording.text(
                "trailer.length",
                wording.decimal(trailer.lengthMs() / 1000.0, DIGITS, DIGITS),
                wording.integer(trailer.shots().size())),
            "chance",
            trailer.pValue() == null
                ? wording.text("trailer.few")
                : wording.text("trailer.chance", wording.equation("p", trailer.pValue()))),
        rows);
  }

  private static Map<String, Object> row(CreativePages pages, int number, ScoredShot scored) {
    ReportWording wording = pages.wording();
    int middle = (scored.shot().beginMs() + scored.shot().endMs()) / 2 / 1000;
    Map<String, Object> row = new HashMap<>();
    row.put("number", wording.text("trailer.shot", wording.integer(number)));
    row.put(
        "span",
        wording.text(
            "trailer.span",
            seconds(wording, scored.shot().beginMs()),
            seconds(wording, scored.shot().endMs())));
    row.put(
        "score",
        scored.score() == null ? ReportWording.ABSENT : wording.signed(scored.score(), DIGITS));
    row.put(
        "interval",
        scored.low() == null
            ? ""
            : wording.text(
                "trailer.interval",
                wording.signed(scored.low(), DIGITS),
                wording.signed(scored.high(), DIGITS)));
    row.put(
        "viewers",
        wording.text(
            scored.isOutstanding() ? "trailer.outstanding" : "trailer.viewers",
            wording.integer(scored.viewers())));
    row.put("picture", pages.picture(middle));
    row.put("alt", wording.text("frame.alt", wording.clock(middle)));
    return row;
  }

  private static String seconds(ReportWording wording, int ms) {
    return wording.decimal(ms / 1000.0, DIGITS, DIGITS);
  }
}
