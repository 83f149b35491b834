package org.otklik.vision.face;

import java.util.ArrayList;
import java.util.List;
import org.otklik.vision.image.Frame;

/**
 * Looks for small faces at the edges of frames, away from a large one: beside the face of an actor
 * on a recorded screen the detector finds that of the viewer, shown small in a corner, in one frame
 * of six; of pieces of the frame alone in most of them.
 */
enum EdgeFaces {
  CORNERS(0.4, 0, 0, 1, 0, 0, 1, 1, 1),
  SMALL_CORNERS(0.25, 0, 0, 1, 0, 0, 1, 1, 1),
  MIDDLES(0.34, 0.5, 0, 0, 0.5, 1, 0.5, 0.5, 1);

  /** Width of a face, as a part of the frame's, from which on it may hide small ones. */
  private static final double LARGE = 0.25;

  /**
   * Distance from where a piece was cut off, in pixels of the picture: a face there may be half.
   */
  private static final int MARGIN_PX = 2;

  /** Hair and shadows beside a face have up to 0.72, a viewer in a corner 0.7 to 0.99. */
  private static final double MIN_SCORE = 0.75;

  /** A camera's picture in a corner may cover an edge of the large face. */
  private static final double MAX_OVERLAP = 0.6;

  private static final int CHANNELS = 3;

  /** Sides of a piece, as parts of the frame's. */
  private final double part;

  /**
   * Where the four pieces lie, x before y: 0 is at the left or the top, 1 at the right or below.
   */
  private final double[] places;

  EdgeFaces(double part, double... places) {
    this.part = part;
    this.places = places;
  }

  static boolean mayHide(Frame frame, List<DetectedFace> found) {
    return frame.isDecodable()
        && found.stream().anyMatch(f -> f.box().widthPx() >= LARGE * frame.sourceWidthPx());
  }

  /**
   * The faces in these pieces of each frame.
   *
   * @param frames decodable ones
   */
  List<List<DetectedFace>> find(FaceDetector detector, List<Frame> frames) {
    List<Pieces> pieces = frames.stream().map(Pieces::new).toList();
    List<List<DetectedFace>> found =
        detector.detect(pieces.stream().map(Pieces::sideBySide).toList());
    List<List<DetectedFace>> faces = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      Pieces of = pieces.get(i);
      faces.add(
          found.get(i).stream()
              .filter(face -> face.score() >= MIN_SCORE && of.isWhole(face.box()))
              .map(of::inFrame)
              .toList());
    }
    return faces;
  }

  /** Those that are not among the found ones, nor a part of them. */
  static List<DetectedFace> further(List<DetectedFace> atEdges, List<DetectedFace> found) {
    return atEdges.stream()
        .filter(face -> found.stream().noneMatch(f -> face.box().overlap(f.box()) > MAX_OVERLAP))
        .toList();
  }

  /** The four pieces of one frame; lengths in pixels of its picture, but for faces. */
  private final class Pieces {
    private final Frame frame;
    private final int widthPx;
    private final int heightPx;

    Pieces(Frame frame) {
      this.frame = frame;
      this.widthPx = Math.max(1, (int) (part * frame.widthPx()));
      this.heightPx = Math.max(1, (int) (part * frame.heightPx()));
    }

    private int leftPx(int piece) {
      return (int) (places[2 * piece] * (frame.widthPx() - widthPx));
    }

    private int topPx(int piece) {
      return (int) (places[2 * piece + 1] * (frame.heightPx() - heightPx));
    }

    private double sourceX() {
      return (double) frame.sourceWidthPx() / frame.widthPx();
    }

    private double sourceY() {
      return (double) frame.sourceHeightPx() / frame.heightPx();
    }

    /** A picture of them, two beside and two below. */
    Frame sideBySide() {
      byte[] bgr = new byte[CHANNELS * 4 * widthPx * heightPx];
      for (int piece = 0; piece < 4; piece++) {
        for (int row = 0; row < heightPx; row++) {
          int from = CHANNELS * ((topPx(piece) + row) * frame.widthPx() + leftPx(piece));
          int to = CHANNELS * widthPx * (2 * (piece / 2 * heightPx + row) + piece % 2);
          System.arraycopy(frame.bgr(), from, bgr, to, CHANNELS * widthPx);
        }
      }
      return new Frame(
          frame.mediaTimeMs(),
          2 * widthPx,
          2 * heightPx,
          (int) Math.max(1, Math.round(2 * widthPx * sourceX())),
          (int) Math.max(1, Math.round(2 * heightPx * sourceY())),
          bgr);
    }

    /** Whether the face lies in one piece and was not cut with it. */
    boolean isWhole(FaceBox box) {
      return isClear(box.xPx(), box.widthPx(), widthPx * sourceX(), MARGIN_PX * sourceX())
          && isClear(box.yPx(), box.heightPx(), heightPx * sourceY(), MARGIN_PX * sourceY());
    }

    private boolean isClear(double from, double length, double cut, double margin) {
      return from + length <= cut - margin || from >= cut + margin;
    }

    DetectedFace inFrame(DetectedFace face) {
      int column = face.box().centreXPx() < widthPx * sourceX() ? 0 : 1;
      int row = face.box().centreYPx() < heightPx * sourceY() ? 0 : 1;
      int piece = 2 * row + column;
      double moveX = (leftPx(piece) - column * widthPx) * sourceX();
      double moveY = (topPx(piece) - row * heightPx) * sourceY();
      float[] landmarks = face.landmarksPx().clone();
      for (int i = 0; i < landmarks.length; i += 2) {
        landmarks[i] += (float) moveX;
        landmarks[i + 1] += (float) moveY;
      }
      return new DetectedFace(face.box().moved(moveX, moveY), landmarks, face.score());
    }
  }
}
