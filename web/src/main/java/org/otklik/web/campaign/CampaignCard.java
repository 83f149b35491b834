package org.otklik.web.campaign;

import java.util.List;
import org.otklik.web.creative.CreativeView;

/** A campaign as the list shows it. */
public record CampaignCard(CampaignResultView result) {

  /** How far a campaign is; the portal has a word for each. */
  public enum State {
    NO_CREATIVE,
    NO_RECORDING,
    ANALYSING,
    READY
  }

  public State state() {
    List<CreativeView> creatives = result.creatives();
    if (creatives.isEmpty()) {
      return State.NO_CREATIVE;
    }
    if (creatives.stream().allMatch(creative -> creative.recordings().all() == 0)) {
      return State.NO_RECORDING;
    }
    boolean settled =
        creatives.stream()
            .allMatch(creative -> creative.settled() || creative.recordings().all() == 0);
    return settled ? State.READY : State.ANALYSING;
  }

  public int recordings() {
    return result.creatives().stream().mapToInt(creative -> creative.recordings().all()).sum();
  }
}
