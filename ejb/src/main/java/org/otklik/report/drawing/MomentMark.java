package org.otklik.report.drawing;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.otklik.curve.MomentKind;
import org.otklik.report.branding.Palette;
import org.otklik.report.drawing.Canvas.Align;
import org.otklik.report.drawing.Canvas.TextStyle;

/** A moment's number on the shape of its kind, so that the kind is told without colour. */
public final class MomentMark extends VectorDrawing {

  private static final long serialVersionUID = 1;

  private final MomentKind kind;
  private final int number;

  public MomentMark(MomentKind kind, int number) {
    this.kind = kind;
    this.number = number;
  }

  static Color colour(MomentKind kind, Palette palette) {
    return switch (kind) {
      case POSITIVE -> palette.positive();
      case NEGATIVE -> palette.negative();
      case SURPRISE -> Palette.SURPRISE;
    };
  }

  /** Circle, square or diamond of about the same area, around a point. */
  static Shape shape(MomentKind kind, double x, double y, double size) {
    double half = size / 2;
    return switch (kind) {
      case POSITIVE -> new Ellipse2D.Double(x - half, y - half, size, size);
      case NEGATIVE -> new Rectangle2D.Double(x - half + 0.5, y - half + 0.5, size - 1, size - 1);
      case SURPRISE -> diamond(x, y, half * 1.3);
    };
  }

  private static Shape diamond(double x, double y, double radius) {
    Path2D diamond = new Path2D.Double();
    diamond.moveTo(x, y - radius);
    diamond.lineTo(x + radius, y);
    diamond.lineTo(x, y + radius);
    diamond.lineTo(x - radius, y);
    diamond.closePath();
    return diamond;
  }

  @Override
  void draw(Canvas canvas, double width, double height) {
    double size = Math.min(width, height) / 1.3;
    canvas.fill(shape(kind, width / 2, height / 2, size), colour(kind, canvas.palette()));
    float sizePt = (float) (size * 0.6);
    canvas.text(
        String.valueOf(number),
        width / 2,
        height / 2 + sizePt * 0.37,
        Align.CENTRE,
        new TextStyle(sizePt, true, Color.WHITE));
  }
}
