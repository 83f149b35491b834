package org.otklik.report.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.otklik.curve.CreativeSecond;
import org.otklik.emotion.EmotionGroup;
import org.otklik.report.branding.Palette;
import org.otklik.report.drawing.Canvas.Align;
import org.otklik.report.drawing.Canvas.TextStyle;
import org.otklik.report.wording.ReportWording;

/** The curve of a stretch of a creative, as it stands beneath a clip of it. */
public final class ClipCurve {
  /** What it is drawn for; it grows with the width. */
  private static final double WIDTH_PT = 480;

  private static final double LEFT_PT = 40;
  private static final double RIGHT_PT = 10;
  private static final double TOP_PT = 22;
  private static final double BOTTOM_PT = 18;
  private static final float[] SOLID = {};
  private static final float[] DASHED = {6, 3};
  private static final int BAND_ALPHA = 36;
  private static final TextStyle LABEL = new TextStyle(9, false, Palette.MUTED);

  private final List<CreativeSecond> curve;
  private final int beginMs;
  private final int endMs;
  private final String viewers;
  private final ReportWording wording;

  /**
   * @param curve every second of the creative from 0
   * @param viewers whose it is, as they are called; empty for everybody
   */
  public ClipCurve(
      List<CreativeSecond> curve, int beginMs, int endMs, String viewers, ReportWording wording) {
    this.curve = curve;
    this.viewers = viewers;
    this.beginMs = beginMs;
    this.endMs = endMs;
    this.wording = wording;
  }

  /** Where the stretch begins in a drawing of that width. */
  public static int leftPx(int widthPx) {
    return (int) Math.round(LEFT_PT * widthPx / WIDTH_PT);
  }

  /** Where it ends. */
  public static int rightPx(int widthPx) {
    return (int) Math.round((WIDTH_PT - RIGHT_PT) * widthPx / WIDTH_PT);
  }

  public BufferedImage drawn(int widthPx, int heightPx, Palette palette) {
    BufferedImage image = new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    double scale = widthPx / WIDTH_PT;
    graphics.scale(scale, scale);
    draw(new Canvas(graphics, palette), heightPx / scale);
    graphics.dispose();
    return image;
  }

  private void draw(Canvas canvas, double height) {
    double width = WIDTH_PT - LEFT_PT - RIGHT_PT;
    canvas.fill(new Rectangle2D.Double(0, 0, WIDTH_PT, height), Color.WHITE);
    double secondPt = 1000 * width / (endMs - beginMs);
    TimeAxis all =
        new TimeAxis(LEFT_PT - secondPt * beginMs / 1000, secondPt * curve.size(), curve.size());
    Panel panel = new Panel(all, TOP_PT, height - BOTTOM_PT);
    for (double share : new double[] {0, 0.5, 1}) {
      double y = panel.y(share);
      canvas.line(LEFT_PT, y, WIDTH_PT - RIGHT_PT, y, Palette.HAIRLINE, 0.7f);
      canvas.text(wording.percent(share), LEFT_PT - 5, y + 3, Align.RIGHT, LABEL);
    }
    lines(canvas, panel, width, height);
    times(canvas, panel);
    legend(canvas);
  }

  private void lines(Canvas canvas, Panel panel, double width, double height) {
    List<CreativeSecond> observed = curve.stream().filter(second -> second.n() > 0).toList();
    if (observed.isEmpty()) {
      return;
    }
    Shape before = canvas.graphics().getClip();
    canvas.graphics().clip(new Rectangle2D.Double(LEFT_PT, 0, width, height));
    CurvePath path = new CurvePath(panel, observed);
    for (EmotionGroup group : List.of(EmotionGroup.NEGATIVE, EmotionGroup.POSITIVE)) {
      Color color = canvas.palette().of(group);
      canvas.fill(
          path.band(
              second -> second.shares().get(group).low(),
              second -> second.shares().get(group).high()),
          Palette.translucent(color, BAND_ALPHA));
      canvas.stroke(path.line(second -> second.shares().get(group).share()), color, 2, dash(group));
    }
    canvas.graphics().setClip(before);
  }

  private static float[] dash(EmotionGroup group) {
    return group == EmotionGroup.NEGATIVE ? DASHED : SOLID;
  }

  /** Of whole seconds, so that they do not touch. */
  private void times(Canvas canvas, Panel panel) {
    int first = (beginMs + 999) / 1000;
    int last = endMs / 1000;
    int step = 1;
    while ((last - first) / step > 12) {
      step *= step == 1 ? 5 : 2;
    }
    for (int second = first; second <= last; second += step) {
      double x = panel.axis().start(second);
      canvas.line(x, panel.bottom(), x, panel.bottom() + 3, Palette.MUTED, 0.7f);
      canvas.text(wording.clock(second), x, panel.bottom() + 13, Align.CENTRE, LABEL);
    }
  }

  private void legend(Canvas canvas) {
    double x = LEFT_PT;
    for (EmotionGroup group : List.of(EmotionGroup.POSITIVE, EmotionGroup.NEGATIVE)) {
      x =
          SharesPanel.entry(
              canvas, x, 12, wording.name(group), canvas.palette().of(group), 2, dash(group));
    }
    int n = curve.stream().mapToInt(CreativeSecond::n).max().orElse(0);
    String said = (viewers.isEmpty() ? "" : ", ") + "n = " + wording.integer(n);
    double right = WIDTH_PT - RIGHT_PT;
    canvas.text(said, right, 12, Align.RIGHT, LABEL);
    double left = right - ReportFont.widthPt(said, LABEL.font());
    canvas.text(LABEL.shortened(viewers, left - x), left, 12, Align.RIGHT, LABEL);
  }
}
