package org.otklik.analysis.course;

import java.util.Optional;
import org.otklik.statistics.RankCorrelation;

/**
 * How a part of the customers' calls goes with one of their answers.
 *
 * @param n customers of whom both are known
 * @param correlation empty of too few customers, and where all values of either are equal
 */
public record CourseCorrelation(
    Question question, CourseSide side, Part part, int n, Optional<RankCorrelation> correlation) {
  /** What was asked. */
  public enum Question {
    NPS,
    CSAT
  }

  /** Of a call. */
  public enum Part {
    BEGINNING,
    WORST,
    END
  }

  public boolean isOfTooFew() {
    return n < RankCorrelation.MIN_N;
  }
}
