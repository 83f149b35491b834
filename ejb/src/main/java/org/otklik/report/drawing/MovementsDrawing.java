package org.otklik.report.drawing;

import java.util.List;
import org.otklik.curve.CreativeSecond;
import org.otklik.emotion.FaceMovement;
import org.otklik.report.branding.Palette;
import org.otklik.report.drawing.Canvas.Align;
import org.otklik.report.drawing.Canvas.TextStyle;
import org.otklik.report.wording.ReportWording;

/**
 * The movements of viewers' faces over the creative's time, one above the other, and beneath them
 * the ad's frames. Seconds in which they are not known are gaps.
 */
public final class MovementsDrawing extends VectorDrawing {

  private static final long serialVersionUID = 1;
  private static final double LABELS_PT = 40;
  private static final double RIGHT_PT = 8;
  private static final double STRIP_PT = 58;
  private static final double AXIS_PT = 18;
  private static final double TITLE_PT = 18;
  private static final float LINE_PT = 1.4f;
  private static final double[] LEVELS = {0, 0.5, 1};

  private final transient List<CreativeSecond> known;
  private final transient FrameImages pictures;
  private final int seconds;
  private final transient ReportWording wording;

  /**
   * @param seconds the creative's length
   */
  public MovementsDrawing(
      List<CreativeSecond> curve, FrameImages pictures, int seconds, ReportWording wording) {
    this.known =
        curve.stream()
            .filter(second -> second.n() > 0 && second.meanScores().movements() != null)
            .toList();
    this.pictures = pictures;
    this.seconds = seconds;
    this.wording = wording;
  }

  @Override
  void draw(Canvas canvas, double width, double height) {
    TimeAxis axis = new TimeAxis(LABELS_PT, width - LABELS_PT - RIGHT_PT, seconds);
    double strip = height - STRIP_PT;
    double bottom = strip - AXIS_PT;
    double each = bottom / FaceMovement.values().length;
    for (FaceMovement movement : FaceMovement.values()) {
      double top = each * movement.ordinal();
      draw(canvas, new Panel(axis, top + TITLE_PT, top + each), movement);
    }
    axis.draw(canvas, bottom, wording);
    new FrameStrip(pictures).draw(canvas, axis, strip, STRIP_PT);
  }

  private void draw(Canvas canvas, Panel panel, FaceMovement movement) {
    TimeAxis axis = panel.axis();
    for (double level : LEVELS) {
      double y = panel.y(level);
      canvas.line(axis.left(), y, axis.right(), y, Palette.HAIRLINE, level == 0 ? 0.8f : 0.5f);
      canvas.text(
          wording.decimal(level, 1), axis.left() - 6, y + 2.5, Align.RIGHT, TextStyle.LABEL);
    }
    canvas.text(
        wording.name(movement),
        axis.left(),
        panel.top() - 5,
        Align.LEFT,
        new TextStyle(8, true, Palette.INK));
    if (!known.isEmpty()) {
      canvas.stroke(
          new CurvePath(panel, known)
              .line(second -> second.meanScores().movements().strength(movement)),
          canvas.palette().positive(),
          LINE_PT);
    }
  }
}
