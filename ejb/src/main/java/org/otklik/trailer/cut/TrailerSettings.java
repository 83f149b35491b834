package org.otklik.trailer.cut;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.trailer.CutSettings;
import org.otklik.trailer.ScoreSettings;
import org.otklik.trailer.Shot;
import org.otklik.trailer.TrailerMeasure;

/** What a trailer's shots are chosen by; what is not said is the standard. */
@Schema(name = "TrailerSettings")
public record TrailerSettings(
    @Schema(
            description =
                "Weights of the measures, 0 to 100; a measure that is not named does not count."
                    + " Any response alone if nothing is said.")
        Map<TrailerMeasure, Integer> weights,
    @Min(6_000)
        @Max(300_000)
        @Schema(defaultValue = "15000", description = "Length of the trailer.")
        Integer lengthMs,
    @Min(1) @Max(40) @Schema(defaultValue = "8") Integer maxShots,
    @Min(500) @Max(60_000) @Schema(defaultValue = "1500") Integer minShotMs,
    @Min(500) @Max(60_000) @Schema(defaultValue = "5000", description = "Not below minShotMs.")
        Integer maxShotMs,
    @Schema(defaultValue = "false", description = "At most one shot of a scene.")
        Boolean oneShotPerScene,
    @Min(500)
        @Max(300_000)
        @Schema(
            description =
                "At most so much of one scene, locked shots included; any amount if left out.")
        Integer maxPerSceneMs,
    @Schema(
            defaultValue = "false",
            description = "The strongest shot last; else in the order of the creative.")
        Boolean isRising,
    @Min(0)
        @Max(90)
        @Schema(
            defaultValue = "0",
            description = "So many per cent of the creative's end are not shown.")
        Integer hiddenEndPercent,
    @Valid @Size(max = 50) @Schema(description = "Stretches that are not shown, either.")
        List<@NotNull HiddenStretch> hidden,
    @Min(0)
        @Max(5_000)
        @Schema(
            description =
                "Faces respond so much later; whole seconds are used. If left out, what the creative's cuts"
                    + " tell, else 1000.")
        Integer delayMs) {
  static final int FOUR_HOURS_MS = 4 * 3_600_000;
  public static final int MAX_WEIGHT = 100;

  /** Each viewer's response is the mean over so many seconds. */
  private static final int SMOOTHING_SECONDS = 3;

  public TrailerSettings {
    weights = weights == null ? Map.of(TrailerMeasure.ANY_RESPONSE, MAX_WEIGHT) : weights;
    lengthMs = lengthMs == null ? 15_000 : lengthMs;
    maxShots = maxShots == null ? 8 : maxShots;
    minShotMs = minShotMs == null ? 1_500 : minShotMs;
    maxShotMs = maxShotMs == null ? 5_000 : maxShotMs;
    oneShotPerScene = Boolean.TRUE.equals(oneShotPerScene);
    isRising = Boolean.TRUE.equals(isRising);
    hiddenEndPercent = hiddenEndPercent == null ? 0 : hiddenEndPercent;
    hidden = hidden == null ? List.of() : hidden;
  }

  /** All standards. */
  public static TrailerSettings standard() {
    return new TrailerSettings(null, null, null, null, null, null, null, null, null, null, null);
  }

  /**
   * @param delay by which faces follow the creative
   */
  ScoreSettings scoring(int minViewers, int delay) {
    Map<TrailerMeasure, Double> parts = new EnumMap<>(TrailerMeasure.class);
    weights.forEach((measure, weight) -> parts.put(measure, weight / (double) MAX_WEIGHT));
    return new ScoreSettings(parts, SMOOTHING_SECONDS, delay, minViewers);
  }

  /** One shot more than those that stay, about as long as the old one, of none of the refused. */
  CutSettings swapping(int durationMs, List<Shot> staying, Shot old, List<Shot> refused) {
    CutSettings usual = cutting(durationMs, staying);
    List<Shot> excluded = new ArrayList<>(usual.excluded());
    excluded.addAll(refused);
    int stayingMs = staying.stream().mapToInt(Shot::lengthMs).sum();
    return new CutSettings(
        stayingMs + Math.max(old.lengthMs(), minShotMs),
        staying.size() + 1,
        Math.min(old.lengthMs(), minShotMs),
        Math.max(old.lengthMs(), maxShotMs),
        oneShotPerScene,
        usual.maxPerSceneMs(),
        isRising,
        excluded,
        staying);
  }

  CutSettings cutting(int durationMs, List<Shot> locked) {
    List<Shot> excluded = new ArrayList<>();
    hidden.forEach(stretch -> excluded.add(new Shot(stretch.beginMs(), stretch.endMs())));
    int end = (int) (durationMs * (100L - hiddenEndPercent) / 100);
    if (end < durationMs) {
      excluded.add(new Shot(end, durationMs));
    }
    return new CutSettings(
        lengthMs,
        maxShots,
        minShotMs,
        maxShotMs,
        oneShotPerScene,
        maxPerSceneMs == null ? Integer.MAX_VALUE : maxPerSceneMs,
        isRising,
        excluded,
        locked);
  }
}
