package org.otklik.report.drawing;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import org.otklik.emotion.EmotionGroup;
import org.otklik.report.branding.Palette;

/** One bar in parts, with a legend beneath that names each part and its count. */
public final class OutcomeBar extends VectorDrawing {

  private static final long serialVersionUID = 1;
  private static final double BAR_PT = 9;
  private static final double DOT_PT = 5;

  private final transient List<Part> parts;

  public OutcomeBar(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** A part of the bar. */
  public record Part(String label, int count, EmotionGroup group) {}

  /** In words, for those who do not see it. */
  @Override
  public String toString() {
    return parts.stream()
        .map(part -> part.label() + " " + part.count())
        .collect(Collectors.joining(", "));
  }

  @Override
  void draw(Canvas canvas, double width, double height) {
    int total = Math.max(1, parts.stream().mapToInt(Part::count).sum());
    canvas.fill(new Rectangle2D.Double(0, 0, width, BAR_PT), Palette.SURFACE);
    double x = 0;
    double legend = 0;
    for (Part part : parts) {
      double share = width * part.count() / total;
      if (part.count() > 0) {
        canvas.fill(
            new Rectangle2D.Double(x, 0, Math.max(0.5, share - 1), BAR_PT),
            canvas.palette().of(part.group()));
      }
      x += share;
      double baseline = BAR_PT + 14;
      canvas.fill(
          new Ellipse2D.Double(legend, baseline - DOT_PT, DOT_PT, DOT_PT),
          canvas.palette().of(part.group()));
      String text = part.label() + "  " + part.count();
      canvas.text(text, legend + DOT_PT + 4, baseline, Canvas.Align.LEFT, Canvas.TextStyle.LABEL);
      legend += DOT_PT + 4 + ReportFont.widthPt(text, Canvas.TextStyle.LABEL.font()) + 12;
    }
  }
}
