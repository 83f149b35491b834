package org.otklik.report.drawing;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.stream.Stream;
import org.otklik.annotation.MarkLane;
import org.otklik.report.branding.Palette;
import org.otklik.report.drawing.Canvas.Align;
import org.otklik.report.drawing.Canvas.TextStyle;
import org.otklik.report.wording.ReportWording;

/** What analysts have marked, in a lane for each kind, beneath the curve and in its time. */
final class LanesPanel {
  private static final double LANE_PT = 12;
  private static final double BAR_PT = 10;
  private static final double CORNER_PT = 3;
  private static final double PADDING_PT = 3;
  private static final TextStyle TEXT = new TextStyle(6.5f, false, Color.WHITE);

  private final List<CurveMark> marks;
  private final List<MarkLane> lanes;
  private final ReportWording wording;

  LanesPanel(List<CurveMark> marks, ReportWording wording) {
    this.marks = marks;
    this.lanes =
        Stream.of(MarkLane.values())
            .filter(lane -> marks.stream().anyMatch(mark -> mark.lane() == lane))
            .toList();
    this.wording = wording;
  }

  /** Of all lanes; 0 where nothing is marked. */
  double height() {
    return lanes.size() * LANE_PT;
  }

  void draw(Canvas canvas, TimeAxis axis, double top) {
    double y = top;
    for (MarkLane lane : lanes) {
      canvas.fill(new Rectangle2D.Double(axis.left(), y, axis.width(), BAR_PT), Palette.SURFACE);
      String name = TextStyle.LABEL.shortened(wording.name(lane), axis.left() - 6);
      canvas.text(name, axis.left() - 4, y + BAR_PT - 2.5, Align.RIGHT, TextStyle.LABEL);
      for (CurveMark mark : marks) {
        if (mark.lane() == lane) {
          draw(canvas, axis, mark, y);
        }
      }
      y += LANE_PT;
    }
  }

  private void draw(Canvas canvas, TimeAxis axis, CurveMark mark, double y) {
    double left = axis.left() + axis.width() * mark.beginMs() / (1000.0 * axis.seconds());
    double right =
        Math.min(
            axis.right(), axis.left() + axis.width() * mark.endMs() / (1000.0 * axis.seconds()));
    Shape bar =
        new RoundRectangle2D.Double(
            left, y, Math.max(1.5, right - left), BAR_PT, CORNER_PT, CORNER_PT);
    canvas.fill(bar, colour(mark.lane()));
    String text = TEXT.shortened(mark.label(), right - left - 2 * PADDING_PT);
    canvas.text(text, left + PADDING_PT, y + BAR_PT - 2.7, Align.LEFT, TEXT);
  }

  /** As the portal has them. */
  private static Color colour(MarkLane lane) {
    return switch (lane) {
      case BRAND -> new Color(0x1F5FA8);
      case PACKSHOT -> new Color(0x1C6440);
      case VOICE_OVER -> new Color(0x7A3F8F);
      case CLAIM -> new Color(0x9C4A00);
      case OTHER -> new Color(0x4D5866);
    };
  }
}
