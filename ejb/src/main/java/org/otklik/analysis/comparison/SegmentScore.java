package org.otklik.analysis.comparison;

import org.otklik.analysis.result.VersionedScore;

/**
 * The viewers who share one attribute.
 *
 * @param viewers those with a contact that counts
 * @param score null where there are too few to be shown
 */
public record SegmentScore(String attribute, String value, int viewers, VersionedScore score) {

  /** The index of emotional experience (ИЭО); null where there are too few to be shown. */
  public Double eei() {
    return score == null ? null : score.score().eei();
  }

  /** At the settings' K; null with the index. */
  public Double emoNps() {
    return score == null ? null : score.emoNps();
  }
}
