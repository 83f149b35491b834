package org.otklik.report.drawing;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.otklik.curve.CreativeSecond;
import org.otklik.report.branding.Palette;
import org.otklik.report.drawing.Canvas.Align;
import org.otklik.report.drawing.Canvas.TextStyle;
import org.otklik.report.wording.ReportWording;

/** How many viewers stand behind each second. */
final class CountPanel {

  private final List<CreativeSecond> observed;
  private final ReportWording wording;

  CountPanel(List<CreativeSecond> observed, ReportWording wording) {
    this.observed = observed;
    this.wording = wording;
  }

  void draw(Canvas canvas, Panel panel) {
    int most = observed.stream().mapToInt(CreativeSecond::n).max().orElse(0);
    TimeAxis axis = panel.axis();
    for (CreativeSecond second : observed) {
      double left = axis.start(second.second());
      double top = panel.y((double) second.n() / most);
      canvas.fill(
          new Rectangle2D.Double(
              left, top, axis.start(second.second() + 1) - left, panel.bottom() - top),
          Palette.HAIRLINE);
    }
    canvas.text(
        wording.integer(0), axis.left() - 6, panel.bottom() + 1, Align.RIGHT, TextStyle.LABEL);
    if (most > 0) {
      canvas.text(
          wording.integer(most), axis.left() - 6, panel.top() + 4, Align.RIGHT, TextStyle.LABEL);
    }
    canvas.text(wording.text("curve.n"), axis.left(), panel.top() - 6, Align.LEFT, TextStyle.LABEL);
  }
}
