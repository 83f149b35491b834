package org.otklik.vision.face;

import java.util.List;
import java.util.function.Predicate;
import org.otklik.vision.image.Frame;
import org.otklik.vision.image.QuarterTurn;

/**
 * Looks at a face again, from nearer and from farther away: what is a face at one distance only is
 * a pattern in which the detector saw one. Thread-safe, as its detector is.
 */
public final class FaceRecheck {
  /** Enough for the detector's eyes, and a quarter of the cost of a frame. */
  private static final int SIDE_PX = 160;

  /** Breadth of what is looked at, in longer sides of the face's box. */
  private static final double NEAR = 2.2;

  private static final double FAR = 3.2;

  /** A face that sure needs no look from farther away. */
  private static final double SURE = 0.9;

  /** A face that is this sure at first is looked at no more: no pattern has come near it. */
  private static final double BEYOND_DOUBT = 0.99;

  /** At second sight no face that is turned is so sure. */
  private static final double UPRIGHT = 0.96;

  /** Least overlap of what is found with the face that was. */
  private static final double SAME_FACE_IOU = 0.3;

  /** Pixels of the source a side that a pixel of the look is the mean of, at most. */
  private static final int MAX_SAMPLES = 2;

  private static final int CHANNELS = 3;

  private final FaceDetector detector;

  /**
   * @param detector one with a low threshold, which says how unsure it is
   */
  public FaceRecheck(FaceDetector detector) {
    this.detector = detector;
  }

  /** How sure the detector is of the face at second sight, 0..1, be it upright or not. */
  public float score(Frame frame, DetectedFace face) {
    return score(frame, face, any -> true);
  }

  private float score(Frame frame, DetectedFace face, Predicate<DetectedFace> condition) {
    if (face.score() >= BEYOND_DOUBT && condition.test(face)) {
      return face.score();
    }
    float near = best(cut(frame, face.box(), NEAR), NEAR, condition);
    return near >= SURE ? near : Math.max(near, best(cut(frame, face.box(), FAR), FAR, condition));
  }

  /** How sure it is that the face stands as it is, and turned. */
  public TurnScores turns(Frame frame, DetectedFace face) {
    float upright = score(frame, face, DetectedFace::stands);
    if (upright >= UPRIGHT) {
      return new TurnScores(upright, 0, 0, 0);
    }
    Frame asItIs = cut(frame, face.box(), NEAR);
    Frame right = QuarterTurn.right(asItIs);
    return new TurnScores(
        upright,
        best(right, NEAR, DetectedFace::standsStraight),
        best(QuarterTurn.around(asItIs), NEAR, DetectedFace::standsStraight),
        best(QuarterTurn.around(right), NEAR, DetectedFace::standsStraight));
  }

  private float best(Frame look, double breadth, Predicate<DetectedFace> condition) {
    float side = (float) (SIDE_PX / breadth);
    float corner = (SIDE_PX - side) / 2;
    FaceBox wanted = new FaceBox(corner, corner, side, side);
    return FrameTurns.best(
        detector.detect(List.of(look)).get(0).stream()
            .filter(face -> face.box().iou(wanted) >= SAME_FACE_IOU)
            .filter(condition)
            .toList());
  }

  /** A square about the box, scaled; the picture's border is repeated beyond it. */
  private static Frame cut(Frame frame, FaceBox box, double breadth) {
    double scaleX = (double) frame.widthPx() / frame.sourceWidthPx();
    double scaleY = (double) frame.heightPx() / frame.sourceHeightPx();
    double side = breadth * Math.max(box.widthPx() * scaleX, box.heightPx() * scaleY);
    double left = box.centreXPx() * scaleX - side / 2;
    double top = box.centreYPx() * scaleY - side / 2;
    double step = side / SIDE_PX;
    int samples = (int) Math.max(1, Math.min(MAX_SAMPLES, Math.round(step)));
    int[] columns = places(left, step, samples, frame.widthPx());
    int[] rows = places(top, step, samples, frame.heightPx());
    byte[] bgr = new byte[CHANNELS * SIDE_PX * SIDE_PX];
    for (int y = 0, to = 0; y < SIDE_PX; y++) {
      for (int x = 0; x < SIDE_PX; x++, to += CHANNELS) {
        mean(frame, columns, x * samples, rows, y * samples, samples, bgr, to);
      }
    }
    return new Frame(frame.mediaTimeMs(), SIDE_PX, SIDE_PX, SIDE_PX, SIDE_PX, bgr);
  }

  /** Places in the picture of the samples along one side. */
  private static int[] places(double from, double step, int samples, int pictureSidePx) {
    int[] places = new int[SIDE_PX * samples];
    for (int i = 0; i < places.length; i++) {
      double place = Math.floor(from + (i + 0.5) / samples * step);
      places[i] = (int) Math.max(0, Math.min(pictureSidePx - 1, place));
    }
    return places;
  }

  private static void mean(
      Frame frame,
      int[] columns,
      int firstColumn,
      int[] rows,
      int firstRow,
      int samples,
      byte[] bgr,
      int to) {
    for (int channel = 0; channel < CHANNELS; channel++) {
      int sum = 0;
      for (int row = firstRow; row < firstRow + samples; row++) {
        for (int column = firstColumn; column < firstColumn + samples; column++) {
          int pixel = rows[row] * frame.widthPx() + columns[column];
          sum += frame.bgr()[CHANNELS * pixel + channel] & 0xff;
        }
      }
      bgr[to + channel] = (byte) Math.round((double) sum / (samples * samples));
    }
  }
}
