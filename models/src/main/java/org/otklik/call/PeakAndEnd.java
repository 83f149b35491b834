package org.otklik.call;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a call began, was at its worst and ended, by face or by voice: people remember peak and end
 * (D. Kahneman and others, "When more pain is preferred to less: adding a better end",
 * Psychological Science 4 (1993), 401–405).
 *
 * @param beginning mean tone of the first tenth of the seconds that are known, five at least, −1..1
 * @param worst the lowest mean tone of five neighbouring known seconds
 * @param worstSecond the middle one of these
 * @param end mean tone of the last tenth, five at least
 * @param seconds that are known
 */
public record PeakAndEnd(double beginning, double worst, int worstSecond, double end, int seconds) {
  private static final int WIDTH = 5;
  private static final int PARTS = 10;

  /** Else beginning, worst and end would be the same seconds. */
  static final int MIN_SECONDS = 3 * WIDTH;

  /** Empty where the face is seen for less than 15 seconds. */
  public static Optional<PeakAndEnd> ofFace(CallCourse course) {
    return of(course, CourseSecond::face);
  }

  /** Empty where the voice is heard for less than 15 seconds. */
  public static Optional<PeakAndEnd> ofVoice(CallCourse course) {
    return of(course, CourseSecond::voice);
  }

  private static Optional<PeakAndEnd> of(
      CallCourse course, Function<CourseSecond, GroupProbabilities> side) {
    List<CourseSecond> known =
        course.seconds().stream().filter(second -> side.apply(second) != null).toList();
    if (known.size() < MIN_SECONDS) {
      return Optional.empty();
    }
    double[] tones = known.stream().map(side).mapToDouble(GroupProbabilities::tone).toArray();
    int part = Math.max(WIDTH, tones.length / PARTS);
    int worst = 0;
    for (int from = 1; from + WIDTH <= tones.length; from++) {
      if (mean(tones, from, from + WIDTH) < mean(tones, worst, worst + WIDTH)) {
        worst = from;
      }
    }
    return Optional.of(
        new PeakAndEnd(
            mean(tones, 0, part),
            mean(tones, worst, worst + WIDTH),
            known.get(worst + WIDTH / 2).second(),
            mean(tones, tones.length - part, tones.length),
            tones.length));
  }

  private static double mean(double[] values, int from, int until) {
    double sum = 0;
    for (int i = from; i < until; i++) {
      sum += values[i];
    }
    return sum / (until - from);
  }
}
