package org.otklik.web.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.otklik.overview.CreativeOrder;

class CreativesQueryTest {
  @Test
  void lengthIsABracketAndTheAddressKeepsIt() {
    CreativesQuery query = new CreativesQuery();
    query.setLength("11-20");
    assertEquals(11, query.query().fromSeconds());
    assertEquals(20, query.query().untilSeconds());
    assertTrue(query.isNarrow());
    assertTrue(query.pageAddress(2).contains("fromSeconds=11&untilSeconds=20"));
    assertEquals("11-20", query.getLength());
  }

  @Test
  void sameColumnAgainTurnsTheOrderRound() {
    CreativesQuery query = new CreativesQuery();
    query.setSort("EEI");
    assertEquals("descending", query.order("EEI"));
    assertTrue(query.sortAddress("EEI").contains("descending=false"));
    assertTrue(query.sortAddress("NAME").contains("descending=false"));
  }

  @Test
  void whatIsNotUnderstoodAsksForNothing() {
    CreativesQuery query = new CreativesQuery();
    query.setFrom("yesterday");
    query.setSort("EEI");
    assertEquals(CreativeOrder.UPLOADED, query.query().sort());
    query.setFrom(null);
    query.setLength("x");
    assertFalse(query.isNarrow());
  }
}
