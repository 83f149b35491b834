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

  /** How much of the smaller of the two boxes lies in the other, 0..1. */
  public double overlap(FaceBox other) {
    double iou = iou(other);
    double intersection = iou * (areaPx() + other.areaPx()) / (1 + iou);
    double smaller = Math.min(areaPx(), other.areaPx());
    return smaller > 0 ? intersection / smaller : 0;
  }

  /** How much of the box lies within a picture of that size, 0..1. */
  public double shareWithin(double pictureWidthPx, double pictureHeightPx) {
    double width = Math.min(xPx + widthPx, pictureWidthPx) - Math.max(xPx, 0);
    double height = Math.min(yPx + heightPx, pictureHeightPx) - Math.max(yPx, 0);
    return width <= 0 || height <= 0 ? 0 : width * height / areaPx();
  }

  /** Between the centres, in pixels. */
  public double distancePx(FaceBox other) {
    return Math.hypot(centreXPx() - other.centreXPx(), centreYPx() - other.centreYPx());
  }

  public FaceBox moved(double dxPx, double dyPx) {
    return new FaceBox((float) (xPx + dxPx), (float) (yPx + dyPx), widthPx, heightPx);
  }
}
