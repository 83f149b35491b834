package org.otklik.bench.scale;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What analysts ask of a year, as bi_reader: how long until the last row is there, and the plan.
 */
final class Questions {
  private static final int TIMES = 5;
  private static final double PLAN_FROM_S = 1;

  /** Of PostgreSQL, when the statement's time is over. */
  private static final String QUERY_CANCELED = "57014";

  private static final Map<String, String> SQL = new LinkedHashMap<>();

  static {
    SQL.put(
        "share-by-second-of-a-campaign-from-its-viewers",
        """
        select second_no, count(*) filter (where state = 'POSITIVE')::float / count(state), count(state)
        from bi.fact_second
        join bi.dim_campaign using (campaign_key)
        where campaign_name = 'Test %d' and is_in_creative and is_counted
        group by second_no order by second_no
        """);
    SQL.put(
        "worst-second-of-every-ad",
        """
        select distinct on (creative_key) creative_key, second_no, eei
        from bi.fact_creative_second where eei is not null order by creative_key, eei, second_no
        """);
    SQL.put(
        "eei-by-segment-and-month-of-the-year",
        """
        select segment_name, segment_value, month_start, 100 * avg(response_score), count(response_score)
        from bi.fact_viewing
        join bi.bridge_viewing_segment using (viewing_key)
        join bi.dim_segment using (segment_key)
        join bi.dim_date on date_key = created_date
        group by segment_name, segment_value, month_start
        """);
    SQL.put(
        "frames-of-a-campaign-counted",
        """
        select frame_result, count(*), avg(surprise_probability)
        from bi.fact_frame join bi.dim_campaign using (campaign_key)
        where campaign_name = 'Test %d' group by frame_result
        """);
    SQL.put(
        "frames-of-a-campaign-fetched",
        """
        select fact_frame.*
        from bi.fact_frame join bi.dim_campaign using (campaign_key)
        where campaign_name = 'Test %d'
        """);
    SQL.put(
        "frames-of-a-viewing",
        "select * from bi.fact_frame where viewing_key = 50 * %d order by media_time_ms");
  }

  private Questions() {}

  /**
   * Asks each question of another campaign each time, the first time with nothing of it read yet.
   *
   * @param plans file to which the plans are written
   * @return seconds by question, in the order asked
   */
  static Map<String, List<Double>> ask(Connection reader, int campaigns, Path plans)
      throws SQLException, IOException {
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    try (Statement sql = reader.createStatement()) {
      for (Map.Entry<String, String> question : SQL.entrySet()) {
        List<Double> taken = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
          int campaign = 1 + (campaigns / 2 + 97 * i) % campaigns;
          taken.add(fetch(sql, question.getValue().formatted(campaign), 1));
        }
        seconds.put(question.getKey(), taken);
        text.append("-- ").append(question.getKey()).append('\n');
        append(text, sql, question.getValue().formatted(1 + campaigns / 3));
      }
    }
    Files.writeString(plans, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return seconds;
  }

  /**
   * Asks what people ask of one campaign with BI tools, each question of another campaign.
   *
   * @param plans file to which the plans of those are added that took longer than a second
   * @return seconds by question; those of questions that the reader's limit ended are infinite
   */
  static Map<String, Double> askNatural(Connection reader, int campaigns, Path plans)
      throws SQLException, IOException {
    Map<String, Double> seconds = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    List<String> questions = natural();
    try (Statement sql = reader.createStatement()) {
      for (int i = 0; i < questions.size(); i++) {
        String campaign = "'Test " + (1 + (campaigns / 3 + 7 * i) % campaigns) + "'";
        String question = questions.get(i).replace("'Crowd'", campaign);
        double taken = within(sql, question);
        seconds.put(question, taken);
        if (taken > PLAN_FROM_S && Double.isFinite(taken)) {
          append(text.append("-- ").append(taken).append(" s\n"), sql, question);
        }
      }
    }
    Files.writeString(plans, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return seconds;
  }

  private static List<String> natural() throws IOException {
    try (InputStream file = Questions.class.getResourceAsStream("natural-questions.sql")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("--"))
          .map(line -> line.replaceFirst(";$", ""))
          .toList();
    }
  }

  private static double within(Statement sql, String question) throws SQLException {
    try {
      return fetch(sql, question, 0);
    } catch (SQLException e) {
      if (QUERY_CANCELED.equals(e.getSQLState())) {
        return Double.POSITIVE_INFINITY;
      }
      throw e;
    }
  }

  private static double fetch(Statement sql, String query, int minRows) throws SQLException {
    long begun = System.nanoTime();
    try (ResultSet rows = sql.executeQuery(query)) {
      int count = 0;
      while (rows.next()) {
        count++;
      }
      if (count < minRows) {
        throw new IllegalStateException("No rows: " + query);
      }
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private static void append(StringBuilder text, Statement sql, String query) throws SQLException {
    text.append(query).append('\n');
    try (ResultSet plan = sql.executeQuery("explain (analyze, buffers) " + query)) {
      while (plan.next()) {
        text.append(plan.getString(1)).append('\n');
      }
    }
    text.append('\n');
  }
}
