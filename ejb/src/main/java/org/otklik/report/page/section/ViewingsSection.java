package org.otklik.report.page.section;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.otklik.metric.QualityGrade;
import org.otklik.metric.ResponseType;
import org.otklik.report.drawing.OutcomeMark;
import org.otklik.report.figures.CreativeFigures.ViewingLine;
import org.otklik.report.wording.ReportWording;

/** The table of viewings. */
public final class ViewingsSection {

  private ViewingsSection() {}

  public static Section of(CreativePages pages) {
    List<Map<String, ?>> rows = new ArrayList<>();
    for (ViewingLine line : pages.creative().viewings()) {
      rows.add(row(rows.size() + 1, line, pages.wording()));
    }
    return new Section(
        "viewings",
        Map.of(
            "title", pages.title("thing.VIEWINGS"),
            "intro", intro(pages.wording()),
            "none", rows.isEmpty()),
        rows);
  }

  private static String intro(ReportWording wording) {
    String grades =
        wording.text(
            "viewings.grades",
            wording.percent(QualityGrade.A.leastCoverage()),
            wording.percent(QualityGrade.A.leastAttention()),
            wording.percent(QualityGrade.B.leastCoverage()),
            wording.percent(QualityGrade.B.leastAttention()));
    return wording.text("viewings.intro") + " " + grades;
  }

  private static Map<String, Object> row(int number, ViewingLine line, ReportWording wording) {
    Map<String, Object> row = new HashMap<>();
    row.put("number", wording.integer(number));
    row.put("viewer", Pages.printable(line.viewerCode()));
    row.put("segment", Pages.printable(line.segment()));
    row.put("mark", new OutcomeMark(line.outcome()));
    row.put("outcome", wording.name(line.outcome()));
    row.put("coverage", wording.percent(line.coverage()));
    row.put("grade", wording.name(line.grade()));
    row.put("attention", wording.percent(line.attention()));
    row.put("observed", wording.decimal(line.observedSeconds(), 1));
    row.put("positive", wording.decimal(line.positiveSeconds(), 1));
    row.put("negative", wording.decimal(line.negativeSeconds(), 1));
    row.put("reason", line.reason() == null ? "" : wording.name(line.reason()));
    row.put("excluded", line.outcome() == ResponseType.EXCLUDED);
    return row;
  }
}
