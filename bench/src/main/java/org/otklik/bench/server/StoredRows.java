package org.otklik.bench.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.otklik.database.DatabaseRole;
import org.otklik.database.LocalDatabase;

/**
 * Finished campaigns and viewings, written straight into the database: for measurements and tests
 * that need more of them than could be filmed. What they hold stands in the scripts' first lines.
 */
public final class StoredRows {
  private final LocalDatabase database;

  private StoredRows(LocalDatabase database) {
    this.database = database;
  }

  public static StoredRows in(LocalDatabase database) {
    return new StoredRows(database);
  }

  /** A thousand campaigns of a client, twenty viewings each. */
  public void campaigns(String client) throws IOException, SQLException {
    run("campaigns.sql", Map.of("client", client));
    analyse();
  }

  /** So many viewers of a creative, women and men in turn, and one who is excluded. */
  public void viewers(String creative, int count) throws IOException, SQLException {
    run("viewers.sql", Map.of("creative", creative, "viewers", Integer.toString(count)));
  }

  /** What users and the server have done so far: ten thousand audit entries, and jobs. */
  void history() throws IOException, SQLException {
    run("history.sql", Map.of());
    analyse();
  }

  /** Runs a script in one transaction; it reads the settings as {@code rows.NAME}. */
  private void run(String script, Map<String, String> settings) throws IOException, SQLException {
    try (Connection connection = database.connect(DatabaseRole.OWNER)) {
      connection.setAutoCommit(false);
      try (PreparedStatement setting =
          connection.prepareStatement("select set_config('rows.' || ?, ?, true)")) {
        for (Map.Entry<String, String> one : settings.entrySet()) {
          setting.setString(1, one.getKey());
          setting.setString(2, one.getValue());
          setting.execute();
        }
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute(text(script));
        connection.commit();
      }
    }
  }

  /** Plans are made for as many rows as there are now. */
  private void analyse() throws SQLException {
    try (Connection connection = database.connect(DatabaseRole.OWNER);
        Statement statement = connection.createStatement()) {
      statement.execute("analyze");
    }
  }

  private static String text(String script) throws IOException {
    try (InputStream file = StoredRows.class.getResourceAsStream(script)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
