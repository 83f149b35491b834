package org.otklik.testdata.synthetic;

/**
 * How a synthetic viewer is filmed.
 *
 * @param widthPx of the upright video, even
 * @param heightPx of the upright video, even
 * @param rotationDegrees clockwise turn the stored video needs to be upright, as phones record
 * @param faceShare breadth of the face over the video's width
 * @param centreX of the face over the video's width
 * @param centreY of the face over the video's height
 * @param brightness 1 is well lit
 * @param sway how far the head moves, over the face's breadth
 * @param tiltDegrees how far the head leans to and fro
 * @param noise standard deviation of the sensor's noise in levels of 255
 */
public record Staging(
    int widthPx,
    int heightPx,
    int frameRate,
    int rotationDegrees,
    double faceShare,
    double centreX,
    double centreY,
    double brightness,
    double sway,
    double tiltDegrees,
    double noise) {
  /** In the middle of a well-lit picture, sitting still enough. */
  public static Staging of(int widthPx, int heightPx, int frameRate) {
    return new Staging(widthPx, heightPx, frameRate, 0, 0.24, 0.5, 0.46, 1, 0.06, 3, 3);
  }

  /** Breadth of the face over the video's width, and its place. */
  public Staging framed(double share, double x, double y) {
    return new Staging(
        widthPx,
        heightPx,
        frameRate,
        rotationDegrees,
        share,
        x,
        y,
        brightness,
        sway,
        tiltDegrees,
        noise);
  }

  public Staging lit(double level, double noiseLevels) {
    return new Staging(
        widthPx,
        heightPx,
        frameRate,
        rotationDegrees,
        faceShare,
        centreX,
        centreY,
        level,
        sway,
        tiltDegrees,
        noiseLevels);
  }

  public Staging moving(double swayShare, double degrees) {
    return new Staging(
        widthPx,
        heightPx,
        frameRate,
        rotationDegrees,
        faceShare,
        centreX,
        centreY,
        brightness,
        swayShare,
        degrees,
        noise);
  }

  public Staging rotated(int degrees) {
    return new Staging(
        widthPx,
        heightPx,
        frameRate,
        degrees,
        faceShare,
        centreX,
        centreY,
        brightness,
        sway,
        tiltDegrees,
        noise);
  }
}
