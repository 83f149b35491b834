package org.otklik.vision.face;

import java.util.List;
import org.otklik.vision.image.Frame;
import org.otklik.vision.model.ModelCard;

/**
 * The square of a frame's picture that a classifier is given, possibly turned.
 *
 * @param centreXPx in pixels of the frame's picture, whose first pixel reaches from 0 to 1
 * @param centreYPx likewise
 * @param sidePx likewise
 * @param cosine of the angle by which it is turned clockwise
 * @param sine likewise
 */
public record FaceSquare(
    double centreXPx, double centreYPx, double sidePx, double cosine, double sine) {

  private static final int LANDMARKS = 5;

  /** The square of a face as the card says. */
  public static FaceSquare of(Frame frame, DetectedFace face, ModelCard.Input input) {
    double scaleX = (double) frame.widthPx() / frame.sourceWidthPx();
    double scaleY = (double) frame.heightPx() / frame.sourceHeightPx();
    double[] landmarks = new double[2 * LANDMARKS];
    for (int i = 0; i < LANDMARKS; i++) {
      landmarks[2 * i] = face.landmarksPx()[2 * i] * scaleX;
      landmarks[2 * i + 1] = face.landmarksPx()[2 * i + 1] * scaleY;
    }
    FaceBox box = face.box();
    double meanSide = (box.widthPx() * scaleX + box.heightPx() * scaleY) / 2;
    FaceSquare upright =
        new FaceSquare(
            box.centreXPx() * scaleX,
            box.centreYPx() * scaleY,
            meanSide * (1 + input.cropMargin()),
            1,
            0);
    FaceSquare wanted =
        switch (input.alignment()) {
          case BOX -> upright;
          case ROLL -> upright.turned(landmarks);
          case LANDMARKS -> fitted(input.template(), landmarks);
        };
    // Larger than the picture is a fault of the detector, as are landmarks all in one place; the
    // square is bounded all the same.
    double greatest = 2.0 * Math.max(frame.widthPx(), frame.heightPx());
    FaceSquare usable = wanted.sidePx >= 1 && wanted.sidePx <= greatest ? wanted : upright;
    return usable.withSide(Math.max(1, Math.min(usable.sidePx, greatest)));
  }

  /** The upright square in the middle of a picture: its mean side, as for a face's box. */
  public static FaceSquare whole(Frame picture) {
    double meanSide = (picture.widthPx() + picture.heightPx()) / 2.0;
    return new FaceSquare(picture.widthPx() / 2.0, picture.heightPx() / 2.0, meanSide, 1, 0);
  }

  /** Turned as the line from the right eye to the left one; not at all where both are one. */
  private FaceSquare turned(double[] landmarks) {
    double x = landmarks[2] - landmarks[0];
    double y = landmarks[3] - landmarks[1];
    double length = Math.hypot(x, y);
    return length > 0 ? new FaceSquare(centreXPx, centreYPx, sidePx, x / length, y / length) : this;
  }

  /**
   * The square in which the template lies closest to the landmarks: the similarity of least
   * squares, without a reflection (S. Umeyama, "Least-squares estimation of transformation
   * parameters between two point patterns", IEEE PAMI 13 (1991), 376–380). In the plane it is a
   * complex number: the sum of conj(t) × l over the sum of |t|², both about their means.
   */
  private static FaceSquare fitted(List<Double> template, double[] landmarks) {
    double templateX = 0;
    double templateY = 0;
    double landmarkX = 0;
    double landmarkY = 0;
    for (int i = 0; i < LANDMARKS; i++) {
      templateX += template.get(2 * i) / LANDMARKS;
      templateY += template.get(2 * i + 1) / LANDMARKS;
      landmarkX += landmarks[2 * i] / LANDMARKS;
      landmarkY += landmarks[2 * i + 1] / LANDMARKS;
    }
    double real = 0;
    double imaginary = 0;
    double squares = 0;
    for (int i = 0; i < LANDMARKS; i++) {
      double tx = template.get(2 * i) - templateX;
      double ty = template.get(2 * i + 1) - templateY;
      double lx = landmarks[2 * i] - landmarkX;
      double ly = landmarks[2 * i + 1] - landmarkY;
      real += tx * lx + ty * ly;
      imaginary += tx * ly - ty * lx;
      squares += tx * tx + ty * ty;
    }
    double side = Math.hypot(real, imaginary) / squares;
    double cosine = real / squares / side;
    double sine = imaginary / squares / side;
    double toCentreX = 0.5 - templateX;
    double toCentreY = 0.5 - templateY;
    return new FaceSquare(
        landmarkX + side * (cosine * toCentreX - sine * toCentreY),
        landmarkY + side * (sine * toCentreX + cosine * toCentreY),
        side,
        cosine,
        sine);
  }

  private FaceSquare withSide(double side) {
    return new FaceSquare(centreXPx, centreYPx, side, cosine, sine);
  }

  boolean isUpright() {
    return sine == 0 && cosine > 0;
  }

  /** Side of the upright square around it. */
  double boundsSidePx() {
    return sidePx * (Math.abs(cosine) + Math.abs(sine));
  }

  /**
   * The affine map from a pixel of a crop to one of a picture that begins at left and top, both
   * counted from their pixels' centres; two rows of three.
   */
  double[] affine(int cropWidthPx, int cropHeightPx, int left, int top) {
    double stepX = sidePx / cropWidthPx;
    double stepY = sidePx / cropHeightPx;
    double fromCentreX = 0.5 * stepX - sidePx / 2;
    double fromCentreY = 0.5 * stepY - sidePx / 2;
    return new double[] {
      cosine * stepX,
      -sine * stepY,
      centreXPx + cosine * fromCentreX - sine * fromCentreY - left - 0.5,
      sine * stepX,
      cosine * stepY,
      centreYPx + sine * fromCentreX + cosine * fromCentreY - top - 0.5
    };
  }
}
