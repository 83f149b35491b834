package org.otklik.vision.face;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.otklik.vision.image.ColourOrder;
import org.otklik.vision.image.Frame;
import org.otklik.vision.image.OpenCv;
import org.otklik.vision.image.Workspace;
import org.otklik.vision.image.Workspaces;
import org.otklik.vision.model.ModelCard;

/**
 * Cuts faces out of frames as a classifier's card says. Thread-safe.
 *
 * <p>Every step is OpenCV's own, so that it can be followed with OpenCV elsewhere. An upright
 * square: the square, of whole pixels, with the picture's border repeated beyond it; {@code
 * cvtColor} to the card's colours; {@code resize}, {@code INTER_AREA} where it shrinks, else {@code
 * INTER_LINEAR}. A turned one: {@code cvtColor}; in floating point {@code warpAffine}, {@code
 * INTER_LINEAR}, to the smallest whole multiple of the crop that is no smaller than the square, so
 * that no pixel of a large face is left out; {@code resize} with {@code INTER_AREA}; rounded.
 */
public final class FaceCropper implements AutoCloseable {

  private final ModelCard.Input input;
  private final Workspaces<Memory> workspaces = new Workspaces<>(Memory::new);

  public FaceCropper(ModelCard.Input input) {
    OpenCv.load();
    this.input = input;
  }

  /**
   * Cuts one face.
   *
   * <p>A box with a margin of a tenth frames faces as FER2013 does: on 1,101 of its validation
   * faces the detector's boxes are, in the median, 0.84 of the picture wide and 1.01 high.
   */
  public FaceCrop cut(Frame frame, DetectedFace face) {
    return cut(frame, FaceSquare.of(frame, face, input));
  }

  /** Cuts out a square of a frame. */
  public FaceCrop cut(Frame frame, FaceSquare square) {
    return workspaces.use(memory -> cut(frame, square, memory));
  }

  private FaceCrop cut(Frame frame, FaceSquare square, Memory memory) {
    memory.take(frame, square);
    memory.colour(input.colourOrder());
    memory.scale(square, input.widthPx(), input.heightPx());
    byte[] pixels = bytes(memory.crop, input.widthPx() * input.heightPx());
    GreyFigures figures = GreyFigures.of(grey(square, memory, pixels));
    return new FaceCrop(
        input.widthPx(),
        input.heightPx(),
        (int) Math.round(square.sidePx()),
        input.colourOrder(),
        pixels,
        figures.brightness(),
        figures.contrast(),
        figures.sharpness());
  }

  /** The same square, grey, of the size that quality is judged at. */
  private byte[] grey(FaceSquare square, Memory memory, byte[] pixels) {
    int side = GreyFigures.SIDE_PX;
    boolean same = input.widthPx() == side && input.heightPx() == side;
    if (same && input.colourOrder() == ColourOrder.GREY) {
      return pixels;
    }
    memory.colour(ColourOrder.GREY);
    memory.scale(square, side, side);
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
    private final Mat floats = new Mat();
    private final Mat turned = new Mat();
    private final Mat shrunk = new Mat();
    private final Mat crop = new Mat();
    private final DoublePointer affine = new DoublePointer(6);
    private final Mat affineMat = new Mat(2, 3, opencv_core.CV_64FC1, affine);
    private int left;
    private int top;

    /** Copies the upright square around a square of the frame. */
    private void take(Frame frame, FaceSquare face) {
      int around = face.isUpright() ? 0 : 2; // for what bilinear interpolation looks at beyond
      int side = Math.max(1, (int) Math.round(face.boundsSidePx()) + around);
      left = (int) Math.round(face.centreXPx() - side / 2.0);
      top = (int) Math.round(face.centreYPx() - side / 2.0);
      take(frame, side);
    }

    /** Beyond the picture its border is repeated. */
    private void take(Frame frame, int side) {
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

    private void colour(ColourOrder order) {
      switch (order) {
        case BGR -> square.copyTo(coloured);
        case RGB -> opencv_imgproc.cvtColor(square, coloured, opencv_imgproc.COLOR_BGR2RGB);
        case GREY -> opencv_imgproc.cvtColor(square, coloured, opencv_imgproc.COLOR_BGR2GRAY);
      }
    }

    private void scale(FaceSquare face, int widthPx, int heightPx) {
      if (face.isUpright()) {
        boolean shrinks = widthPx < coloured.cols() || heightPx < coloured.rows();
        resize(coloured, crop, widthPx, heightPx, shrinks);
        return;
      }
      int multiple = Math.max(1, (int) Math.ceil(face.sidePx() / Math.min(widthPx, heightPx)));
      int cols = multiple * widthPx;
      int rows = multiple * heightPx;
      affine.put(face.affine(cols, rows, left, top));
      // In floating point: with levels rounded twice, versions of OpenCV differ by whole levels.
      coloured.convertTo(floats, opencv_core.CV_32F);
      int method = opencv_imgproc.INTER_LINEAR | opencv_imgproc.WARP_INVERSE_MAP;
      try (Size size = new Size(cols, rows);
          Scalar none = new Scalar(0)) {
        opencv_imgproc.warpAffine(
            floats, turned, affineMat, size, method, opencv_core.BORDER_REPLICATE, none);
      }
      resize(turned, shrunk, widthPx, heightPx, true);
      shrunk.convertTo(crop, opencv_core.CV_8U);
    }

    private static void resize(Mat from, Mat to, int widthPx, int heightPx, boolean shrinks) {
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
      floats.close();
      turned.close();
      shrunk.close();
      affineMat.close();
      affine.close();
      crop.close();
    }
  }
}
