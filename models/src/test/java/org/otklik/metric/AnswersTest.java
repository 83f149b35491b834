package org.otklik.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.metric.answer.AnswerCorrelation;
import org.otklik.metric.answer.AnswerScore;
import org.otklik.metric.answer.AnswerScores;
import org.otklik.metric.answer.ViewerAnswer;

class AnswersTest {

  @Test
  void npsIsPromotersMinusDetractors() {
    AnswerScore nps = AnswerScores.nps(answers(10, 9, 9, 8, 7, 6, 0, null)).orElseThrow();
    assertEquals(100 * (3 - 2) / 7.0, nps.value(), 1e-9);
    assertEquals(7, nps.n());
    assertEquals(3, nps.highAnswers());
    assertEquals(2, nps.lowAnswers());
    assertTrue(nps.low() < nps.value() && nps.value() < nps.high(), nps.toString());
  }

  @Test
  void csatIsTheShareOfTheSatisfied() {
    List<ViewerAnswer> answers = new ArrayList<>();
    for (int csat : new int[] {5, 4, 4, 3, 1}) {
      answers.add(new ViewerAnswer("v" + answers.size(), null, csat));
    }
    AnswerScore csat = AnswerScores.csat(answers).orElseThrow();
    assertEquals(60, csat.value(), 1e-9);
    assertEquals(5, csat.n());
    assertTrue(AnswerScores.nps(answers).isEmpty());
  }

  @Test
  void singleAnswerLeavesTheWholeRangeOpen() {
    AnswerScore nps = AnswerScores.nps(answers(10)).orElseThrow();
    assertEquals(100, nps.value(), 1e-9);
    assertEquals(-100, nps.low(), 1e-9);
  }

  @Test
  void answersOutsideTheirScaleAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new ViewerAnswer("v", 11, null));
    assertThrows(IllegalArgumentException.class, () -> new ViewerAnswer("v", null, 0));
  }

  @Test
  void correlationIsPearsons() {
    int[] x = {10, 8, 9, 4, 7, 5, 6};
    double[] net = {0.3, 0.1, 0.25, -0.2, 0.0, -0.1, 0.1};
    List<ViewerAnswer> answers = new ArrayList<>();
    List<Viewing> contacts = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      answers.add(new ViewerAnswer("v" + i, x[i], null));
      contacts.add(contact("v" + i, net[i]));
    }
    answers.add(new ViewerAnswer("not filmed", 10, null));
    contacts.add(contact("not asked", 0.9));
    contacts.add(Viewing.analysisFailed("v0"));
    AnswerCorrelation correlation =
        AnswerCorrelation.of(answers, ViewerAnswer::nps, contacts).orElseThrow();
    assertEquals(7, correlation.n());
    assertEquals(0.9449809150926273, correlation.r(), 1e-12); // by NumPy
    // tanh(atanh(r) ± 1.96 / √4)
    assertEquals(0.665, correlation.low(), 1e-3);
    assertEquals(0.992, correlation.high(), 1e-3);
    assertEquals(0.753, correlation.minClear(), 1e-3);
  }

  @Test
  void threeViewersAndALineHaveNoInterval() {
    assertNull(AnswerCorrelation.of(0.5, 3).low());
    assertEquals(1, AnswerCorrelation.of(0.5, 3).minClear());
    assertNull(AnswerCorrelation.of(-1, 8).high());
  }

  @Test
  void sameAnswerOfEverybodyGoesWithNothing() {
    List<Viewing> contacts =
        List.of(contact("v0", 0.1), contact("v1", 0.5), contact("v2", -0.3), contact("v3", 0));
    assertTrue(AnswerCorrelation.of(answers(7, 7, 7, 7), ViewerAnswer::nps, contacts).isEmpty());
    assertTrue(AnswerCorrelation.of(answers(7, 8), ViewerAnswer::nps, contacts).isEmpty());
  }

  private static Viewing contact(String viewer, double net) {
    double positive = 10 * Math.max(0, net);
    double negative = 10 * Math.max(0, -net);
    return new Viewing(viewer, ResponseType.NEUTRAL, null, 10, positive, negative, 1);
  }

  private static List<ViewerAnswer> answers(Integer... nps) {
    List<ViewerAnswer> answers = new ArrayList<>();
    for (Integer one : nps) {
      answers.add(new ViewerAnswer("v" + answers.size(), one, null));
    }
    return answers;
  }
}
