package org.otklik.media.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Dissolves: what is in between is a mixture of what is before and after it, of which the part of
 * the latter grows steadily. What moves, or a camera that turns, gives no such mixtures.
 */
final class DissolveSearch {
  /** Half of the stretches that are tried; the longest dissolve is twice the last one. */
  private static final int[] HALVES_MS = {160, 240, 360, 520, 720, 960};

  /** On both sides of a stretch nothing much changes for so long. */
  private static final int SIDE_MS = 200;

  private static final double MIN_CHANGE = 0.17;

  /** Of the change, what goes on at the sides. */
  private static final double MAX_SIDE = 0.6;

  /**
   * Of the difference of both sides, what no mixture of them explains, times the change: the less
   * two scenes differ, the more resembles a mixture of them.
   */
  private static final double MAX_UNEXPLAINED = 0.2;

  /** What is not explained counts so much more than what goes on at the sides. */
  private static final double WEIGHT = 3;

  /** From one frame to the next, part of the change: more is a cut. */
  private static final double MAX_STEP = 0.4;

  /** From so alike shapes on, it is the same place in another light. */
  private static final double SAME_PLACE = 0.35;

  /** How fast the part may grow on at the sides, in how fast it grows in between. */
  private static final double MAX_GROWTH = 0.5;

  /** The part grows to and fro by no more. */
  private static final double MAX_WAY = 1.6;

  private static final double EARLY = 0.15;
  private static final double LATE = 0.85;

  /**
   * @param beginMs of the stretch that was tried
   * @param endMs likewise
   */
  record Dissolve(SceneBorder border, int beginMs, int endMs, double strength) {}

  private final RecentFrames recent;
  private final List<Dissolve> found = new ArrayList<>();

  DissolveSearch(RecentFrames recent) {
    this.recent = recent;
  }

  /** How many frames around one must be at hand. */
  int reach() {
    return recent.framesIn(HALVES_MS[HALVES_MS.length - 1] + SIDE_MS) + 1;
  }

  /** Tries stretches around the frame of this number. */
  void visit(int number) {
    int side = recent.framesIn(SIDE_MS);
    for (int halfMs : HALVES_MS) {
      int half = Math.max(2, recent.framesIn(halfMs));
      int begin = number - half;
      int end = number + half;
      if (recent.has(begin - side) && recent.has(end + side)) {
        stretch(begin, end, side);
      }
    }
  }

  private void stretch(int begin, int end, int side) {
    double change = recent.distance(begin, end);
    if (change < MIN_CHANGE) {
      return;
    }
    double atSides =
        Math.max(recent.distance(begin - side, begin), recent.distance(end, end + side));
    if (atSides > MAX_SIDE * change) {
      return;
    }
    double[] parts = new double[end - begin + 1];
    double unexplained = mixtures(begin, end, parts);
    if (unexplained > MAX_UNEXPLAINED * change
        || !growsSteadily(parts)
        || recent.frame(begin).likeness(recent.frame(end)) > SAME_PLACE
        || growthAtSides(begin, end, side) > MAX_GROWTH * 2 * side / (end - begin)) {
      return;
    }
    double early = crossing(begin, parts, EARLY);
    double late = crossing(begin, parts, LATE);
    int middleMs = (int) Math.round((early + late) / 2);
    int lengthMs = (int) Math.round((late - early) / (LATE - EARLY));
    found.add(
        new Dissolve(
            new SceneBorder(middleMs, lengthMs),
            recent.frame(begin).timeMs(),
            recent.frame(end).timeMs(),
            change - atSides - WEIGHT * unexplained));
  }

  /**
   * By least squares over the cells.
   *
   * @param parts to be filled: of the frame after the stretch in each of its frames
   * @return mean of the squares left, in those of the difference
   */
  private double mixtures(int begin, int end, double[] parts) {
    double whole = squares(begin, end);
    double left = 0;
    for (int at = begin; at <= end; at++) {
      double part = part(begin, end, at);
      parts[at - begin] = part;
      left += squares(begin, at) - part * part * whole;
    }
    return left / parts.length / Math.max(whole, 1);
  }

  /** Of the frame after the stretch, in the frame of this number. */
  private double part(int begin, int end, int number) {
    float[] from = recent.frame(begin).cells();
    float[] to = recent.frame(end).cells();
    float[] cells = recent.frame(number).cells();
    double product = 0;
    for (int i = 0; i < from.length; i++) {
      product += (cells[i] - from[i]) * (to[i] - from[i]);
    }
    return product / Math.max(squares(begin, end), 1);
  }

  private double squares(int one, int other) {
    float[] from = recent.frame(one).cells();
    float[] to = recent.frame(other).cells();
    double squares = 0;
    for (int i = 0; i < from.length; i++) {
      squares += (to[i] - from[i]) * (to[i] - from[i]);
    }
    return squares;
  }

  /** A light that slowly changes goes on changing. */
  private double growthAtSides(int begin, int end, int side) {
    return part(begin, end, end + side) - 1 - part(begin, end, begin - side);
  }

  private static boolean growsSteadily(double[] parts) {
    double way = 0;
    for (int i = 1; i < parts.length; i++) {
      double step = Math.abs(parts[i] - parts[i - 1]);
      way += step;
      if (step > MAX_STEP) {
        return false;
      }
    }
    return way <= MAX_WAY;
  }

  /** When the part is first as large as this, in milliseconds. */
  private double crossing(int begin, double[] parts, double level) {
    int at = 1;
    while (at < parts.length - 1 && parts[at] < level) {
      at++;
    }
    double before = recent.frame(begin + at - 1).timeMs();
    double after = recent.frame(begin + at).timeMs();
    double share = (level - parts[at - 1]) / Math.max(1e-6, parts[at] - parts[at - 1]);
    return before + (after - before) * Math.max(0, Math.min(1, share));
  }

  /** The strongest ones that hold none of these borders, none of which touches another. */
  List<SceneBorder> dissolves(List<SceneBorder> others) {
    List<SceneBorder> chosen = new ArrayList<>();
    found.stream()
        .filter(
            one ->
                others.stream()
                    .noneMatch(other -> other.endMs() > one.beginMs && other.beginMs() < one.endMs))
        .sorted(Comparator.comparingDouble(one -> -one.strength))
        .forEach(
            one -> {
              if (chosen.stream().noneMatch(other -> other.touches(one.border, SIDE_MS))) {
                chosen.add(one.border);
              }
            });
    return chosen;
  }
}
