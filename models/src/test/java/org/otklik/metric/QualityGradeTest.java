package org.otklik.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityGradeTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1,    1,    0.5, A
          0.9,  0.8,  0.5, A
          0.89, 0.8,  0.5, B
          0.9,  0.79, 0.5, B
          0.75, 0.6,  0.5, B
          0.74, 1,    0.5, C
          1,    0.59, 0.5, C
          0.5,  0,    0.5, C
          0.49, 1,    0.5, D
          0.8,  1,    0.9, D
          0,    0,    0,   D
          0.95,     , 0.5, A
          0.6,      , 0.5, C
          """)
  void gradeFollowsFromCoverageAndAttention(
      double coverage, Double attention, double limit, QualityGrade expected) {
    assertEquals(expected, QualityGrade.of(coverage, attention, limit));
  }
}
