package org.otklik.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlayOrderTest {
  private static final List<String> LISTED = List.of("a", "b", "c");

  @Test
  void fixedOrderIsThatOfTheList() {
    assertEquals(LISTED, PlayOrder.FIXED.of(LISTED, 7));
  }

  @Test
  void balancedOrderShowsEachOneAsOftenInEveryPlace() {
    assertEquals(LISTED, PlayOrder.BALANCED.of(LISTED, 1));
    assertEquals(List.of("b", "c", "a"), PlayOrder.BALANCED.of(LISTED, 2));
    assertEquals(List.of("c", "a", "b"), PlayOrder.BALANCED.of(LISTED, 3));
    assertEquals(LISTED, PlayOrder.BALANCED.of(LISTED, 4));
    assertEquals(List.of(), PlayOrder.BALANCED.of(List.of(), 2));
  }
}
