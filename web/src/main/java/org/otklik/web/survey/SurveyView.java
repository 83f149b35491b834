package org.otklik.web.survey;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.metric.answer.AnswerCorrelation;
import org.otklik.metric.answer.AnswerScore;
import org.otklik.survey.QuestionSummary;
import org.otklik.survey.SurveyScores;

/** The scores of a campaign's answers. */
@Schema(
    name = "Survey",
    description =
        "NPS and CSAT; each null when nobody answered, or fewer viewers than may be shown together (5).")
public record SurveyView(
    Score nps,
    Score csat,
    @Schema(description = "Of scales and texts of the campaign's studies.")
        List<Question> questions) {

  /** What was answered to one question. */
  @Schema(name = "AnsweredQuestion")
  public record Question(
      String attribute,
      String en,
      String ru,
      @Schema(description = "The highest number of a scale; null for texts.") Integer steps,
      @Schema(description = "Viewers who answered.") int answered,
      @Schema(description = "Of a scale; null for texts, and of too few viewers.") Double mean) {}

  /** One score. */
  @Schema(name = "AnswerScore")
  public record Score(
      @Schema(description = "NPS: −100..100; CSAT: % of 4 and 5.") double value,
      @Schema(
              description =
                  "Lower limit of the 95% confidence interval, by bootstrap over viewers.")
          double low,
      double high,
      @Schema(description = "Viewers who answered.") int answered,
      @Schema(description = "Promoters (9, 10), or satisfied viewers (4, 5).") int highAnswers,
      @Schema(description = "Detractors (0..6), or viewers not satisfied.") int lowAnswers,
      @Schema(
              description =
                  "Pearson's correlation of the answer with the viewer's net response, (positive "
                      + "− negative seconds) / observed seconds; null where it is undefined.")
          Correlation correlation) {}

  /** A correlation over viewers. */
  @Schema(name = "Correlation")
  public record Correlation(
      @Schema(minimum = "-1", maximum = "1") double r,
      @Schema(
              description =
                  "Lower limit of the 95% confidence interval, by Fisher's z; null with fewer than four viewers.")
          Double low,
      Double high,
      @Schema(description = "The least correlation that so many viewers could tell from none.")
          double minClear,
      @Schema(description = "Viewers with both.") int viewers) {}

  static SurveyView of(SurveyScores scores, List<QuestionSummary> questions) {
    return new SurveyView(
        score(scores.nps(), scores.npsCorrelation()),
        score(scores.csat(), scores.csatCorrelation()),
        questions.stream()
            .map(
                one ->
                    new Question(
                        one.attribute(), one.en(), one.ru(), one.steps(), one.n(), one.mean()))
            .toList());
  }

  private static Score score(AnswerScore score, AnswerCorrelation correlation) {
    return score == null
        ? null
        : new Score(
            score.value(),
            score.low(),
            score.high(),
            score.n(),
            score.highAnswers(),
            score.lowAnswers(),
            correlation == null
                ? null
                : new Correlation(
                    correlation.r(),
                    correlation.low(),
                    correlation.high(),
                    correlation.minClear(),
                    correlation.n()));
  }
}
