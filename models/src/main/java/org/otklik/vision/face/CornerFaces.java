package org.otklik.vision.face;

import java.util.ArrayList;
import java.util.List;
import org.otklik.vision.image.Frame;

/**
 * Looks for small faces in the corners of frames, away from a large one: beside the face of an
 * actor on a recorded screen the detector finds that of the viewer, shown small in a corner, in one
 * frame of six; of the corners alone in all of them.
 */
final class CornerFaces {
  /** Width of a face, as a part of the frame's, from which on it may hide small ones. */
  private static final double LARGE = 0.25;

  /** Sides of a corner, as parts of the frame's. */
  private static final double CORNER = 0.4;

  /**
   * Distance from where a corner was cut off, in pixels of the picture: a face there may be half.
   */
  private static final int MARGIN_PX = 2;

  /** Hair and shadows beside a face have up to 0.72, a viewer in a corner 0.7 to 0.99. */
  private static final double MIN_SCORE = 0.75;

  /** A camera's picture in a corner may cover an edge of the large face. */
  private static final double MAX_OVERLAP = 0.6;

  private static final int CHANNELS = 3;

  private final FaceDetector detector;

  CornerFaces(FaceDetector detector) {
    this.detector = detector;
  }

  static boolean mayHide(Frame frame, List<DetectedFace> found) {
    return frame.isDecodable()
        && found.stream().anyMatch(f -> f.box().widthPx() >= LARGE * frame.sourceWidthPx());
  }

  /**
   * The faces in the corners of each frame.
   *
   * @param frames decodable ones
   */
  List<List<DetectedFace>> find(List<Frame> frames) {
    List<List<DetectedFace>> inCorners =
        detector.detect(frames.stream().map(CornerFaces::corners).toList());
    List<List<DetectedFace>> faces = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      Corners corners = Corners.of(frames.get(i));
      faces.add(
          inCorners.get(i).stream()
              .filter(face -> face.score() >= MIN_SCORE && corners.isWhole(face))
              .map(corners::inFrame)
              .toList());
    }
    return faces;
  }

  /** Those that are not among the found ones, nor a part of them. */
  static List<DetectedFace> further(List<DetectedFace> inCorners, List<DetectedFace> found) {
    return inCorners.stream()
        .filter(face -> found.stream().noneMatch(f -> face.box().overlap(f.box()) > MAX_OVERLAP))
        .toList();
  }

  /** A picture of the four corners, side by side and one above the other. */
  private static Frame corners(Frame frame) {
    Corners corners = Corners.of(frame);
    int width = 2 * corners.widthPx();
    int height = 2 * corners.heightPx();
    byte[] bgr = new byte[CHANNELS * width * height];
    for (int row = 0; row < height; row++) {
      int y = row < corners.heightPx() ? row : frame.heightPx() - height + row;
      int half = CHANNELS * corners.widthPx();
      int from = CHANNELS * y * frame.widthPx();
      System.arraycopy(frame.bgr(), from, bgr, 2 * row * half, half);
      int fromRight = from + CHANNELS * frame.widthPx() - half;
      System.arraycopy(frame.bgr(), fromRight, bgr, (2 * row + 1) * half, half);
    }
    int sourceWidth = Math.max(1, (int) Math.round(width * corners.sourceX()));
    int sourceHeight = Math.max(1, (int) Math.round(height * corners.sourceY()));
    return new Frame(frame.mediaTimeMs(), width, height, sourceWidth, sourceHeight, bgr);
  }

  /**
   * Where the corners of a frame lie.
   *
   * @param widthPx of a corner, in pixels of the picture
   * @param heightPx likewise
   */
  private record Corners(int widthPx, int heightPx, Frame frame) {
    static Corners of(Frame frame) {
      return new Corners(
          Math.max(1, (int) (CORNER * frame.widthPx())),
          Math.max(1, (int) (CORNER * frame.heightPx())),
          frame);
    }

    double sourceX() {
      return (double) frame.sourceWidthPx() / frame.widthPx();
    }

    double sourceY() {
      return (double) frame.sourceHeightPx() / frame.heightPx();
    }

    /** Whether the face lies in one corner and was not cut with it. */
    boolean isWhole(DetectedFace face) {
      FaceBox box = face.box();
      return isClear(box.xPx(), box.widthPx(), widthPx * sourceX(), MARGIN_PX * sourceX())
          && isClear(box.yPx(), box.heightPx(), heightPx * sourceY(), MARGIN_PX * sourceY());
    }

    private static boolean isClear(double from, double length, double cut, double margin) {
      return from + length <= cut - margin || from >= cut + margin;
    }

    DetectedFace inFrame(DetectedFace face) {
      double moveX =
          face.box().centreXPx() < widthPx * sourceX()
              ? 0
              : (frame.widthPx() - 2 * widthPx) * sourceX();
      double moveY =
          face.box().centreYPx() < heightPx * sourceY()
              ? 0
              : (frame.heightPx() - 2 * heightPx) * sourceY();
      float[] landmarks = face.landmarksPx().clone();
      for (int i = 0; i < landmarks.length; i += 2) {
        landmarks[i] += (float) moveX;
        landmarks[i + 1] += (float) moveY;
      }
      return new DetectedFace(face.box().moved(moveX, moveY), landmarks, face.score());
    }
  }
}
