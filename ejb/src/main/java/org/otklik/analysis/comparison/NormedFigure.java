package org.otklik.analysis.comparison;

/** The figures of a creative that are ranked; {@link #column()} is where they are stored. */
public enum NormedFigure {
  EEI("eei"),
  EMO_NPS("emo_nps"),
  ATTRACTION("attraction"),
  PEAK("peak"),
  END("end_share"),
  IMPACT("impact"),
  EXPRESSIVENESS("expressiveness"),
  ATTENTION("attention");

  private final String column;

  NormedFigure(String column) {
    this.column = column;
  }

  /** Of {@code agg.creative_score}. */
  public String column() {
    return column;
  }
}
