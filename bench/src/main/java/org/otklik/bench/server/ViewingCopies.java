package org.otklik.bench.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.otklik.database.DatabaseRole;
import org.otklik.database.LocalDatabase;
import org.otklik.platform.LaunchException;

/** Copies the rows of an analysed recording under other viewers' names, for measurements. */
final class ViewingCopies {
  private final LocalDatabase database;

  ViewingCopies(LocalDatabase database) {
    this.database = database;
  }

  /** Adds copies until there are so many viewings. */
  void add(String creative, int from, int until) throws LaunchException {
    try (Connection connection = database.connect(DatabaseRole.OWNER)) {
      connection.setAutoCommit(false);
      update(
          connection,
          """
          create temporary table source on commit drop as
          select recording.id as recording_id, run.id as run_id, viewer.campaign_id,
              creative.id as creative_id
          from core.creative
          join core.recording on recording.creative_id = creative.id
          join core.analysis_run as run on run.recording_id = recording.id and run.is_current
          join core.viewer on viewer.id = recording.viewer_id
          where creative.public_id = ?::uuid
          order by recording.id limit 1
          """,
          creative);
      update(
          connection,
          """
          create temporary table viewer_copy on commit drop as
          with made as (
              insert into core.viewer (campaign_id, code, segments)
              select campaign_id, 'copy-' || number, jsonb_build_object(
                  'age', (array['18-24', '25-34', '35-44'])[1 + number %% 3],
                  'sex', (array['female', 'male'])[1 + number %% 2])
              from source, generate_series(%d, %d) as number
              returning id, code
          )
          select id, row_number() over (order by id) as number from made
          """
              .formatted(from + 1, until));
      copyRows(
          connection,
          "core.recording",
          "recording_copy",
          "original.id = source.recording_id",
          Map.of("public_id", "gen_random_uuid()", "viewer_id", "viewer_copy.id"));
      copyRows(
          connection,
          "core.analysis_run",
          "run_copy",
          "original.id = source.run_id",
          Map.of("recording_id", "recording_copy.id"));
      copyRows(
          connection,
          "agg.viewer_second",
          null,
          "original.analysis_run_id = source.run_id",
          Map.of("analysis_run_id", "run_copy.id"));
      copyRows(
          connection,
          "agg.viewing",
          null,
          "original.recording_id = source.recording_id",
          Map.of(
              "recording_id",
              "recording_copy.id",
              "analysis_run_id",
              "run_copy.id",
              "response",
              "(array['POSITIVE', 'NEUTRAL', 'POSITIVE', 'NEGATIVE'])[1 + viewer_copy.number % 4]"));
      update(
          connection,
          """
          insert into core.job_request (job_name, subject_id, lane)
          select 'summarise-creative', creative_id, 'SHORT' from source
          """);
      update(
          connection,
          "update core.creative set summary_state = 'STALE' where id = (select creative_id from source)");
      connection.commit();
    } catch (SQLException e) {
      throw new LaunchException("The viewings could not be copied.", null, e);
    }
  }

  /**
   * Copies rows of a table once for each new viewer.
   *
   * @param remembered name of a temporary table that gets the copies' keys by number, or null
   * @param others expressions for columns that differ
   */
  private static void copyRows(
      Connection connection,
      String table,
      String remembered,
      String where,
      Map<String, String> others)
      throws SQLException {
    List<String> columns = columns(connection, table);
    String values =
        columns.stream()
            .map(column -> others.getOrDefault(column, "original." + column))
            .collect(Collectors.joining(", "));
    String from =
        " from source join " + table + " as original on " + where + " cross join viewer_copy";
    if (others.values().stream().anyMatch(value -> value.startsWith("recording_copy"))) {
      from += " join recording_copy on recording_copy.number = viewer_copy.number";
    }
    if (others.values().stream().anyMatch(value -> value.startsWith("run_copy"))) {
      from += " join run_copy on run_copy.number = viewer_copy.number";
    }
    String insert =
        "insert into %s (%s) select %s%s order by viewer_copy.number"
            .formatted(table, String.join(", ", columns), values, from);
    update(
        connection,
        remembered == null
            ? insert
            : ("create temporary table %s on commit drop as with made as (%s returning id)"
                    + " select id, row_number() over (order by id) as number from made")
                .formatted(remembered, insert));
  }

  /** All but those that the database fills in. */
  private static List<String> columns(Connection connection, String table) throws SQLException {
    String query =
        """
        select attname from pg_attribute
        where attrelid = ?::regclass and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = ''
        order by attnum
        """;
    List<String> columns = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.add(rows.getString(1));
        }
      }
    }
    return columns;
  }

  private static void update(Connection connection, String sql, Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      statement.executeUpdate();
    }
  }
}
