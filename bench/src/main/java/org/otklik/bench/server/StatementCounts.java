package org.otklik.bench.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.otklik.database.DatabaseRole;
import org.otklik.database.LocalDatabase;

/**
 * How often each statement was asked by the application so far, told by PostgreSQL itself ({@code
 * pg_stat_statements}); statements that differ in their values only are one.
 */
public final class StatementCounts {
  private static final String COUNTS =
      """
      select asked.query, sum(asked.calls) as calls
      from pg_stat_statements as asked
      join pg_roles as asker on asker.oid = asked.userid
      where asker.rolname = ?
      group by asked.query
      """;

  private final LocalDatabase database;

  private StatementCounts(LocalDatabase database) {
    this.database = database;
  }

  /** The extension goes into the server's own database: Otklik's holds nothing but its own. */
  public static StatementCounts of(LocalDatabase database) throws SQLException {
    StatementCounts counts = new StatementCounts(database);
    try (Connection connection = counts.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create extension if not exists pg_stat_statements");
    }
    return counts;
  }

  /** By the statement's text. */
  public Map<String, Long> now() throws SQLException {
    Map<String, Long> counts = new HashMap<>();
    try (Connection connection = connect();
        PreparedStatement query = connection.prepareStatement(COUNTS)) {
      query.setString(1, DatabaseRole.APPLICATION.login());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          counts.put(rows.getString(1), rows.getLong(2));
        }
      }
    }
    return counts;
  }

  /** What was asked since, by statement. */
  public Map<String, Long> since(Map<String, Long> before) throws SQLException {
    Map<String, Long> since = new HashMap<>();
    now()
        .forEach(
            (statement, calls) -> {
              long more = calls - before.getOrDefault(statement, 0L);
              if (more > 0) {
                since.put(statement, more);
              }
            });
    return since;
  }

  private Connection connect() throws SQLException {
    return database.connect("postgres", DatabaseRole.SUPERUSER);
  }
}
