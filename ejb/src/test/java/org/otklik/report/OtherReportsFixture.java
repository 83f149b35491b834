package org.otklik.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.otklik.analysis.group.ViewerSegment;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.EmotionScores;
import org.otklik.emotion.Polarity;
import org.otklik.metric.Comparison;
import org.otklik.metric.GroupResult;
import org.otklik.metric.QualityGrade;
import org.otklik.metric.ResponseSettings;
import org.otklik.metric.ResponseType;
import org.otklik.metric.SegmentDifference;
import org.otklik.metric.Viewing;
import org.otklik.metric.ViewingSet;
import org.otklik.metric.answer.AnswerCorrelation;
import org.otklik.metric.answer.AnswerScore;
import org.otklik.report.figures.CampaignReport;
import org.otklik.report.figures.ComparisonReport;
import org.otklik.report.figures.CreativeFigures;
import org.otklik.report.figures.CreativeFigures.ViewingLine;
import org.otklik.report.figures.CreativeFiguresAssembly;
import org.otklik.report.figures.CreativeReportFixture;
import org.otklik.report.figures.GroupFigures;
import org.otklik.report.figures.NpsRange;
import org.otklik.survey.SurveyScores;
import org.otklik.timeline.ViewerSecond;

/** Reports on a made-up campaign with two creatives, and on the difference of two groups. */
final class OtherReportsFixture {
  private static final ResponseSettings SETTINGS = new ResponseSettings(0.5, 0.05, 1);
  private static final int SECONDS = 12;

  private OtherReportsFixture() {}

  static CampaignReport campaign() {
    CreativeReportFixture first = CreativeReportFixture.workedExample();
    CreativeReportFixture second = CreativeReportFixture.workedExample();
    second.creativeName = "Вечер";
    second.positive = 2;
    second.negative = 5;
    second.durationMs = 30_000;
    second.frames = CreativeFrameFixture.frames(30, 640, 360);
    CreativeReportFixture third = CreativeReportFixture.workedExample();
    ReportEdges.leaveNoViewing(third);
    third.creativeName = "Ночь";
    CreativeFigures both = first.figures();
    return new CampaignReport(
        first.facts(),
        both.index(),
        both.nps(),
        new SurveyScores(
            new AnswerScore(27.3, -10, 60, 11, 6, 3), null, AnswerCorrelation.of(0.41, 9), null),
        List.of(first.figures(), second.figures(), third.figures()),
        first.segments);
  }

  /** Twelve viewers smile where twelve others frown: for the last third of the ad. */
  static ComparisonReport comparison() {
    CreativeReportFixture fixture = CreativeReportFixture.workedExample();
    ViewingSet first = group("A", EmotionGroup.POSITIVE);
    ViewingSet second = group("B", EmotionGroup.NEGATIVE);
    return new ComparisonReport(
        fixture.facts(),
        true,
        figures(first, "женский"),
        figures(second, "мужской"),
        Comparison.of(first, second, SECONDS, SECONDS, 0.5, SETTINGS).orElseThrow(),
        SegmentDifference.of(first, second, ages(), 5));
  }

  /** Of each twelve viewers, nine are young and three are not. */
  private static Map<String, Map<String, String>> ages() {
    Map<String, Map<String, String>> ages = new TreeMap<>();
    for (int viewer = 0; viewer < 12; viewer++) {
      Map<String, String> age = Map.of("возраст", viewer < 9 ? "18–24" : "45–54");
      ages.put("A" + viewer, age);
      ages.put("B" + viewer, age);
    }
    return ages;
  }

  private static GroupFigures figures(ViewingSet group, String sex) {
    GroupResult result = GroupResult.calculate(group, SECONDS, SETTINGS, Polarity.STANDARD);
    return new GroupFigures(
        "Утро начинается с улыбки",
        new ViewerSegment(Map.of("пол", List.of(sex)), false),
        group.contacts().stream().map(contact -> line(contact, sex)).toList(),
        result.score().eeiWithInterval(),
        result.score().emotionalNps().map(nps -> NpsRange.of(nps, 0.5)),
        result.meanValence(),
        result.headlines(),
        result.curve(),
        CreativeFrameFixture.frames(SECONDS, 640, 360),
        result.moments(),
        CreativeFiguresAssembly.emotions(
            result.emotionShares(), result.peaks(), Polarity.STANDARD));
  }

  private static ViewingLine line(Viewing contact, String sex) {
    return new ViewingLine(
        contact.viewerKey(),
        sex,
        contact.outcome(),
        contact.coverage(),
        0.97,
        QualityGrade.A,
        contact.observedSeconds(),
        contact.positiveSeconds(),
        contact.negativeSeconds(),
        contact.reason());
  }

  private static ViewingSet group(String name, EmotionGroup atTheEnd) {
    List<Viewing> contacts = new ArrayList<>();
    Map<String, List<List<ViewerSecond>>> seconds = new TreeMap<>();
    for (int viewer = 0; viewer < 12; viewer++) {
      String key = name + viewer;
      boolean positive = atTheEnd == EmotionGroup.POSITIVE;
      contacts.add(
          new Viewing(
              key,
              positive ? ResponseType.POSITIVE : ResponseType.NEGATIVE,
              null,
              SECONDS,
              positive ? 4 : 0,
              positive ? 0 : 4,
              1));
      List<ViewerSecond> ofOne = new ArrayList<>();
      for (int second = 0; second < SECONDS; second++) {
        ofOne.add(second(second, second < 8 ? EmotionGroup.NEUTRAL : atTheEnd));
      }
      seconds.put(key, List.of(ofOne));
    }
    return new ViewingSet(contacts, seconds);
  }

  private static ViewerSecond second(int second, EmotionGroup state) {
    EmotionScores scores =
        switch (state) {
          case POSITIVE -> EmotionScores.of(0, 0, 0, 0.8, 0, 0.1, 0.1);
          case NEGATIVE -> EmotionScores.of(0.5, 0.1, 0.1, 0, 0.2, 0, 0.1);
          case NEUTRAL -> EmotionScores.of(0, 0, 0, 0.1, 0.1, 0, 0.8);
        };
    return new ViewerSecond(second, 1, 1, scores, state);
  }
}
