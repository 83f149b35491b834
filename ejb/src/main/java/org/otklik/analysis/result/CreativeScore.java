package org.otklik.analysis.result;

import java.time.Instant;
import org.otklik.metric.KeyFigures;

/**
 * A creative's stored business metrics; {@code eei} and {@code emoNps} and their intervals are null
 * when no viewing counts.
 *
 * @param emoNpsK the K that {@code emoNps} was computed with
 * @param settingsVersion the version of the campaign's settings that all was computed with
 */
public record CreativeScore(
    int positive,
    int negative,
    int neutral,
    int excluded,
    Double eei,
    Double eeiLow,
    Double eeiHigh,
    int engaged,
    int critical,
    int silent,
    Double emoNps,
    Double emoNpsLow,
    Double emoNpsHigh,
    double emoNpsK,
    KeyFigures headlines,
    int settingsVersion,
    Instant computedAt) {

  /** Contacts that count. */
  public int counted() {
    return positive + negative + neutral;
  }
}
