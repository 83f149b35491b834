package org.otklik.settings;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.Polarity;
import org.otklik.metric.ResponseSettings;
import org.otklik.timeline.BaselineMethod;
import org.otklik.timeline.CorrectionSettings;

class MetricSettingsTest {
  private static final CorrectionSettings SMOOTHED =
      new CorrectionSettings(BaselineMethod.NONE, null, 300);

  @ParameterizedTest
  @CsvSource({"-0.1, 0.5", "1.1, 0.5", "NaN, 0.5", "0.5, 0.1", "0.5, 1.1", "0.5, NaN"})
  void refusesWhatCannotBe(double stateThreshold, double silentWeight) {
    assertThrows(
        IllegalArgumentException.class,
        () -> settings(stateThreshold, silentWeight, Polarity.STANDARD, SMOOTHED));
  }

  @Test
  void onlyTheWeightOfTheSilentLeavesEveryViewingAsItWas() {
    MetricSettings settings = settings(0.5, 0.5, Polarity.STANDARD, SMOOTHED);
    assertTrue(settings.judgesLike(settings(0.5, 1, Polarity.STANDARD, SMOOTHED)));
    assertFalse(settings.judgesLike(settings(0.6, 0.5, Polarity.STANDARD, SMOOTHED)));
    assertFalse(settings.judgesLike(settings(0.5, 0.5, Polarity.STANDARD, CorrectionSettings.OFF)));
    Map<Emotion, EmotionGroup> groups = new EnumMap<>(Polarity.STANDARD.groups());
    groups.put(Emotion.FEAR, EmotionGroup.NEUTRAL);
    assertFalse(settings.judgesLike(settings(0.5, 0.5, new Polarity(groups), SMOOTHED)));
  }

  private static MetricSettings settings(
      double stateThreshold,
      double silentWeight,
      Polarity polarity,
      CorrectionSettings correction) {
    return new MetricSettings(
        stateThreshold, ResponseSettings.STANDARD, silentWeight, polarity, correction);
  }
}
