package org.otklik.search;

/** What is found. */
public enum SearchKind {
  CAMPAIGN,
  CREATIVE,
  /** By its viewer's code. */
  RECORDING,
  STUDY,
  SCHEDULE,
  /** By what it is about. */
  REPORT
}
