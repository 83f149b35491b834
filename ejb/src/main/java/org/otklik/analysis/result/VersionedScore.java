package org.otklik.analysis.result;

import org.otklik.metric.GroupScore;

/** What viewings amount to, and the settings that this is told with. */
public record VersionedScore(FigureSettings settings, GroupScore score) {

  /** EmoNPS at the K of the settings; null when no contact counts. */
  public Double emoNps() {
    return score.emoNps(settings.metric().silentWeight());
  }
}
