package org.otklik.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RetentionPeriodsTest {
  @Test
  void ofTwoPeriodsTheShorterHoldsAndNoneIsLongerThanAny() {
    RetentionPeriods client = new RetentionPeriods(90, 30, null, null);
    RetentionPeriods campaign = new RetentionPeriods(60, 45, 10, null);
    RetentionPeriods both = new RetentionPeriods(60, 30, 10, null);
    assertEquals(both, campaign.shorterOf(client));
    assertEquals(both, client.shorterOf(campaign));
    assertEquals(client, client.shorterOf(RetentionPeriods.KEPT));
  }
}
