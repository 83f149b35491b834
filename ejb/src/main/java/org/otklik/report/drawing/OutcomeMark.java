package org.otklik.report.drawing;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.otklik.metric.ResponseType;
import org.otklik.report.branding.Palette;

/** A small sign before an outcome: disc, square, ring, or a dash for excluded ones. */
public final class OutcomeMark extends VectorDrawing {

  private static final long serialVersionUID = 1;
  private static final double SIZE_PT = 5;

  private final ResponseType outcome;

  public OutcomeMark(ResponseType outcome) {
    this.outcome = outcome;
  }

  @Override
  void draw(Canvas canvas, double width, double height) {
    double x = (width - SIZE_PT) / 2;
    double y = (height - SIZE_PT) / 2;
    Ellipse2D disc = new Ellipse2D.Double(x, y, SIZE_PT, SIZE_PT);
    switch (outcome) {
      case POSITIVE -> canvas.fill(disc, canvas.palette().positive());
      case NEGATIVE ->
          canvas.fill(new Rectangle2D.Double(x, y, SIZE_PT, SIZE_PT), canvas.palette().negative());
      case NEUTRAL -> canvas.stroke(disc, Palette.MUTED, 1);
      case EXCLUDED -> canvas.line(x, height / 2, x + SIZE_PT, height / 2, Palette.NEUTRAL, 1);
    }
  }
}
