package org.otklik.analysis.viewing;

/** What an analyst says of a viewing's quality. */
public enum Decision {
  /** It is left out of all figures. */
  EXCLUDED,
  /** It is judged by the settings alone. */
  AUTOMATIC
}
