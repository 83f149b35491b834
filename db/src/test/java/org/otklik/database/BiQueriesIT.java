package org.otklik.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked queries of {@code db/queries}, as bi_reader, on the worked example. */
class BiQueriesIT {
  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final Path FOLDER = DatabaseGround.repository("db/queries");

  /** Columns to look at, and what stands in them for the example's campaigns. */
  private record Answer(String columns, String rows) {}

  private static final Map<String, Answer> ANSWERS =
      Map.ofEntries(
          answer(
              "01-share-by-second",
              "creative_name, clock_text, n, positive_share, negative_share, neutral_share",
              """
              A|00:00:00|2|null|null|null
              A|00:00:01|2|null|null|null
              A|00:00:02|2|null|null|null
              A|00:00:00|10|0|0|1
              A|00:00:01|10|0.6|0|0.4
              A|00:00:02|10|0.6|0.2|0.2
              B|00:00:00|5|0|0.4|0.6
              B|00:00:01|5|0.4|0|0.6
              B|00:00:02|5|0.4|0|0.6
              """),
          answer(
              "02-worst-second-of-each-creative",
              "creative_name, clock_text, eei, negative_share, n",
              """
              A|00:00:00|0|0|10
              B|00:00:00|-40|0.4|5
              """),
          answer(
              "03-eei-by-segment-and-month",
              "segment_name, segment_value, month_start, eei, viewings, viewers",
              """
              age|25-34|2026-10-01|100|5|5
              age|35-44|2026-11-01|-20|5|5
              age|45+|2026-11-01|0|5|5
              sex|f|2026-11-01|-14.285714|7|7
              """),
          answer(
              "04-emo-nps-over-k",
              "k, emo_nps, viewers, engaged, critical, silent",
              """
              0.2|22.666667|15|8|4|3
              0.3|20.666667|15|8|4|3
              0.4|18.666667|15|8|4|3
              0.5|16.666667|15|8|4|3
              0.6|14.666667|15|8|4|3
              0.7|12.666667|15|8|4|3
              0.8|10.666667|15|8|4|3
              0.9|8.666667|15|8|4|3
              1|6.666667|15|8|4|3
              """),
          answer(
              "05-best-frames-for-surprise",
              "creative_name, place, from_s, surprise, viewers",
              """
              A|1|1.5|0.75|10
              A|2|0|0.25|10
              A|3|1|0.125|10
              B|1|1.5|0.75|5
              B|2|0|0.25|5
              B|3|1|0.125|5
              """),
          answer(
              "06-compare-two-creatives",
              "creative_a, eei_a, n_a, creative_b, eei_b, n_b, difference, difference_low, difference_high",
              """
              A|40|10|B|0|5|40|-62.052055|142.052055
              """),
          answer(
              "07-attention-by-second",
              "creative_name, clock_text, attention, n",
              """
              A|00:00:00|1|10
              A|00:00:01|1|10
              A|00:00:02|0.8|10
              B|00:00:00|1|5
              B|00:00:01|1|5
              B|00:00:02|1|5
              """),
          answer(
              "12-scenes",
              "creative_name, scene_no, start_second_no, end_second_no, mean_eei, best_second, min_n",
              """
              A|1|0|2|30|1|10
              A|2|2|3|40|2|10
              B|1|0|3|13.333333|1|5
              """),
          answer(
              "08-nps-beside-emo-nps",
              "nps, nps_n, csat, csat_n, eei, viewings, viewers",
              """
              null|2|null|2|null|2|2
              20|10|4.4|5|26.666667|15|15
              """),
          answer(
              "09-coverage-and-exclusions",
              "creative_name, reason, viewings, mean_coverage, share_of_viewings",
              """
              A|COUNTED|2|1|1
              A|COUNTED|10|1|0.909091
              A|LOW_COVERAGE|1|0.333333|0.090909
              B|COUNTED|5|1|1
              """),
          answer(
              "10-models-used",
              "model_purpose, model_name, viewings, models_of_this_purpose",
              """
              CLASSIFIER|it-classifier-2|2|1
              DETECTOR|it-detector-1|2|1
              CLASSIFIER|it-classifier-1|16|1
              DETECTOR|it-detector-1|16|1
              """),
          answer(
              "11-viewers-to-resample",
              "creative_name, count(*), sum(positive), sum(negative), sum(neutral)",
              """
              A|2|2|0|0
              A|10|6|2|2
              B|5|2|2|1
              """));

  private static Map.Entry<String, Answer> answer(String query, String columns, String rows) {
    return Map.entry(query + ".sql", new Answer(columns, rows));
  }

  static List<String> queries() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static BiExampleFixture example;

  @BeforeAll
  static void open() throws IOException, SQLException {
    example = BiExampleFixture.open(DATABASE);
  }

  @AfterAll
  static void close() throws SQLException {
    example.close();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void workedQueryFindsWhatTheExampleSays(String file) throws IOException, SQLException {
    Answer answer = ANSWERS.get(file);
    assertNotNull(answer, "What does " + file + " find in the example?");
    String query = Files.readString(FOLDER.resolve(file)).strip().replaceFirst(";$", "");
    example.mark();
    try {
      example.signInAs("bi_reader");
      assertEquals(
          answer.rows().lines().toList(),
          example.rows(
              "select "
                  + answer.columns()
                  + " from ("
                  + query
                  + ") as answer where campaign_name in ('IT Spring', 'IT Rival')"
                  + (answer.columns().contains("(*)")
                      ? " group by campaign_name, creative_name order by campaign_name, creative_name"
                      : "")));
    } finally {
      example.undo();
    }
  }

  @Test
  void everyQueryAsksItsQuestionInBothLanguages() throws IOException {
    assertEquals(ANSWERS.size(), queries().size());
    for (String file : queries()) {
      List<String> comment =
          Files.readString(FOLDER.resolve(file))
              .lines()
              .takeWhile(line -> line.startsWith("-- "))
              .toList();
      assertTrue(comment.stream().anyMatch(line -> line.matches("-- .*[a-z]{3}.*")), file);
      assertTrue(comment.stream().anyMatch(line -> line.matches("-- .*[а-я]{3}.*")), file);
    }
  }
}
