package org.otklik.analysis;

/** How far a campaign is; the portal has a word for each. */
public enum CampaignState {
  NO_CREATIVE,
  NO_RECORDING,
  ANALYSING,
  READY
}
