package org.otklik.report.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.metric.EmotionalNps;
import org.otklik.metric.ResponseSettings;
import org.otklik.metric.ResponseType;
import org.otklik.metric.Viewing;

class NpsRangeTest {

  /** Six engaged, two critical, two silent. */
  private static final EmotionalNps NPS =
      EmotionalNps.of(contacts(6, 2, 2), ResponseSettings.STANDARD).orElseThrow();

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.333, 0.2001, 0.9999})
  void chosenKIsAPointOfTheRangeAlsoWhereItIsNoTenth(double k) {
    NpsRange range = NpsRange.of(NPS, k);
    assertEquals(40 - 20 * k, range.chosen().value(), 1e-9);
    assertEquals(k, range.chosen().k());
    assertEquals(10, range.points().size());
    assertEquals(
        range.points(),
        range.points().stream()
            .sorted((one, other) -> Double.compare(one.k(), other.k()))
            .toList());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.3, 0.7, 1, 0.6000000000000001})
  void chosenTenthIsNoSecondPoint(double k) {
    NpsRange range = NpsRange.of(NPS, k);
    assertEquals(40 - 20 * k, range.chosen().value(), 1e-9);
    assertEquals(9, range.points().size());
  }

  @Test
  void rangeGoesFromTheLeastToTheGreatestK() {
    List<NpsRange.Point> points = NpsRange.of(NPS, 0.5).points();
    assertEquals(36, points.get(0).value(), 1e-9);
    assertEquals(20, points.get(8).value(), 1e-9);
  }

  private static List<Viewing> contacts(int positive, int negative, int neutral) {
    List<Viewing> contacts = new ArrayList<>();
    for (int i = 0; i < positive + negative + neutral; i++) {
      boolean isPositive = i < positive;
      boolean isNegative = !isPositive && i < positive + negative;
      contacts.add(
          new Viewing(
              "v" + i,
              isPositive
                  ? ResponseType.POSITIVE
                  : isNegative ? ResponseType.NEGATIVE : ResponseType.NEUTRAL,
              null,
              10,
              isPositive ? 10 : 0,
              isNegative ? 10 : 0,
              1));
    }
    return contacts;
  }
}
