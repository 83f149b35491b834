package org.otklik.analysis.viewing;

/** What a list of recordings is sorted by; what is not known yet comes last. */
public enum ViewingSort {
  /** As the creatives, and of each the recordings, were uploaded. */
  UPLOADED("created_at"),
  VIEWER("code"),
  CREATIVE("creative_name"),
  STATE("state_rank"),
  RESPONSE("response_rank"),
  GRADE("grade"),
  COVERAGE("coverage");

  private final String column;

  ViewingSort(String column) {
    this.column = column;
  }

  /** A column of the searched rows. */
  String column() {
    return column;
  }
}
