package org.otklik.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The star schema: its grains and keys, and what it does not show. */
class BiViewsIT {
  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final String SCORES =
      """
      select is_suppressed, viewers, score.eei, score.emo_nps, engaged_viewers, positive_viewings
      from bi.fact_score as score
      join bi.dim_creative as creative using (creative_key)
      where score.creative_key = (
          select creative_key from bi.dim_creative join bi.dim_campaign using (campaign_key)
          where campaign_name = '%s' and creative_name = '%s')
      """;

  private static BiExampleFixture example;

  @BeforeAll
  static void open() throws IOException, SQLException {
    example = BiExampleFixture.open(DATABASE);
  }

  @BeforeEach
  void mark() throws SQLException {
    example.mark();
  }

  @AfterEach
  void undo() throws SQLException {
    example.undo();
  }

  @AfterAll
  static void close() throws SQLException {
    example.close();
  }

  @Test
  void figuresOfFewerThanFivePersonsAreEmpty() throws SQLException {
    assertEquals(List.of("true|2|null|null|null|null"), scores("IT Rival", "A"));
    assertEquals(
        List.of("2|true|null|null|null"),
        curve("IT Rival", "distinct viewers, is_suppressed, positive_share, eei, valence"));
    assertEquals(List.of("0|0"), found("IT Rival"));
  }

  @Test
  void fivePersonsAreEnoughAndFourAreNot() throws SQLException {
    assertEquals(List.of("false|5|0|-10|2|2"), scores("IT Spring", "B"));
    example.execute(
        """
        update agg.creative_score set silent = 0
        where creative_id = (
            select creative.id from core.creative join core.campaign on campaign.id = campaign_id
            where campaign.name = 'IT Spring' and creative.name = 'B')
        """);
    assertEquals(List.of("true|4|null|null|null|null"), scores("IT Spring", "B"));
    assertEquals(List.of("1|1"), found("IT Spring"));
  }

  @Test
  void syntheticViewersAreNoPersons() throws SQLException {
    example.execute("update core.campaign set is_synthetic = true where name = 'IT Rival'");
    assertEquals(List.of("false|2|100|100|2|2"), scores("IT Rival", "A"));
    assertEquals(List.of("1|1"), found("IT Rival"));
  }

  @Test
  void fewViewersInASecondAreNotShownEither() throws SQLException {
    example.execute(
        """
        update agg.creative_second set viewers = 4
        where second_no = 1 and creative_id in (
            select creative.id from core.creative join core.campaign on campaign.id = campaign_id
            where campaign.name = 'IT Spring')
        """);
    assertEquals(
        List.of("0|false|true", "1|true|false", "2|false|true"),
        curve("IT Spring", "distinct second_no, is_suppressed, eei is not null"));
    assertEquals(List.of("0|0"), found("IT Spring"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dim_viewer", "fact_viewing", "dim_segment"})
  void whatLooksLikeAMailIsNotShown(String view) throws SQLException {
    assertFalse(example.rows("select 1 from core.viewer where code like '%@%'").isEmpty());
    assertEquals(
        List.of(), example.rows("select 1 from bi." + view + " as row where row::text like '%@%'"));
  }

  @Test
  void viewerWithAMailForPseudonymKeepsTheOtherAttributes() throws SQLException {
    assertEquals(
        List.of("true|{\"age\": \"35-44\", \"sex\": \"f\"}|age,sex"),
        example.rows(
            """
            select viewer_code = 'viewer-' || viewer_key, viewer_segments::text,
                string_agg(segment_name, ',' order by segment_name)
            from bi.fact_viewing
            join bi.dim_viewer using (viewer_key)
            join bi.bridge_viewing_segment using (viewing_key)
            join bi.dim_segment using (segment_key)
            where viewer_code like 'viewer-%' and response = 'EXCLUDED'
            group by viewer_code, viewer_key, viewer_segments::text
            """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2021-01-03 | 2021|1|1|2020|53|7|true|2021-01-01|January|январь|Sunday|воскресенье
          2026-11-21 | 2026|4|11|2026|47|6|true|2026-11-01|November|ноябрь|Saturday|суббота
          2028-02-29 | 2028|1|2|2028|9|2|false|2028-02-01|February|февраль|Tuesday|вторник
          """)
  void dayKnowsItsWeekAndNames(
      String day,
      int year,
      int quarter,
      int month,
      int isoYear,
      int isoWeek,
      int weekday,
      boolean weekend,
      String monthStart,
      String monthEn,
      String monthRu,
      String dayEn,
      String dayRu)
      throws SQLException {
    assertEquals(
        List.of(
            String.join(
                "|",
                List.of(
                    "" + year,
                    "" + quarter,
                    "" + month,
                    "" + isoYear,
                    "" + isoWeek,
                    "" + weekday,
                    "" + weekend,
                    monthStart,
                    monthEn,
                    monthRu,
                    dayEn,
                    dayRu))),
        example.rows(
            """
            select year, quarter, month, iso_year, iso_week, weekday, is_weekend, month_start,
                month_name_en, month_name_ru, weekday_name_en, weekday_name_ru
            from bi.dim_date where date_key = '%s'
            """
                .formatted(day)));
  }

  @ParameterizedTest
  @CsvSource({"2600, 3, 2600", "2400, 2, 2400", "300, 1, 300", "3000, 3, 3000"})
  void lastSecondEndsWithTheVideo(int durationMs, int seconds, int endMs) throws SQLException {
    example.execute("update core.creative set duration_ms = " + durationMs + " where name = 'A'");
    assertEquals(
        List.of("%d|%d|%d|%d".formatted(seconds, endMs, seconds, seconds)),
        example.rows(
            """
            select count(*), max(end_ms), max(scene.end_second_no), max(duration_s)
            from bi.dim_second
            join bi.dim_scene as scene using (creative_key, scene_no)
            join bi.dim_creative using (creative_key)
            join bi.dim_campaign on dim_campaign.campaign_key = dim_creative.campaign_key
            where campaign_name = 'IT Spring' and creative_name = 'A'
            """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      textBlock =
          """
          dim_date               : date_key
          dim_campaign           : campaign_key
          dim_creative           : creative_key
          dim_viewer             : viewer_key
          dim_second             : creative_key, second_no
          dim_scene              : creative_key, scene_no
          dim_mark               : mark_key
          dim_segment            : segment_key
          dim_model              : model_key
          dim_run                : run_key
          bridge_viewing_segment : viewing_key, segment_key
          fact_viewing           : viewing_key
          fact_second            : viewing_key, second_no
          fact_frame             : viewing_key, media_time_ms
          fact_voice             : viewing_key, second_no
          fact_call              : viewing_key
          fact_call_second       : viewing_key, second_no
          fact_call_moment       : viewing_key, call_moment_kind, from_second
          fact_answer            : viewer_key
          fact_scale_answer      : viewer_key, question
          fact_run               : run_key
          fact_creative_second   : creative_key, second_no
          fact_score             : creative_key
          fact_moment            : creative_key, moment_number
          fact_trailer_shot      : trailer_key, shot_no
          fact_emotion_peak      : creative_key, emotion, peak_rank
          """)
  void grainIsWhatTheCommentSays(String view, String key) throws SQLException {
    assertEquals(
        List.of("true|0"),
        example.rows(
            """
            select count(*) > 0, count(*) - count(distinct (%s)) from bi.%s
            """
                .formatted(key, view)));
  }

  @ParameterizedTest
  @CsvSource({"dim_second, second_key", "dim_scene, scene_key", "fact_creative_second, second_key"})
  void singleColumnIsAKeyToo(String view, String key) throws SQLException {
    grainIsWhatTheCommentSays(view, key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fact_viewing",
        "fact_second",
        "fact_voice",
        "fact_call",
        "fact_call_second",
        "fact_call_moment",
        "fact_run",
        "fact_creative_second",
        "fact_score",
        "fact_moment",
        "fact_emotion_peak"
      })
  void factTellsWhenItWasComputed(String fact) throws SQLException {
    assertEquals(
        List.of("true|0"),
        example.rows(
            "select count(*) > 0, count(*) filter (where computed_at is null) from bi."
                + fact
                + " where campaign_key in (select campaign_key from bi.dim_campaign"
                + " where campaign_name like 'IT %')"));
  }

  @Test
  void secondsBeforeTheCreativeHaveNoKey() throws SQLException {
    example.execute("update agg.viewer_second set second_no = -1 where second_no = 0");
    assertEquals(
        List.of("true|0"),
        example.rows(
            """
            select count(*) > 0, count(second_key) from bi.fact_second where second_no < 0
            """));
  }

  @Test
  void noMeasureStandsInADimension() throws SQLException {
    assertEquals(
        List.of(),
        example.rows(
            """
            select dimension.table_name, column_name
            from information_schema.columns as dimension
            join information_schema.columns as fact using (table_schema, column_name)
            where table_schema = 'bi' and dimension.table_name like 'dim\\_%'
                and fact.table_name like 'fact\\_%'
                and dimension.data_type in ('integer', 'double precision')
                and column_name not like '%\\_no'
                and column_name not in ('duration_ms', 'settings_version', 'state_threshold',
                    'coverage_limit', 'min_response_share', 'min_response_s', 'emo_nps_k',
                    'baseline_s', 'smoothing_ms')
            """),
        "Beside settings and lengths, numbers belong into facts");
  }

  @Test
  void everyViewHasItsGrainTested() throws SQLException {
    assertEquals(
        List.of("26"),
        example.rows("select count(*) from pg_views where schemaname = 'bi'"),
        "Add the new view to grainIsWhatTheCommentSays");
  }

  /** A text may name a person, and a number in it is no answer to a scale. */
  @Test
  void scalesOfStudiesAreAnswersAndTextsStayInThePortal() throws SQLException {
    assertEquals(
        List.of("a01|liked|6|7|How did you like it?"),
        example.rows(
            """
            select viewer_code, question, scale_answer, steps, question_en
            from bi.fact_scale_answer join bi.dim_viewer using (viewer_key)
            where viewer_code = 'a01'
            """));
  }

  @ParameterizedTest
  @CsvSource({
    "fact_viewing, creative_key, dim_creative, creative_key",
    "fact_viewing, campaign_key, dim_campaign, campaign_key",
    "fact_viewing, run_key, dim_run, run_key",
    "fact_viewing, detector_key, dim_model, model_key",
    "fact_viewing, classifier_key, dim_model, model_key",
    "fact_viewing, created_date, dim_date, date_key",
    "fact_second, viewing_key, fact_viewing, viewing_key",
    "fact_second, run_key, dim_run, run_key",
    "fact_frame, viewing_key, fact_viewing, viewing_key",
    "fact_voice, viewing_key, fact_viewing, viewing_key",
    "fact_voice, run_key, dim_run, run_key",
    "fact_call, viewing_key, fact_viewing, viewing_key",
    "fact_call_second, run_key, dim_run, run_key",
    "fact_call_moment, viewing_key, fact_viewing, viewing_key",
    "fact_viewing, viewer_key, dim_viewer, viewer_key",
    "fact_second, viewer_key, dim_viewer, viewer_key",
    "fact_frame, viewer_key, dim_viewer, viewer_key",
    "fact_answer, viewer_key, dim_viewer, viewer_key",
    "fact_scale_answer, viewer_key, dim_viewer, viewer_key",
    "fact_run, run_key, dim_run, run_key",
    "dim_run, run_key, fact_run, run_key",
    "dim_second, scene_key, dim_scene, scene_key",
    "fact_creative_second, scene_key, dim_scene, scene_key",
    "fact_moment, peak_second_key, dim_second, second_key",
    "fact_emotion_peak, second_key, dim_second, second_key",
    "bridge_viewing_segment, segment_key, dim_segment, segment_key",
    "dim_segment, segment_key, bridge_viewing_segment, segment_key",
    "fact_score, computed_date, dim_date, date_key",
    "fact_moment, creative_key, dim_creative, creative_key",
    "dim_mark, creative_key, dim_creative, creative_key",
    "fact_trailer_shot, creative_key, dim_creative, creative_key",
  })
  void keyFindsItsDimension(String from, String key, String to, String toKey) throws SQLException {
    assertEquals(
        List.of(),
        example.rows(
            """
            select %2$s from bi.%1$s
            where campaign_key in (select campaign_key from bi.dim_campaign where campaign_name like 'IT %%')
                and %2$s not in (select %4$s from bi.%3$s where %4$s is not null)
            """
                .formatted(from, key, to, toKey)));
  }

  @Test
  void secondOfAFactIsASecondOfTheCreative() throws SQLException {
    for (String fact : List.of("fact_second", "fact_frame", "fact_voice", "fact_creative_second")) {
      assertEquals(
          List.of("true|0"),
          example.rows(
              """
              select count(*) > 0, count(*) filter (where
                  (dim_second.creative_key, dim_second.second_no)
                      is distinct from (fact.creative_key, fact.second_no))
              from bi.%s as fact left join bi.dim_second using (second_key)
              """
                  .formatted(fact)));
    }
  }

  private List<String> scores(String campaign, String creative) throws SQLException {
    return example.rows(SCORES.formatted(campaign, creative));
  }

  private List<String> curve(String campaign, String columns) throws SQLException {
    return example.rows(
        "select "
            + columns
            + " from bi.fact_creative_second where campaign_key = (select campaign_key"
            + " from bi.dim_campaign where campaign_name = '"
            + campaign
            + "') order by 1");
  }

  /** How many creatives of the campaign have moments, and how many have peaks. */
  private List<String> found(String campaign) throws SQLException {
    return example.rows(
        """
        select (select count(distinct creative_key) from bi.fact_moment as moment
                where moment.campaign_key = dim_campaign.campaign_key),
            (select count(distinct creative_key) from bi.fact_emotion_peak as peak
                where peak.campaign_key = dim_campaign.campaign_key)
        from bi.dim_campaign where campaign_name = '%s'
        """
            .formatted(campaign));
  }
}
