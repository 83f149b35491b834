package org.otklik.analysis.viewing;

/** Which recordings a list shows, by what became of them. */
public enum ShownViewings {
  ALL,
  COUNTED,
  EXCLUDED,
  UNFINISHED,
  FAILED
}
