package org.otklik.web.campaign;

import org.otklik.analysis.CampaignOverview;
import org.otklik.campaign.Campaign;

/** A campaign as the list shows it. */
public record CampaignCard(CampaignOverview overview) {

  /** How far a campaign is; the portal has a word for each. */
  public enum State {
    NO_CREATIVE,
    NO_RECORDING,
    ANALYSING,
    READY
  }

  public Campaign campaign() {
    return overview.campaign();
  }

  public State state() {
    if (overview.creatives() == 0) {
      return State.NO_CREATIVE;
    }
    if (overview.recordings() == 0) {
      return State.NO_RECORDING;
    }
    return overview.settled() ? State.READY : State.ANALYSING;
  }
}
