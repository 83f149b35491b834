package org.otklik.report.table;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.otklik.metric.IndexInterval;
import org.otklik.metric.answer.AnswerCorrelation;
import org.otklik.metric.answer.AnswerScore;
import org.otklik.report.figures.ModelFacts;
import org.otklik.report.figures.NpsRange;
import org.otklik.report.figures.ReportFacts;
import org.otklik.report.figures.SegmentFigures;
import org.otklik.report.figures.Setting;
import org.otklik.survey.SurveyScores;

/** The tables that do not depend on what a report is about. */
final class CommonTables {

  private CommonTables() {}

  static Table about(ReportFacts facts) {
    return new Table(
        "about",
        new Columns().text("name", "value").all(),
        List.of(
            Table.row(new Word("about.", "campaign"), facts.campaignName()),
            Table.row(new Word("about.", "client"), facts.clientName()),
            Table.row(new Word("about.", "made_at"), time(facts.madeAt(), facts.zone())),
            Table.row(
                new Word("about.", "data_as_of"),
                facts.dataAsOf() == null ? null : time(facts.dataAsOf(), facts.zone())),
            Table.row(new Word("about.", "analysed"), facts.progress().analysed()),
            Table.row(new Word("about.", "recordings"), facts.progress().recordings()),
            Table.row(new Word("about.", "time_zone"), facts.zone().getId()),
            Table.row(new Word("about.", "is_synthetic"), facts.viewersSynthetic())));
  }

  /** To the second: nobody reads more. */
  private static String time(Instant instant, ZoneId zone) {
    return instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime().toString();
  }

  static Table settings(ReportFacts facts) {
    List<List<Object>> rows = new ArrayList<>();
    for (Setting setting : facts.settings()) {
      rows.add(Table.row(new Word("setting.", setting.name()), setting.value()));
    }
    return new Table("settings", new Columns().text("name", "value").all(), rows);
  }

  static Table models(ReportFacts facts) {
    List<List<Object>> rows = new ArrayList<>();
    for (ModelFacts model : facts.models()) {
      rows.add(
          Table.row(
              model.name(),
              model.version(),
              model.licence(),
              model.trainingData(),
              model.sha256()));
    }
    return new Table(
        "models",
        new Columns().text("model", "version", "licence", "training_data", "sha256").all(),
        rows);
  }

  static Table segments(List<SegmentFigures> segments) {
    List<List<Object>> rows = new ArrayList<>();
    for (SegmentFigures segment : segments) {
      IndexInterval index = segment.index().orElse(null);
      NpsRange.Point nps = segment.nps().orElse(null);
      rows.add(
          Table.row(
              segment.attribute(),
              segment.value(),
              segment.viewers(),
              index == null ? null : index.value(),
              index == null ? null : index.low(),
              index == null ? null : index.high(),
              nps == null ? null : nps.value(),
              nps == null ? null : nps.low(),
              nps == null ? null : nps.high(),
              index == null ? null : index.positive(),
              index == null ? null : index.neutral(),
              index == null ? null : index.negative()));
    }
    return new Table(
        "segments",
        new Columns()
            .text("attribute", "attribute_value")
            .whole("viewers")
            .points("eei", "eei_low", "eei_high", "emo_nps", "emo_nps_low", "emo_nps_high")
            .whole("positive_viewings", "neutral_viewings", "negative_viewings")
            .all(),
        rows);
  }

  /** Scores of viewers' answers; without those that nobody, or too few, answered. */
  static Table answers(SurveyScores scores) {
    List<List<Object>> rows = new ArrayList<>();
    if (scores.nps() != null) {
      rows.add(answers("nps", scores.nps(), scores.npsCorrelation()));
    }
    if (scores.csat() != null) {
      rows.add(answers("csat", scores.csat(), scores.csatCorrelation()));
    }
    return new Table(
        "answers",
        new Columns()
            .text("figure")
            .points("value", "low", "high")
            .whole("n")
            .decimal("correlation", "correlation_low", "correlation_high")
            .whole("correlation_n")
            .all(),
        rows);
  }

  private static List<Object> answers(
      String figure, AnswerScore score, AnswerCorrelation correlation) {
    return Table.row(
        new Word("figure.", figure),
        score.value(),
        score.low(),
        score.high(),
        score.n(),
        correlation == null ? null : correlation.r(),
        correlation == null ? null : correlation.low(),
        correlation == null ? null : correlation.high(),
        correlation == null ? null : correlation.n());
  }
}
