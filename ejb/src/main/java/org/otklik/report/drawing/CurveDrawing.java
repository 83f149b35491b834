package org.otklik.report.drawing;

import java.util.List;
import org.otklik.curve.CreativeSecond;
import org.otklik.curve.Moment;
import org.otklik.report.branding.Palette;
import org.otklik.report.drawing.Canvas.Align;
import org.otklik.report.drawing.Canvas.TextStyle;
import org.otklik.report.wording.ReportWording;

/**
 * The emotion curve over the creative's time: shares of viewers, what analysts marked, valence and
 * arousal, the number of viewers, the time axis, and beneath it the ad's frames.
 */
public final class CurveDrawing extends VectorDrawing {

  private static final long serialVersionUID = 1;
  private static final double LABELS_PT = 40;
  private static final double RIGHT_PT = 8;
  private static final double STRIP_PT = 58;
  private static final double AXIS_PT = 18;
  private static final double COUNT_PT = 28;
  private static final double AFFECT_PT = 60;
  private static final double LEGEND_PT = 22;
  private static final double GAP_PT = 24;
  private static final double LANES_GAP_PT = 5;

  private final transient List<CreativeSecond> curve;
  private final transient List<Moment> moments;
  private final transient List<CurveMark> marks;
  private final transient FrameImages pictures;
  private final int seconds;
  private final transient ReportWording wording;

  /**
   * @param seconds the creative's length
   */
  public CurveDrawing(
      List<CreativeSecond> curve,
      List<Moment> moments,
      List<CurveMark> marks,
      FrameImages pictures,
      int seconds,
      ReportWording wording) {
    this.curve = curve;
    this.moments = moments;
    this.marks = marks;
    this.pictures = pictures;
    this.seconds = seconds;
    this.wording = wording;
  }

  @Override
  void draw(Canvas canvas, double width, double height) {
    TimeAxis axis = new TimeAxis(LABELS_PT, width - LABELS_PT - RIGHT_PT, seconds);
    List<CreativeSecond> observed = curve.stream().filter(second -> second.n() > 0).toList();
    double strip = height - STRIP_PT;
    double countBottom = strip - AXIS_PT;
    double affectBottom = countBottom - COUNT_PT - GAP_PT;
    LanesPanel lanes = new LanesPanel(marks, wording);
    double lanesTop = affectBottom - AFFECT_PT - GAP_PT - lanes.height();
    lanes.draw(canvas, axis, lanesTop);
    Panel shares =
        new Panel(axis, LEGEND_PT, lanes.height() > 0 ? lanesTop - LANES_GAP_PT : lanesTop);
    new SharesPanel(observed, moments, wording).draw(canvas, shares);
    new AffectPanel(observed, wording)
        .draw(canvas, new Panel(axis, affectBottom - AFFECT_PT, affectBottom));
    new CountPanel(observed, wording)
        .draw(canvas, new Panel(axis, countBottom - COUNT_PT, countBottom));
    if (observed.isEmpty()) {
      canvas.text(
          wording.text("curve.nothing"),
          axis.left() + axis.width() / 2,
          shares.y(0.5),
          Align.CENTRE,
          new TextStyle(10, false, Palette.MUTED));
    }
    axis.draw(canvas, countBottom, wording);
    new FrameStrip(pictures).draw(canvas, axis, strip, STRIP_PT);
  }
}
