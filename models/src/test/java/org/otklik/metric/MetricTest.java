package org.otklik.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.metric.ResponseType.EXCLUDED;
import static org.otklik.metric.ResponseType.NEGATIVE;
import static org.otklik.metric.ResponseType.NEUTRAL;
import static org.otklik.metric.ResponseType.POSITIVE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.emotion.EmotionGroup;
import org.otklik.statistics.ShareInterval;
import org.otklik.statistics.WilsonInterval;
import org.otklik.timeline.ScoresFixture;
import org.otklik.timeline.ViewerSecond;

class MetricTest {

  private static final ResponseSettings SETTINGS = ResponseSettings.STANDARD;

  private static Viewing contact(String viewer, double observed, double positive, double negative) {
    List<ViewerSecond> seconds = new ArrayList<>();
    for (int second = 0; second < observed; second++) {
      EmotionGroup state = EmotionGroup.NEUTRAL;
      if (second < positive) {
        state = EmotionGroup.POSITIVE;
      } else if (second < positive + negative) {
        state = EmotionGroup.NEGATIVE;
      }
      seconds.add(ScoresFixture.second(second, state));
    }
    return Viewings.judge(viewer, seconds, 20, true, SETTINGS);
  }

  /** The ten contacts of docs/metrics.md, one a viewer: 6 positive, 2 negative, 2 neutral. */
  private static List<Viewing> workedExample() {
    List<Viewing> contacts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      contacts.add(contact("positive-" + i, 20, 5, 1));
    }
    for (int i = 0; i < 2; i++) {
      contacts.add(contact("negative-" + i, 20, 1, 5));
      contacts.add(contact("neutral-" + i, 20, 0, 0));
    }
    return contacts;
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # observed, positive, negative, outcome
          20, 1, 0, POSITIVE
          20, 1, 1, POSITIVE
          20, 1, 2, NEGATIVE
          20, 0, 1, NEGATIVE
          20, 0, 0, NEUTRAL
          10, 1, 0, POSITIVE
           9, 9, 0, EXCLUDED
           0, 0, 0, EXCLUDED
          """)
  void contactLeavesTheTraceItsSecondsTell(
      int observed, int positive, int negative, ResponseType outcome) {
    assertEquals(outcome, contact("v", observed, positive, negative).outcome());
  }

  @Test
  void leastTraceGrowsWithALongCreative() {
    List<ViewerSecond> seconds = new ArrayList<>();
    for (int second = 0; second < 60; second++) {
      seconds.add(
          ScoresFixture.second(second, second < 2 ? EmotionGroup.POSITIVE : EmotionGroup.NEUTRAL));
    }
    assertEquals(NEUTRAL, Viewings.judge("v", seconds, 60, true, SETTINGS).outcome());
    seconds.set(2, ScoresFixture.second(2, EmotionGroup.POSITIVE));
    assertEquals(POSITIVE, Viewings.judge("v", seconds, 60, true, SETTINGS).outcome());
  }

  @Test
  void onlySecondsWithinTheCreativeCount() {
    List<ViewerSecond> seconds =
        List.of(
            ScoresFixture.second(-1, EmotionGroup.POSITIVE),
            ScoresFixture.second(0, EmotionGroup.NEUTRAL),
            ScoresFixture.second(1, EmotionGroup.POSITIVE));
    Viewing contact = Viewings.judge("v", seconds, 1, true, SETTINGS);
    assertEquals(NEUTRAL, contact.outcome());
    assertEquals(1, contact.observedSeconds());
    assertEquals(1, contact.coverage());
  }

  @Test
  void excludedContactKeepsItsReason() {
    assertEquals(
        ExclusionReason.NO_VIEWER, Viewings.judge("v", List.of(), 20, false, SETTINGS).reason());
    assertEquals(ExclusionReason.LOW_COVERAGE, contact("v", 9, 9, 0).reason());
    assertEquals(0.45, contact("v", 9, 9, 0).coverage(), 1e-9);
    assertEquals(ExclusionReason.ANALYSIS_FAILED, Viewing.analysisFailed("v").reason());
  }

  @Test
  void analystLeavesOutWhatWouldCountAndItsFiguresStay() {
    Viewing left = contact("v", 20, 9, 4).excludedByAnalyst();
    assertEquals(
        new Viewing("v", EXCLUDED, ExclusionReason.EXCLUDED_BY_ANALYST, 20, 9, 4, 1), left);
    Viewing lacking = contact("v", 9, 9, 0);
    assertEquals(lacking, lacking.excludedByAnalyst(), "what is excluded keeps its reason");
  }

  @Test
  void noObservedSecondIsExcludedEvenWithoutACoverageLimit() {
    ResponseSettings lenient = new ResponseSettings(0, 0.05, 1);
    assertEquals(EXCLUDED, Viewings.judge("v", List.of(), 20, true, lenient).outcome());
  }

  @Test
  void workedExampleGivesAnIndexOf40() {
    IndexInterval index = EmotionalExperienceIndex.of(workedExample()).orElseThrow();
    assertEquals(40, index.value(), 1e-9);
    assertEquals(10, index.n());
    assertEquals(6, index.positive());
    assertEquals(2, index.negative());
    assertEquals(2, index.neutral());
    assertEquals(0, index.excluded());
  }

  @ParameterizedTest
  @CsvSource({"0.5, 30", "0.2, 36", "1, 20"})
  void workedExampleGivesEmoNpsForEveryK(double k, double expected) {
    EmotionalNps nps = EmotionalNps.of(workedExample(), SETTINGS).orElseThrow();
    assertEquals(expected, nps.value(k), 1e-9);
    assertTrue(nps.low(k) <= expected && expected <= nps.high(k));
  }

  @Test
  void eleventhExcludedContactChangesOnlyTheCountOfExcluded() {
    List<Viewing> eleven = new ArrayList<>(workedExample());
    eleven.add(contact("late", 9, 9, 0));
    IndexInterval ten = EmotionalExperienceIndex.of(workedExample()).orElseThrow();
    IndexInterval index = EmotionalExperienceIndex.of(eleven).orElseThrow();
    assertEquals(1, index.excluded());
    assertEquals(ten.value(), index.value());
    assertEquals(ten.low(), index.low());
    assertEquals(ten.high(), index.high());
    EmotionalNps nps = EmotionalNps.of(eleven, SETTINGS).orElseThrow();
    assertEquals(30, nps.value(0.5), 1e-9);
    assertEquals(10, nps.n());
    assertEquals(1, nps.excluded());
  }

  @Test
  void viewerWithoutValidFramesIsNotCountedAsSilent() {
    EmotionalNps nps =
        EmotionalNps.of(List.of(contact("a", 20, 5, 0), contact("b", 0, 0, 0)), SETTINGS)
            .orElseThrow();
    assertEquals(0, nps.silent());
    assertEquals(100, nps.value(1), 1e-9);
  }

  @Test
  void viewersSecondsAddUpOverTheirContacts() {
    // Two seconds of 40 observed are exactly the least trace; one of them alone would be enough
    // for its own contact, and the excluded contact's nine count for nothing.
    List<Viewing> contacts =
        List.of(contact("v", 20, 1, 0), contact("v", 20, 1, 0), contact("v", 9, 0, 9));
    assertEquals(POSITIVE, Viewings.viewerOutcome(contacts, SETTINGS));
    assertEquals(
        NEUTRAL,
        Viewings.viewerOutcome(List.of(contact("v", 20, 1, 0), contact("v", 20, 0, 0)), SETTINGS));
    assertEquals(
        NEGATIVE,
        Viewings.viewerOutcome(List.of(contact("v", 20, 3, 0), contact("v", 20, 0, 4)), SETTINGS));
    assertEquals(1, EmotionalNps.of(contacts, SETTINGS).orElseThrow().n());
  }

  @Test
  void nothingCountedGivesNoIndexInsteadOfZero() {
    assertEquals(Optional.empty(), EmotionalExperienceIndex.of(List.of()));
    assertTrue(EmotionalNps.of(List.of(), SETTINGS).isEmpty());
    List<Viewing> excluded = List.of(contact("a", 2, 0, 0), Viewing.analysisFailed("b"));
    assertEquals(Optional.empty(), EmotionalExperienceIndex.of(excluded));
    assertTrue(EmotionalNps.of(excluded, SETTINGS).isEmpty());
    assertEquals(EXCLUDED, Viewings.viewerOutcome(excluded, SETTINGS));
  }

  @Test
  void singleViewerLeavesTheWholeRangeOpen() {
    List<Viewing> one = List.of(contact("v", 20, 5, 0), contact("v", 20, 5, 0));
    IndexInterval index = EmotionalExperienceIndex.of(one).orElseThrow();
    assertEquals(100, index.value(), 1e-9);
    assertEquals(-100, index.low(), 1e-9);
    assertEquals(100, index.high(), 1e-9);
    EmotionalNps nps = EmotionalNps.of(one, SETTINGS).orElseThrow();
    assertEquals(-100, nps.low(0.5), 1e-9);
  }

  @Test
  void kOutsideItsRangeIsRefused() {
    EmotionalNps nps = EmotionalNps.of(workedExample(), SETTINGS).orElseThrow();
    assertThrows(IllegalArgumentException.class, () -> nps.value(0.1));
    assertThrows(IllegalArgumentException.class, () -> nps.high(1.1));
    assertThrows(IllegalArgumentException.class, () -> nps.low(Double.NaN));
  }

  @Test
  void orderOfContactsChangesNothing() {
    List<Viewing> shuffled = new ArrayList<>(workedExample());
    Collections.reverse(shuffled);
    assertEquals(
        EmotionalExperienceIndex.of(workedExample()), EmotionalExperienceIndex.of(shuffled));
  }

  @Test
  void bootstrapAgreesWithTheNormalIntervalOfManyViewers() {
    // One contact a viewer: X is 1, -1 or 0 with p = 0.6, 0.2, 0.2; its variance is
    // 0.8 - 0.4^2 = 0.64, so the index has a standard error of 100 * 0.8 / sqrt(400) = 4.
    List<Viewing> contacts = new ArrayList<>();
    for (int copy = 0; copy < 40; copy++) {
      String suffix = "#" + copy;
      workedExample().forEach(c -> contacts.add(renamed(c, c.viewerKey() + suffix)));
    }
    IndexInterval index = EmotionalExperienceIndex.of(contacts).orElseThrow();
    assertEquals(40 - 1.96 * 4, index.low(), 0.6);
    assertEquals(40 + 1.96 * 4, index.high(), 0.6);
    // EmoNPS, K = 0.5: X is 1, -1 or -0.5; variance 0.6 + 0.2 + 0.05 - 0.3^2 = 0.76.
    EmotionalNps nps = EmotionalNps.of(contacts, SETTINGS).orElseThrow();
    double error = 100 * Math.sqrt(0.76 / 400);
    assertEquals(30 - 1.96 * error, nps.low(0.5), 0.6);
    assertEquals(30 + 1.96 * error, nps.high(0.5), 0.6);
  }

  @Test
  void contactsOfOneViewerDoNotNarrowTheInterval() {
    List<Viewing> single = workedExample();
    List<Viewing> repeated = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      repeated.addAll(workedExample());
    }
    IndexInterval one = EmotionalExperienceIndex.of(single).orElseThrow();
    IndexInterval five = EmotionalExperienceIndex.of(repeated).orElseThrow();
    assertEquals(one.low(), five.low(), 1e-9);
    assertEquals(one.high(), five.high(), 1e-9);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # Newcombe, Statistics in Medicine 17 (1998), table I, method 3
          81, 263, 0.2553, 0.3662
          15, 148, 0.0624, 0.1605
           0,  20, 0.0000, 0.1611
           1,  29, 0.0061, 0.1718
          """)
  void wilsonIntervalAgreesWithThePublishedOnes(int successes, int n, double low, double high) {
    ShareInterval interval = WilsonInterval.of(successes, n);
    assertEquals(low, interval.low(), 5e-5);
    assertEquals(high, interval.high(), 5e-5);
  }

  @Test
  void shareOfNobodyIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> WilsonInterval.of(0, 0));
    assertThrows(IllegalArgumentException.class, () -> WilsonInterval.of(3, 2));
  }

  private static Viewing renamed(Viewing c, String viewerKey) {
    return new Viewing(
        viewerKey,
        c.outcome(),
        c.reason(),
        c.observedSeconds(),
        c.positiveSeconds(),
        c.negativeSeconds(),
        c.coverage());
  }
}
