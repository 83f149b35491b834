package org.otklik.report.drawing;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** The ad's frames side by side, in step with the time axis: each stands where its time is. */
final class FrameStrip {

  private static final double GAP_PT = 1.5;

  /** About 220 dpi. */
  private static final double PX_PER_PT = 3;

  private final FrameImages pictures;

  FrameStrip(FrameImages pictures) {
    this.pictures = pictures;
  }

  void draw(Canvas canvas, TimeAxis axis, double top, double height) {
    double naturalWidth = height * pictures.aspect();
    int columns =
        (int) Math.max(1, Math.min(axis.seconds(), Math.round(axis.width() / naturalWidth)));
    double column = axis.width() / columns;
    double width = Math.min(column - GAP_PT, naturalWidth * 1.25);
    double secondsPerColumn = (double) axis.seconds() / columns;
    for (int i = 0; i < columns; i++) {
      double left = axis.left() + i * column + (column - width) / 2;
      Rectangle2D place = new Rectangle2D.Double(left, top, width, height);
      Optional<BufferedImage> frame =
          pictures.near((i + 0.5) * secondsPerColumn, secondsPerColumn / 2 + 0.5);
      if (frame.isPresent()) {
        cover(canvas.graphics(), frame.get(), place);
      } else {
        MissingImage.draw(canvas, place);
      }
    }
  }

  /** Fills the place and keeps the picture's proportions; what stands over is cut. */
  private static void cover(Graphics2D graphics, BufferedImage frame, Rectangle2D place) {
    double scale =
        Math.max(place.getWidth() / frame.getWidth(), place.getHeight() / frame.getHeight());
    BufferedImage small =
        FrameImages.fit(
            frame,
            (int) Math.ceil(frame.getWidth() * scale * PX_PER_PT),
            (int) Math.ceil(frame.getHeight() * scale * PX_PER_PT));
    double aspect = place.getWidth() / place.getHeight();
    int cutWidth = (int) Math.min(small.getWidth(), Math.round(aspect * small.getHeight()));
    int cutHeight = (int) Math.min(small.getHeight(), Math.round(small.getWidth() / aspect));
    BufferedImage cut =
        small.getSubimage(
            (small.getWidth() - cutWidth) / 2,
            (small.getHeight() - cutHeight) / 2,
            Math.max(1, cutWidth),
            Math.max(1, cutHeight));
    AffineTransform toPlace =
        new AffineTransform(
            place.getWidth() / cut.getWidth(),
            0,
            0,
            place.getHeight() / cut.getHeight(),
            place.getX(),
            place.getY());
    graphics.drawImage(cut, toPlace, null);
  }
}
