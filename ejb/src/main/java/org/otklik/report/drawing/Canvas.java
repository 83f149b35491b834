package org.otklik.report.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import org.otklik.report.branding.Palette;

/** What the drawings need of Java2D, in points; y grows downwards. */
final class Canvas {

  enum Align {
    LEFT,
    CENTRE,
    RIGHT
  }

  private final Graphics2D graphics;
  private final Palette palette;

  Canvas(Graphics2D graphics, Palette palette) {
    this.graphics = graphics;
    this.palette = palette;
  }

  Palette palette() {
    return palette;
  }

  Graphics2D graphics() {
    return graphics;
  }

  void text(String text, double x, double baseline, Align align, TextStyle look) {
    Font font = look.font();
    double width = align == Align.LEFT ? 0 : ReportFont.widthPt(text, font);
    double left = align == Align.LEFT ? x : align == Align.RIGHT ? x - width : x - width / 2;
    graphics.setColor(look.colour());
    graphics.setFont(font);
    graphics.drawString(text, (float) left, (float) baseline);
  }

  void fill(Shape shape, Color colour) {
    graphics.setColor(colour);
    graphics.fill(shape);
  }

  void stroke(Shape shape, Color colour, float widthPt, float... dash) {
    graphics.setColor(colour);
    graphics.setStroke(
        new BasicStroke(
            widthPt,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            10,
            dash.length == 0 ? null : dash,
            0));
    graphics.draw(shape);
  }

  void line(double x1, double y1, double x2, double y2, Color colour, float widthPt) {
    stroke(new Line2D.Double(x1, y1, x2, y2), colour, widthPt);
  }

  /** Size in points, weight and colour. */
  record TextStyle(float sizePt, boolean bold, Color colour) {

    static final TextStyle LABEL = new TextStyle(7, false, Palette.MUTED);
    static final TextStyle LABEL_STRONG = new TextStyle(7, true, Palette.INK);

    Font font() {
      return ReportFont.of(sizePt, bold);
    }

    /** As much of a text as there is room for. */
    String shortened(String text, double widthPt) {
      if (ReportFont.widthPt(text, font()) <= widthPt) {
        return text;
      }
      for (int length = text.length() - 1; length > 0; length--) {
        String shorter = text.substring(0, length).strip() + "…";
        if (ReportFont.widthPt(shorter, font()) <= widthPt) {
          return shorter;
        }
      }
      return "";
    }
  }
}
