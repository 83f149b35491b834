package org.otklik.vision.face;

import java.util.List;
import org.otklik.vision.image.Frame;
import org.otklik.vision.image.QuarterTurn;

/**
 * Looks for faces that stand in a frame as it is and turned by quarters. Thread-safe, as its
 * detector is.
 */
public final class FrameTurns {
  /** Who stands, and so surely, sits before a camera that stands, too, whoever lies beside. */
  private static final double SURE = 0.9;

  /** Area of who stands, as a part of that of who lies: a picture on the wall does not count. */
  private static final double MIN_AREA = 0.25;

  /** Of the smaller of two boxes: up to here they show different faces. */
  private static final double MAX_OVERLAP = 0.1;

  private final FaceDetector detector;

  /**
   * @param detector one with a low threshold, which says how unsure it is
   */
  public FrameTurns(FaceDetector detector) {
    this.detector = detector;
  }

  /**
   * How sure the detector is of faces that stand.
   *
   * @param found the faces of the frame as it is, in its pixels; where there are none they are
   *     looked for
   */
  public TurnScores of(Frame frame, List<DetectedFace> found) {
    Frame right = QuarterTurn.right(frame);
    List<Frame> frames = List.of(right, QuarterTurn.around(frame), QuarterTurn.around(right));
    List<List<DetectedFace>> turned = detector.detect(frames);
    List<DetectedFace> asItIs = found.isEmpty() ? detector.detect(List.of(frame)).get(0) : found;
    return scores(frame, asItIs, turned.get(0), turned.get(1), turned.get(2));
  }

  /** Of the faces found in each turn, in pixels of the frame so turned. */
  static TurnScores scores(
      Frame frame,
      List<DetectedFace> asItIs,
      List<DetectedFace> right,
      List<DetectedFace> around,
      List<DetectedFace> left) {
    List<DetectedFace> standing = asItIs.stream().filter(DetectedFace::stands).toList();
    return new TurnScores(
        best(standing),
        best(lying(right, standing, frame, 1)),
        best(lying(around, standing, frame, 2)),
        best(lying(left, standing, frame, 3)));
  }

  /** Those that stand in the turned frame, and beside whom nobody surely stands as it is. */
  private static List<DetectedFace> lying(
      List<DetectedFace> turned, List<DetectedFace> standing, Frame frame, int quarters) {
    return turned.stream()
        .filter(DetectedFace::standsStraight)
        .filter(face -> standing.stream().noneMatch(s -> isBeside(s, back(face, frame, quarters))))
        .toList();
  }

  private static boolean isBeside(DetectedFace standing, FaceBox lying) {
    return standing.score() >= SURE
        && standing.box().areaPx() >= MIN_AREA * lying.areaPx()
        && standing.box().overlap(lying) <= MAX_OVERLAP;
  }

  /** Where a face of the frame turned clockwise by so many quarters is in the frame itself. */
  private static FaceBox back(DetectedFace face, Frame frame, int quarters) {
    FaceBox box = face.box();
    float width = frame.sourceWidthPx();
    float height = frame.sourceHeightPx();
    float w = box.widthPx();
    float h = box.heightPx();
    return switch (quarters) {
      case 1 -> new FaceBox(box.yPx(), height - box.xPx() - w, h, w);
      case 2 -> new FaceBox(width - box.xPx() - w, height - box.yPx() - h, w, h);
      default -> new FaceBox(width - box.yPx() - h, box.xPx(), h, w);
    };
  }

  static float best(List<DetectedFace> faces) {
    return (float) faces.stream().mapToDouble(DetectedFace::score).max().orElse(0);
  }
}
