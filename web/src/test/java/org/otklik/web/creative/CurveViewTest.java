package org.otklik.web.creative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.otklik.analysis.group.ViewerSegment;
import org.otklik.analysis.result.AnalysisProgress;
import org.otklik.analysis.result.FigureSettings;
import org.otklik.analysis.result.GroupCurve;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.EmotionScores;
import org.otklik.emotion.FaceMovements;
import org.otklik.emotion.Polarity;
import org.otklik.metric.GroupResult;
import org.otklik.metric.ResponseSettings;
import org.otklik.metric.ViewingSet;
import org.otklik.settings.MetricSettings;
import org.otklik.timeline.ViewerSecond;

class CurveViewTest {

  /** Two smile in second 0; one of them is not seen in second 1; nobody is in second 2. */
  private static final List<List<ViewerSecond>> VIEWINGS =
      List.of(List.of(smile(0), smile(1)), List.of(smile(0), unseen(1)));

  private static ViewerSecond smile(int second) {
    EmotionScores happy = EmotionScores.of(0, 0, 0, 2 / 3.0, 0, 0, 1 / 3.0);
    FaceMovements smile = FaceMovements.of(0.8, 0.1, 0, 0, 0);
    return new ViewerSecond(second, 1, 1, happy.withMovements(smile), EmotionGroup.POSITIVE);
  }

  private static ViewerSecond ofEarlierModel(int second) {
    EmotionScores happy = EmotionScores.of(0, 0, 0, 1, 0, 0, 0);
    return new ViewerSecond(second, 1, 1, happy, EmotionGroup.POSITIVE);
  }

  private static ViewerSecond unseen(int second) {
    return new ViewerSecond(second, 0, 0, null, null);
  }

  private static CurveView view(List<List<ViewerSecond>> viewings) {
    Map<String, List<List<ViewerSecond>>> byViewer = new HashMap<>();
    viewings.forEach(viewing -> byViewer.put("viewer " + byViewer.size(), List.of(viewing)));
    ViewingSet group = new ViewingSet(List.of(), byViewer);
    return CurveView.of(
        new GroupCurve(
            new ViewerSegment(Map.of("sex", List.of("female")), false),
            5,
            new FigureSettings(7, MetricSettings.STANDARD, Set.of(7)),
            new AnalysisProgress(3, 4),
            GroupResult.calculate(group, 3, ResponseSettings.STANDARD, Polarity.STANDARD)));
  }

  @Test
  void namesTheVersionOfTheSettingsAndHowMuchIsAnalysed() {
    assertEquals(3, view(VIEWINGS).analysed());
    assertEquals(4, view(VIEWINGS).recordings());
    assertEquals(7, view(VIEWINGS).settingsVersion());
  }

  @Test
  void everyLineHasAnEntryForEverySecond() {
    CurveView view = view(VIEWINGS);
    assertEquals(List.of(2, 1, 0), view.n());
    assertEquals(Arrays.asList(1.0, 1.0, null), view.positive().value());
    assertEquals(Arrays.asList(0.0, 0.0, null), view.negative().value());
    assertEquals(Arrays.asList(100.0, 100.0, null), view.eei().value());
    assertEquals(Arrays.asList(1.0, 0.5, null), view.attention().value());
    assertEquals(7, view.emotions().size());
    view.emotions().values().forEach(line -> assertEquals(3, line.value().size()));
    assertEquals(Arrays.asList(0.8, 0.8, null), view.movements().get("SMILE").value());
  }

  @Test
  void movementsOfViewersOfAnEarlierModelAreNotKnown() {
    CurveView view = view(List.of(List.of(smile(0), smile(1)), List.of(ofEarlierModel(0))));
    assertEquals(List.of(2, 1, 0), view.n());
    assertEquals(Arrays.asList(null, 0.8, null), view.movements().get("SMILE").value());
    assertEquals(5, view.movements().size());
  }

  @Test
  void sharesHaveWilsonsIntervalAndMeansOfTwoHaveNone() {
    CurveView view = view(VIEWINGS);
    assertEquals(Arrays.asList(0.3424, 0.2065, null), view.positive().low());
    assertEquals(Arrays.asList(1.0, 1.0, null), view.positive().high());
    assertEquals(Arrays.asList(null, null, null), view.eei().low());
    assertEquals(Arrays.asList(null, null, null), view.emotions().get("HAPPINESS").high());
  }

  @Test
  void figuresHaveFourPlaces() {
    CurveView view = view(VIEWINGS);
    assertEquals(Arrays.asList(0.6667, 0.6667, null), view.emotions().get("HAPPINESS").value());
    assertEquals(Math.round(smile(0).valence() * 1e4) / 1e4, view.meanValence());
  }

  @Test
  void emotionsThatNeverWereLargestHaveAShareOfNought() {
    CurveView view = view(VIEWINGS);
    assertEquals(1.0, view.emotionShares().get("HAPPINESS"));
    assertEquals(0.0, view.emotionShares().get("ANGER"));
  }

  @Test
  void withoutViewersNothingIsNought() {
    CurveView view = view(List.of());
    assertEquals(List.of(0, 0, 0), view.n());
    assertEquals(Arrays.asList(null, null, null), view.positive().value());
    assertEquals(Arrays.asList(null, null, null), view.attention().value());
    assertEquals(Map.of(), view.emotionShares());
    assertNull(view.index());
    assertNull(view.emoNps());
    assertNull(view.meanValence());
  }
}
