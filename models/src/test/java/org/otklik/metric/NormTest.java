package org.otklik.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class NormTest {

  @Test
  void percentileCountsEqualOnesHalf() {
    List<Double> others = List.of(10.0, 20.0, 20.0, 30.0);
    assertEquals(new Norm(0, 4), Norm.of(5, others));
    assertEquals(new Norm(25, 4), Norm.of(15, others));
    assertEquals(new Norm(50, 4), Norm.of(20, others));
    assertEquals(new Norm(100, 4), Norm.of(31, others));
  }

  @Test
  void thereIsNoNormWithoutOthers() {
    assertThrows(IllegalArgumentException.class, () -> Norm.of(5, List.of()));
  }
}
