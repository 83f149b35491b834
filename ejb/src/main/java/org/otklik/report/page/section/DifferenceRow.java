package org.otklik.report.page.section;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.otklik.report.drawing.IntervalScale;
import org.otklik.report.wording.ReportWording;
import org.otklik.statistics.Difference;
import org.otklik.statistics.FalseDiscovery;

/** A figure of two groups side by side, as a row of its template. */
final class DifferenceRow {

  private DifferenceRow() {}

  static boolean isTold(Difference difference) {
    return difference.p() <= FalseDiscovery.RATE;
  }

  /**
   * @param figure what is compared
   * @param note on it
   * @param values of the first and the second group, as they are written
   * @param limit the largest difference there can be
   * @param form how differences are written
   */
  static Map<String, Object> of(
      String figure,
      String note,
      String[] values,
      Difference difference,
      double limit,
      DoubleFunction<String> form,
      ReportWording wording) {
    Map<String, Object> row = new HashMap<>();
    row.put("figure", figure);
    row.put("note", note);
    row.put("first", values[0]);
    row.put("second", values[1]);
    row.put("difference", form.apply(difference.value()));
    row.put(
        "scale",
        new IntervalScale(difference.value(), difference.low(), difference.high(), limit, form));
    row.put(
        "interval",
        wording.text("interval", form.apply(difference.low()), form.apply(difference.high())));
    row.put("p", wording.probability(difference.p()));
    row.put(
        "told",
        wording.text(isTold(difference) ? "comparison.significant" : "comparison.notSignificant"));
    return row;
  }
}
