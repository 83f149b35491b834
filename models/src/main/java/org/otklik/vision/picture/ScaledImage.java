package org.otklik.vision.picture;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.image.Frame;
import org.otklik.vision.image.OpenCv;

/**
 * A part of a picture, or a picture with a border around it, as it is shown to the detector.
 *
 * @param frame its source is in pixels of the picture
 * @param leftPx where the view's left edge lies in the picture; negative in a border
 * @param topPx likewise
 */
record ScaledImage(Frame frame, int leftPx, int topPx) {

  /** Enough for a face of 48 pixels to be one of 192: the detector's eyes need some breadth. */
  private static final int ENLARGED_PX = 192;

  /** A close-up keeps no more detail than a face's crop needs. */
  private static final int CLOSE_UP_PX = 640;

  /** Tiles overlap by this part of a picture divided by the tiles a side. */
  private static final double OVERLAP = 0.25;

  static ScaledImage whole(Frame picture) {
    return new ScaledImage(picture, 0, 0);
  }

  /**
   * A small picture made larger, with half of its size on every side as its border repeated: the
   * detector learned faces that have something around them.
   */
  static ScaledImage enlarged(Frame picture) {
    return bordered(picture, ENLARGED_PX);
  }

  /** A picture that a face fills, made smaller in the same way. */
  static ScaledImage receded(Frame picture) {
    return bordered(picture, Math.min(CLOSE_UP_PX, longSidePx(picture)));
  }

  private static ScaledImage bordered(Frame picture, int longSidePx) {
    double scale = (double) longSidePx / longSidePx(picture);
    int width = Math.max(1, (int) Math.round(picture.widthPx() * scale));
    int height = Math.max(1, (int) Math.round(picture.heightPx() * scale));
    int borderX = width / 2;
    int borderY = height / 2;
    byte[] bgr = bordered(picture, width, height, borderX, borderY);
    double sourceX = (double) picture.sourceWidthPx() / width;
    double sourceY = (double) picture.sourceHeightPx() / height;
    Frame frame =
        new Frame(
            picture.mediaTimeMs(),
            width + 2 * borderX,
            height + 2 * borderY,
            Math.max(1, (int) Math.round((width + 2 * borderX) * sourceX)),
            Math.max(1, (int) Math.round((height + 2 * borderY) * sourceY)),
            bgr);
    return new ScaledImage(
        frame, (int) -Math.round(borderX * sourceX), (int) -Math.round(borderY * sourceY));
  }

  private static byte[] bordered(Frame picture, int width, int height, int borderX, int borderY) {
    OpenCv.load();
    boolean shrinks = width < picture.widthPx();
    try (BytePointer pixels = new BytePointer(picture.bgr());
        Mat whole = new Mat(picture.heightPx(), picture.widthPx(), opencv_core.CV_8UC3, pixels);
        Mat scaled = new Mat();
        Mat bordered = new Mat();
        Size size = new Size(width, height)) {
      int method = shrinks ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_LINEAR;
      opencv_imgproc.resize(whole, scaled, size, 0, 0, method);
      opencv_core.copyMakeBorder(
          scaled, bordered, borderY, borderY, borderX, borderX, opencv_core.BORDER_REPLICATE);
      byte[] bgr = new byte[3 * bordered.cols() * bordered.rows()];
      bordered.data().get(bgr);
      return bgr;
    }
  }

  /** Overlapping parts, so many a side: what is seen of each is that many times as large. */
  static List<ScaledImage> tiles(Frame picture, int aSide) {
    List<ScaledImage> tiles = new ArrayList<>();
    int width = tileSide(picture.widthPx(), aSide);
    int height = tileSide(picture.heightPx(), aSide);
    for (int row = 0; row < aSide; row++) {
      for (int column = 0; column < aSide; column++) {
        int left = (picture.widthPx() - width) * column / (aSide - 1);
        int top = (picture.heightPx() - height) * row / (aSide - 1);
        tiles.add(tile(picture, left, top, width, height));
      }
    }
    return tiles;
  }

  private static int tileSide(int side, int aSide) {
    return Math.min(side, (int) Math.ceil(side * (1 + OVERLAP) / aSide));
  }

  private static ScaledImage tile(Frame picture, int left, int top, int width, int height) {
    byte[] bgr = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      int from = 3 * ((top + y) * picture.widthPx() + left);
      System.arraycopy(picture.bgr(), from, bgr, 3 * y * width, 3 * width);
    }
    double sourceX = (double) picture.sourceWidthPx() / picture.widthPx();
    double sourceY = (double) picture.sourceHeightPx() / picture.heightPx();
    Frame frame =
        new Frame(
            picture.mediaTimeMs(),
            width,
            height,
            Math.max(1, (int) Math.round(width * sourceX)),
            Math.max(1, (int) Math.round(height * sourceY)),
            bgr);
    return new ScaledImage(
        frame, (int) Math.round(left * sourceX), (int) Math.round(top * sourceY));
  }

  /** The box of a face seen in this view, in the picture. */
  FaceBox inPicture(FaceBox box) {
    return new FaceBox(box.xPx() + leftPx, box.yPx() + topPx, box.widthPx(), box.heightPx());
  }

  static int longSidePx(Frame picture) {
    return Math.max(picture.widthPx(), picture.heightPx());
  }
}
