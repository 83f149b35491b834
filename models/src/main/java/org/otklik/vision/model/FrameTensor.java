package org.otklik.vision.model;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.otklik.vision.image.ColourOrder;
import org.otklik.vision.image.Frame;
import org.otklik.vision.image.OpenCv;
import org.otklik.vision.image.Workspace;

/**
 * Turns frames into a detector's input: scaled, padded with black, split into planes of the model's
 * values, all by OpenCV in memory that stays. For one caller at a time.
 */
public final class FrameTensor implements Workspace {

  private static final int CHANNELS = 3;

  private final ModelCard.Input input;

  private BytePointer frameMemory = new BytePointer(1);
  private Mat frameMat = new Mat();
  private InputSize size;
  private Size scaledSize = new Size();
  private Mat padded = new Mat();
  private Mat scaled = new Mat();
  private Mat planeMat = new Mat();
  private final Mat levels = new Mat((long) CHANNELS);

  public FrameTensor(ModelCard.Input input) {
    OpenCv.load();
    this.input = input;
  }

  /**
   * Writes one frame.
   *
   * @param tensor (n, 3, padded height, padded width)
   * @param index of the frame in the tensor
   */
  public void write(Frame frame, InputSize to, FloatPointer tensor, int index) {
    take(frame);
    prepare(to);
    boolean shrinks = to.widthPx() < frame.widthPx() || to.heightPx() < frame.heightPx();
    int method = shrinks ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_LINEAR;
    opencv_imgproc.resize(frameMat, scaled, scaledSize, 0, 0, method);
    opencv_core.split(padded, levels.position(0));
    long plane = (long) to.paddedWidthPx() * to.paddedHeightPx();
    for (int channel = 0; channel < CHANNELS; channel++) {
      int blueFirst = input.colourOrder() == ColourOrder.BGR ? channel : CHANNELS - 1 - channel;
      long at = (index * (long) CHANNELS + channel) * plane * Float.BYTES;
      planeMat.data(new BytePointer(tensor).position(at));
      levels
          .position(blueFirst)
          .convertTo(planeMat, opencv_core.CV_32F, input.step(channel), input.black(channel));
    }
  }

  private void take(Frame frame) {
    byte[] bgr = frame.bgr();
    if (frameMemory.capacity() < bgr.length
        || frameMat.cols() != frame.widthPx()
        || frameMat.rows() != frame.heightPx()) {
      frameMat.close();
      frameMemory.close();
      frameMemory = new BytePointer(bgr.length);
      frameMat = new Mat(frame.heightPx(), frame.widthPx(), opencv_core.CV_8UC3, frameMemory);
    }
    frameMemory.put(bgr);
  }

  private void prepare(InputSize to) {
    if (to.equals(size)) {
      return;
    }
    closeSized();
    size = to;
    scaledSize = new Size(to.widthPx(), to.heightPx());
    int rows = to.paddedHeightPx();
    int columns = to.paddedWidthPx();
    try (Scalar black = new Scalar(0);
        Rect inside = new Rect(0, 0, to.widthPx(), to.heightPx())) {
      padded = new Mat(rows, columns, opencv_core.CV_8UC3, black);
      scaled = new Mat(padded, inside);
    }
    // Of the right shape; its memory is the tensor's, set anew for every plane.
    planeMat = new Mat(rows, columns, opencv_core.CV_32FC1, frameMemory);
  }

  private void closeSized() {
    scaledSize.close();
    scaled.close();
    padded.close();
    planeMat.close();
  }

  @Override
  public void close() {
    closeSized();
    levels.position(0).close();
    frameMat.close();
    frameMemory.close();
  }
}
