package org.otklik.report.drawing;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import org.otklik.report.branding.Palette;

/** A share 0..1 as a thin bar on its track. */
public final class ShareBar extends VectorDrawing {

  private static final long serialVersionUID = 1;

  private final double share;
  private final Color colour;

  public ShareBar(Double share, Color colour) {
    this.share = share == null || !Double.isFinite(share) ? 0 : Math.min(1, Math.max(0, share));
    this.colour = colour;
  }

  @Override
  void draw(Canvas canvas, double width, double height) {
    canvas.fill(new Rectangle2D.Double(0, 0, width, height), Palette.HAIRLINE);
    if (share > 0) {
      canvas.fill(new Rectangle2D.Double(0, 0, width * share, height), colour);
    }
  }
}
