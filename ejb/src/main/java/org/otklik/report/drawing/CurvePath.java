package org.otklik.report.drawing;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.otklik.curve.CreativeSecond;

/** Lines and bands over observed seconds; where seconds are missing, the line is broken. */
final class CurvePath {

  private static final double LONE_PT = 3;

  private final Panel panel;
  private final List<List<CreativeSecond>> runs;

  /**
   * @param observed seconds with viewers, in order
   */
  CurvePath(Panel panel, List<CreativeSecond> observed) {
    this.panel = panel;
    this.runs = runs(observed);
  }

  private static List<List<CreativeSecond>> runs(List<CreativeSecond> observed) {
    List<List<CreativeSecond>> runs = new ArrayList<>();
    int expected = Integer.MIN_VALUE;
    for (CreativeSecond second : observed) {
      if (second.second() != expected) {
        runs.add(new ArrayList<>());
      }
      runs.get(runs.size() - 1).add(second);
      expected = second.second() + 1;
    }
    return runs;
  }

  /** Values 0..1. */
  Path2D line(ToDoubleFunction<CreativeSecond> value) {
    Path2D line = new Path2D.Double();
    for (List<CreativeSecond> run : runs) {
      follow(line, run, value, true);
      if (run.size() == 1) {
        double x = x(run.get(0));
        double y = panel.y(value.applyAsDouble(run.get(0)));
        line.append(
            new Ellipse2D.Double(x - LONE_PT / 2, y - LONE_PT / 2, LONE_PT, LONE_PT), false);
      }
    }
    return line;
  }

  /** Between two values 0..1; a lone second becomes a bar of its own width. */
  Path2D band(ToDoubleFunction<CreativeSecond> low, ToDoubleFunction<CreativeSecond> high) {
    Path2D band = new Path2D.Double();
    for (List<CreativeSecond> run : runs) {
      CreativeSecond first = run.get(0);
      CreativeSecond last = run.get(run.size() - 1);
      double left = panel.axis().start(first.second());
      double right = panel.axis().start(last.second() + 1);
      band.moveTo(left, panel.y(high.applyAsDouble(first)));
      follow(band, run, high, false);
      band.lineTo(right, panel.y(high.applyAsDouble(last)));
      band.lineTo(right, panel.y(low.applyAsDouble(last)));
      for (int i = run.size() - 1; i >= 0; i--) {
        band.lineTo(x(run.get(i)), panel.y(low.applyAsDouble(run.get(i))));
      }
      band.lineTo(left, panel.y(low.applyAsDouble(first)));
      band.closePath();
    }
    return band;
  }

  private void follow(
      Path2D path,
      List<CreativeSecond> run,
      ToDoubleFunction<CreativeSecond> value,
      boolean starting) {
    boolean first = starting;
    for (CreativeSecond second : run) {
      double y = panel.y(value.applyAsDouble(second));
      if (first) {
        path.moveTo(x(second), y);
      } else {
        path.lineTo(x(second), y);
      }
      first = false;
    }
  }

  private double x(CreativeSecond second) {
    return panel.axis().middle(second.second());
  }
}
