package org.otklik.vision.face;

import java.io.Serializable;

/** A face's box in pixels of the upright video; may reach beyond the picture. */
public record FaceBox(float xPx, float yPx, float widthPx, float heightPx) implements Serializable {

  public float centreXPx() {
    return xPx + widthPx / 2;
  }

  public float centreYPx() {
    return yPx + heightPx / 2;
  }

  public float areaPx() {
    return widthPx * heightPx;
  }

  /** Side of the square of the same area. */
  public double sidePx() {
    return Math.sqrt(areaPx());
  }

  /** Intersection over union, 0..1. */
  public double iou(FaceBox other) {
    double width = Math.min(xPx + widthPx, other.xPx + other.widthPx) - Math.max(xPx, other.xPx);
    double height = Math.min(yPx + heightPx, other.yPx + other.heightPx) - Math.max(yPx, other.yPx);
    if (width <= 0 || height <= 0) {
      return 0;
    }
    double intersection = width * height;
    return intersection / (areaPx() + other.areaPx() - intersection);
  }

  /** Between the centres, in pixels. */
  public double distancePx(FaceBox other) {
    return Math.hypot(centreXPx() - other.centreXPx(), centreYPx() - other.centreYPx());
  }

  public FaceBox moved(double dxPx, double dyPx) {
    return new FaceBox((float) (xPx + dxPx), (float) (yPx + dyPx), widthPx, heightPx);
  }
}
