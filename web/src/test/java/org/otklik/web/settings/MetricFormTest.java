package org.otklik.web.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.problem.ProblemException;
import org.otklik.request.RequestValidator;
import org.otklik.settings.MetricSettings;
import org.otklik.timeline.BaselineMethod;
import org.otklik.timeline.CorrectionSettings;

class MetricFormTest {
  private final MetricForm form = MetricForm.of(MetricSettings.STANDARD);

  @Test
  void givesBackWhatItWasFilledWith() {
    assertEquals(MetricSettings.STANDARD, settings());
  }

  @Test
  void readsPerCentAndCommas() {
    form.setStateThreshold("7");
    form.setCoverageLimit("57,5");
    form.setSilentWeight("0,3");
    assertEquals(0.07, settings().stateThreshold());
    assertEquals(0.575, settings().trace().coverageLimit());
    assertEquals(0.3, settings().silentWeight());
  }

  @Test
  void leavesOutSecondsThatNoMethodAsksFor() {
    form.setBaselineSeconds("5");
    assertEquals(CorrectionSettings.OFF, settings().correction());
    form.setBaseline(BaselineMethod.FIRST_SECONDS);
    assertEquals(
        new CorrectionSettings(BaselineMethod.FIRST_SECONDS, 5, 0), settings().correction());
    form.setBaselineSeconds(null);
    assertThrows(ProblemException.class, this::settings);
  }

  @Test
  void takesAnotherGroupForAnEmotion() {
    form.getPolarity().put("FEAR", "NEUTRAL");
    assertEquals(EmotionGroup.NEUTRAL, settings().polarity().groupOf(Emotion.FEAR));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "100.1", "half", "1e2", "", " ", "NaN"})
  void refusesWhatIsNoShare(String text) {
    form.setCoverageLimit(text);
    assertThrows(ProblemException.class, this::settings);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.1", "1.1", "-0.5"})
  void refusesWeightsOutOfRange(String text) {
    form.setSilentWeight(text);
    assertThrows(ProblemException.class, this::settings);
  }

  private MetricSettings settings() {
    return RequestValidator.valid(form.request()).settings();
  }
}
