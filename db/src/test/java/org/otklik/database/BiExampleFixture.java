package org.otklik.database;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The rows of {@code bi-example.sql}, and whoever is to look at them, in one transaction that is
 * never committed.
 */
final class BiExampleFixture implements AutoCloseable {
  private final Connection connection;

  private BiExampleFixture(Connection connection) {
    this.connection = connection;
  }

  static BiExampleFixture open(FreshDatabase database) throws IOException, SQLException {
    Connection connection = database.connect(DatabaseRole.SUPERUSER);
    connection.setAutoCommit(false);
    BiExampleFixture example = new BiExampleFixture(connection);
    try (InputStream script = BiExampleFixture.class.getResourceAsStream("bi-example.sql")) {
      example.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    }
    return example;
  }

  /** From here on until {@link #undo} is for one test only. */
  void mark() throws SQLException {
    execute("savepoint example");
  }

  void undo() throws SQLException {
    execute("rollback to savepoint example");
  }

  /** From here on the session is the login's, as if it had signed in. */
  void signInAs(String login) throws SQLException {
    execute("set local session authorization '" + login + "'");
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Each row as its values' text, joined by {@code |}; fractions to six places. */
  List<String> rows(String query) throws SQLException {
    return Rows.of(connection, BiExampleFixture::text, query);
  }

  private static String text(Object value) {
    if (value instanceof Double || value instanceof BigDecimal) {
      return new BigDecimal(value.toString())
          .setScale(6, RoundingMode.HALF_UP)
          .stripTrailingZeros()
          .toPlainString();
    }
    return String.valueOf(value);
  }

  @Override
  public void close() throws SQLException {
    if (!connection.isClosed()) {
      connection.rollback();
      connection.close();
    }
  }
}
