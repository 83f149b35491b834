package org.otklik.overview;

/** How far a campaign is; the portal has a word for each. */
public enum CampaignState {
  NO_CREATIVE,
  NO_RECORDING,
  /** Recordings are analysed, or figures calculated. */
  ANALYSING,
  /** Nothing is under way, and figures of a creative could not be calculated. */
  FAILED,
  READY
}
