package org.otklik.web.creative;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.result.CreativeScore;
import org.otklik.analysis.result.VersionedScore;
import org.otklik.metric.EmotionalNps;

/** EmoNPS at one K, with its interval and counts. */
@Schema(
    name = "EmoNps",
    description =
        "EmoNPS: % engaged − % critical − k × % silent viewers; with its 95% confidence interval.")
public record EmoNpsView(
    @Schema(minimum = "0.2", maximum = "1") double k,
    @Schema(minimum = "-100", maximum = "100") double value,
    double low,
    double high,
    int engaged,
    int critical,
    int silent,
    @Schema(description = "Viewers without an included viewing.") int excluded) {

  /** Viewers with an included viewing. */
  public int viewers() {
    return engaged + critical + silent;
  }

  /** At the K of the settings; null when no viewer counts. */
  public static EmoNpsView of(VersionedScore versioned) {
    double k = versioned.settings().metric().silentWeight();
    return versioned.score().emotionalNps().map(nps -> of(nps, k)).orElse(null);
  }

  private static EmoNpsView of(EmotionalNps nps, double k) {
    return new EmoNpsView(
        k,
        nps.value(k),
        nps.low(k),
        nps.high(k),
        nps.engaged(),
        nps.critical(),
        nps.silent(),
        nps.excluded());
  }

  /**
   * As it was summarised; null when no viewer counts.
   *
   * @param judgedViewers all, whether or not a contact of theirs counts
   */
  static EmoNpsView of(CreativeScore score, int judgedViewers) {
    int counted = score.engaged() + score.critical() + score.silent();
    return score.emoNps() == null
        ? null
        : new EmoNpsView(
            score.emoNpsK(),
            score.emoNps(),
            score.emoNpsLow(),
            score.emoNpsHigh(),
            score.engaged(),
            score.critical(),
            score.silent(),
            Math.max(0, judgedViewers - counted)); // viewings judged since the summary
  }
}
