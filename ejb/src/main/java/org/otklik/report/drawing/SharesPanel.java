package org.otklik.report.drawing;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.otklik.curve.CreativeSecond;
import org.otklik.curve.Moment;
import org.otklik.emotion.EmotionGroup;
import org.otklik.report.branding.Palette;
import org.otklik.report.drawing.Canvas.Align;
import org.otklik.report.drawing.Canvas.TextStyle;
import org.otklik.report.wording.ReportWording;
import org.otklik.statistics.ShareInterval;

/**
 * Shares of viewers in each group with their 95% confidence bands; the moments are shaded and
 * numbered.
 */
final class SharesPanel {

  private static final double MARK_ROOM_PT = 13;
  private static final float[] SOLID = {};
  private static final float[] DASHED = {5, 2.5f};
  private static final float[] DOTTED = {1.2f, 2};

  private final List<CreativeSecond> observed;
  private final List<Moment> moments;
  private final ReportWording wording;

  SharesPanel(List<CreativeSecond> observed, List<Moment> moments, ReportWording wording) {
    this.observed = observed;
    this.moments = moments;
    this.wording = wording;
  }

  void draw(Canvas canvas, Panel panel) {
    for (Moment moment : moments) {
      shade(canvas, panel, moment);
    }
    grid(canvas, panel);
    band(canvas, panel, EmotionGroup.NEGATIVE, canvas.palette().negative());
    band(canvas, panel, EmotionGroup.POSITIVE, canvas.palette().positive());
    line(canvas, panel, EmotionGroup.NEUTRAL, Palette.MUTED, 0.8f, DOTTED);
    line(canvas, panel, EmotionGroup.NEGATIVE, canvas.palette().negative(), 1.6f, DASHED);
    line(canvas, panel, EmotionGroup.POSITIVE, canvas.palette().positive(), 1.6f, SOLID);
    double before = Double.NEGATIVE_INFINITY;
    int level = 0;
    for (int i = 0; i < moments.size(); i++) {
      double x = panel.axis().middle(moments.get(i).peakSecond());
      level = x - before < MARK_ROOM_PT ? (level + 1) % 3 : 0;
      before = x;
      mark(canvas, i, x, panel.top() + MARK_ROOM_PT * level);
    }
    legend(canvas, panel);
  }

  private void grid(Canvas canvas, Panel panel) {
    for (double share : new double[] {0, 0.25, 0.5, 0.75, 1}) {
      double y = panel.y(share);
      canvas.line(
          panel.axis().left(),
          y,
          panel.axis().right(),
          y,
          Palette.HAIRLINE,
          share == 0 ? 0.8f : 0.5f);
      canvas.text(
          wording.percent(share), panel.axis().left() - 6, y + 2.5, Align.RIGHT, TextStyle.LABEL);
    }
  }

  private void band(Canvas canvas, Panel panel, EmotionGroup group, Color colour) {
    if (!observed.isEmpty()) {
      canvas.fill(
          new CurvePath(panel, observed)
              .band(second -> share(second, group).low(), second -> share(second, group).high()),
          Palette.translucent(colour, 30));
    }
  }

  private void line(
      Canvas canvas, Panel panel, EmotionGroup group, Color colour, float width, float[] dash) {
    if (!observed.isEmpty()) {
      canvas.stroke(
          new CurvePath(panel, observed).line(second -> share(second, group).share()),
          colour,
          width,
          dash);
    }
  }

  private static ShareInterval share(CreativeSecond second, EmotionGroup group) {
    return second.shares().get(group);
  }

  private static void shade(Canvas canvas, Panel panel, Moment moment) {
    double left = panel.axis().start(moment.startSecond());
    double right = panel.axis().start(moment.endSecond());
    canvas.fill(
        new Rectangle2D.Double(left, panel.top(), right - left, panel.bottom() - panel.top()),
        Palette.SURFACE);
  }

  /** The moment's number in the shape of its kind, above its peak. */
  private void mark(Canvas canvas, int index, double x, double y) {
    Moment moment = moments.get(index);
    canvas.fill(
        MomentMark.shape(moment.kind(), x, y, 11),
        MomentMark.colour(moment.kind(), canvas.palette()));
    canvas.text(
        String.valueOf(index + 1),
        x,
        y + 2.4,
        Align.CENTRE,
        new TextStyle(6.5f, true, Color.WHITE));
  }

  private void legend(Canvas canvas, Panel panel) {
    double x = panel.axis().left();
    double y = panel.top() - 15;
    x =
        entry(
            canvas,
            x,
            y,
            wording.name(EmotionGroup.POSITIVE),
            canvas.palette().positive(),
            1.6f,
            SOLID);
    x =
        entry(
            canvas,
            x,
            y,
            wording.name(EmotionGroup.NEGATIVE),
            canvas.palette().negative(),
            1.6f,
            DASHED);
    x = entry(canvas, x, y, wording.name(EmotionGroup.NEUTRAL), Palette.MUTED, 0.8f, DOTTED);
    canvas.fill(
        new Rectangle2D.Double(x, y - 6, 18, 7),
        Palette.translucent(canvas.palette().positive(), 36));
    canvas.text(wording.text("curve.band"), x + 23, y, Align.LEFT, TextStyle.LABEL);
  }

  static double entry(
      Canvas canvas, double x, double y, String label, Color colour, float width, float[] dash) {
    canvas.stroke(new Line2D.Double(x, y - 2.5, x + 18, y - 2.5), colour, width, dash);
    canvas.text(label, x + 23, y, Align.LEFT, TextStyle.LABEL);
    return x + 23 + ReportFont.widthPt(label, TextStyle.LABEL.font()) + 16;
  }
}
