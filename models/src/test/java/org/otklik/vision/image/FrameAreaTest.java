package org.otklik.vision.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameAreaTest {
  @Test
  void isWhatItsSharesSay() {
    FrameArea area = new FrameArea(0.25, 0, 0.75, 1);
    assertEquals(area, FrameArea.of(area.shares()));
    assertFalse(area.isWhole());
    assertTrue(FrameArea.of(new double[] {0, 0, 1, 1}).isWhole());
  }

  @ParameterizedTest
  @CsvSource({
    "-0.1, 0, 0.5, 1",
    "0, -0.1, 0.5, 1",
    "0.6, 0, 0.5, 1",
    "0, 0.6, 1, 0.5",
    "0, 0, 0.01, 1",
    "0, 0, 1, 0",
    "NaN, 0, 1, 1",
    "0, 0, Infinity, 1",
  })
  void liesInTheFrame(double left, double top, double width, double height) {
    assertThrows(IllegalArgumentException.class, () -> new FrameArea(left, top, width, height));
  }
}
