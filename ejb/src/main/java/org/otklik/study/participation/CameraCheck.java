package org.otklik.study.participation;

/** Judges a small picture of a viewer's camera, which is kept nowhere; the batch module does it. */
public interface CameraCheck {
  /**
   * @param bgr 3 bytes a pixel, blue first, rows packed
   */
  CameraHint judge(int widthPx, int heightPx, byte[] bgr);
}
