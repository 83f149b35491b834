package org.otklik.campaign;

/** What is filmed; only campaigns of one kind are comparable. */
public enum CampaignKind {
  /** Viewers watch a video. */
  AD,
  /** Guests enter and leave a place; the two are segments. */
  ENTRY_EXIT,
  /** Customers are in a video call; what they talk by is a script, not a video. */
  CALLS
}
