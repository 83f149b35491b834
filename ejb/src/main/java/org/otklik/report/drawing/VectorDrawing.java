package org.otklik.report.drawing;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.otklik.report.branding.Palette;

/** A drawing that fills its place on the page. Prints are exported at once, never serialised. */
public abstract class VectorDrawing extends AbstractRenderer implements Graphics2DRenderable {

  private static final long serialVersionUID = 1;
  private static final String PALETTE = "org.otklik.palette";

  @Override
  public final void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D place) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(place.getX(), place.getY());
    draw(new Canvas(graphics, palette(context)), place.getWidth(), place.getHeight());
    graphics.setTransform(before);
  }

  /** Lets what is drawn in this context have these colours. */
  public static void putPalette(JasperReportsContext context, Palette palette) {
    context.setValue(PALETTE, palette);
  }

  private static Palette palette(JasperReportsContext context) {
    return context.getValue(PALETTE) instanceof Palette palette ? palette : Palette.STANDARD;
  }

  /** Draws into 0..width × 0..height points. */
  abstract void draw(Canvas canvas, double width, double height);
}
