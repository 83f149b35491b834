package org.otklik.vision;

import java.lang.System.Logger.Level;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Scales packed 8-bit pictures with OpenCV: area-averaged when shrinking, else bilinear. */
final class PixelScaler {

  private static final System.Logger LOG = System.getLogger(PixelScaler.class.getName());

  static {
    // Pictures here are small and jobs run in parallel: OpenCV's own threads would only contend.
    opencv_core.setNumThreads(1);
    LOG.log(Level.INFO, "OpenCV {0} scales on the CPU with 1 thread", opencv_core.CV_VERSION);
  }

  private PixelScaler() {}

  /**
   * Scales a picture.
   *
   * @param channels 1 or 3 bytes a pixel
   * @return the scaled picture, packed likewise; the same array if the size is the same
   */
  static byte[] scale(
      byte[] pixels, int channels, int widthPx, int heightPx, int toWidthPx, int toHeightPx) {
    if (widthPx == toWidthPx && heightPx == toHeightPx) {
      return pixels;
    }
    int type = channels == 1 ? opencv_core.CV_8UC1 : opencv_core.CV_8UC3;
    boolean shrinks = toWidthPx < widthPx || toHeightPx < heightPx;
    int method = shrinks ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_LINEAR;
    byte[] scaled = new byte[toWidthPx * toHeightPx * channels];
    try (BytePointer fromMemory = new BytePointer(pixels);
        BytePointer toMemory = new BytePointer(scaled.length);
        Mat from = new Mat(heightPx, widthPx, type, fromMemory);
        Mat to = new Mat(toHeightPx, toWidthPx, type, toMemory);
        Size size = new Size(toWidthPx, toHeightPx)) {
      opencv_imgproc.resize(from, to, size, 0, 0, method);
      toMemory.get(scaled);
    }
    return scaled;
  }
}
