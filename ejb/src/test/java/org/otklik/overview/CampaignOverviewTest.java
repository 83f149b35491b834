package org.otklik.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignOverviewTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, true, false, NO_CREATIVE",
    "1, 0, true, false, NO_RECORDING",
    "1, 3, false, false, ANALYSING",
    "2, 3, false, true, ANALYSING",
    "2, 3, true, true, FAILED",
    "2, 3, true, false, READY",
  })
  void failedSummaryIsNotBeingAnalysedForEver(
      int creatives, int recordings, boolean settled, boolean failed, CampaignState state) {
    assertEquals(
        state,
        new CampaignOverview(null, creatives, recordings, 0, 0, 0, settled, failed, null, null)
            .state());
  }
}
