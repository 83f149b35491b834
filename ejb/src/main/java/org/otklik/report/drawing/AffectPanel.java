package org.otklik.report.drawing;

import java.util.List;
import org.otklik.curve.CreativeSecond;
import org.otklik.report.branding.Palette;
import org.otklik.report.drawing.Canvas.Align;
import org.otklik.report.drawing.Canvas.TextStyle;
import org.otklik.report.wording.ReportWording;

/** Mean valence and arousal, each -1..1. */
final class AffectPanel {

  private static final float[] SOLID = {};
  private static final float[] DASHED = {3, 2};

  private final List<CreativeSecond> observed;
  private final ReportWording wording;

  AffectPanel(List<CreativeSecond> observed, ReportWording wording) {
    this.observed = observed;
    this.wording = wording;
  }

  void draw(Canvas canvas, Panel panel) {
    for (int value = -1; value <= 1; value++) {
      double y = panel.y(level(value));
      canvas.line(
          panel.axis().left(),
          y,
          panel.axis().right(),
          y,
          value == 0 ? Palette.NEUTRAL : Palette.HAIRLINE,
          0.5f);
      canvas.text(
          wording.signed(value), panel.axis().left() - 6, y + 2.5, Align.RIGHT, TextStyle.LABEL);
    }
    if (!observed.isEmpty()) {
      CurvePath path = new CurvePath(panel, observed);
      canvas.stroke(path.line(s -> level(s.meanArousal())), Palette.MUTED, 1, DASHED);
      canvas.stroke(path.line(s -> level(s.meanValence())), Palette.INK, 1.1f);
    }
    double x = panel.axis().left();
    double y = panel.top() - 7;
    x = SharesPanel.entry(canvas, x, y, wording.text("figure.valence"), Palette.INK, 1.1f, SOLID);
    SharesPanel.entry(canvas, x, y, wording.text("figure.arousal"), Palette.MUTED, 1, DASHED);
  }

  private static double level(double value) {
    return (value + 1) / 2;
  }
}
