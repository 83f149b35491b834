package org.otklik.vision;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Cuts faces out of frames as a classifier's card says. Thread-safe.
 *
 * <p>Every step is OpenCV's own on 8-bit pictures, in this order, so that it can be followed with
 * OpenCV elsewhere to the bit: the square with the picture's border repeated beyond it; {@code
 * cvtColor} to the card's colours; {@code resize}, {@code INTER_AREA} where it shrinks, else {@code
 * INTER_LINEAR}.
 */
final class FaceCropper implements AutoCloseable {

  private final ModelCard.Input input;
  private final Workspaces<Memory> workspaces = new Workspaces<>(Memory::new);

  FaceCropper(ModelCard.Input input) {
    OpenCv.load();
    this.input = input;
  }

  /**
   * Cuts one face: its box made square around its centre, its side the mean of width and height,
   * and widened by the card's margin.
   *
   * <p>With a margin of a tenth this frames faces as FER2013 does: on 1,101 of its validation faces
   * the detector's boxes are, in the median, 0.84 of the picture wide and 1.01 high.
   */
  FaceCrop cut(Frame frame, DetectedFace face) {
    return workspaces.use(memory -> cut(frame, face, memory));
  }

  private FaceCrop cut(Frame frame, DetectedFace face, Memory memory) {
    FaceBox box = face.box();
    double scaleX = (double) frame.widthPx() / frame.sourceWidthPx();
    double scaleY = (double) frame.heightPx() / frame.sourceHeightPx();
    double meanSide = (box.widthPx() * scaleX + box.heightPx() * scaleY) / 2;
    // A box larger than the picture is a fault of the detector; its square is bounded all the same.
    int greatest = 2 * Math.max(frame.widthPx(), frame.heightPx());
    int side = (int) Math.round(meanSide * (1 + input.cropMargin()));
    side = Math.max(1, Math.min(side, greatest));
    int left = (int) Math.round(box.centreXPx() * scaleX - side / 2.0);
    int top = (int) Math.round(box.centreYPx() * scaleY - side / 2.0);
    memory.takeSquare(frame, left, top, side);
    memory.colour(memory.square, input.colourOrder());
    memory.scale(memory.coloured, memory.crop, input.widthPx(), input.heightPx());
    byte[] pixels = bytes(memory.crop, input.widthPx() * input.heightPx());
    GreyFigures figures = GreyFigures.of(grey(memory, pixels));
    return new FaceCrop(
        input.widthPx(),
        input.heightPx(),
        side,
        input.colourOrder(),
        pixels,
        figures.brightness(),
        figures.sharpness());
  }

  /** The same square, grey, of the size that quality is judged at. */
  private byte[] grey(Memory memory, byte[] pixels) {
    int side = GreyFigures.SIDE_PX;
    boolean same = input.widthPx() == side && input.heightPx() == side;
    if (same && input.colourOrder() == ColourOrder.GREY) {
      return pixels;
    }
    memory.colour(memory.square, ColourOrder.GREY);
    memory.scale(memory.coloured, memory.crop, side, side);
    return bytes(memory.crop, side * side);
  }

  private static byte[] bytes(Mat mat, int pixels) {
    byte[] bytes = new byte[pixels * mat.channels()];
    mat.data().get(bytes);
    return bytes;
  }

  @Override
  public void close() {
    workspaces.close();
  }

  /** What one crop needs; OpenCV keeps a picture's memory where the next has the same size. */
  private static final class Memory implements Workspace {

    private BytePointer source = new BytePointer(1);
    private final Mat square = new Mat();
    private final Mat coloured = new Mat();
    private final Mat crop = new Mat();

    /** Copies a square of the frame; beyond the picture its border is repeated. */
    private void takeSquare(Frame frame, int left, int top, int side) {
      int fromX = Math.max(0, Math.min(left, frame.widthPx() - 1));
      int fromY = Math.max(0, Math.min(top, frame.heightPx() - 1));
      int width = Math.max(1, Math.min(left + side, frame.widthPx()) - fromX);
      int height = Math.max(1, Math.min(top + side, frame.heightPx()) - fromY);
      ensure(3L * width * height);
      for (int y = 0; y < height; y++) {
        int at = 3 * ((fromY + y) * frame.widthPx() + fromX);
        source.position(3L * y * width).put(frame.bgr(), at, 3 * width);
      }
      source.position(0);
      int leftOf = Math.max(0, Math.min(fromX - left, side - width));
      int above = Math.max(0, Math.min(fromY - top, side - height));
      try (Mat inside = new Mat(height, width, opencv_core.CV_8UC3, source)) {
        opencv_core.copyMakeBorder(
            inside,
            square,
            above,
            side - height - above,
            leftOf,
            side - width - leftOf,
            opencv_core.BORDER_REPLICATE);
      }
    }

    private void ensure(long bytes) {
      if (source.capacity() < bytes) {
        source.close();
        source = new BytePointer(bytes);
      }
    }

    private void colour(Mat bgr, ColourOrder order) {
      switch (order) {
        case BGR -> bgr.copyTo(coloured);
        case RGB -> opencv_imgproc.cvtColor(bgr, coloured, opencv_imgproc.COLOR_BGR2RGB);
        case GREY -> opencv_imgproc.cvtColor(bgr, coloured, opencv_imgproc.COLOR_BGR2GRAY);
      }
    }

    private void scale(Mat from, Mat to, int widthPx, int heightPx) {
      boolean shrinks = widthPx < from.cols() || heightPx < from.rows();
      int method = shrinks ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_LINEAR;
      try (Size size = new Size(widthPx, heightPx)) {
        opencv_imgproc.resize(from, to, size, 0, 0, method);
      }
    }

    @Override
    public void close() {
      source.close();
      square.close();
      coloured.close();
      crop.close();
    }
  }
}
