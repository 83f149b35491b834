package org.otklik.it;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.otklik.launcher.DatabaseRole;

/**
 * The rows of {@code bi-example.sql}, and whoever is to look at them, in one transaction that is
 * never committed.
 */
final class BiExampleFixture implements AutoCloseable {
  private final Connection connection;

  private BiExampleFixture(Connection connection) {
    this.connection = connection;
  }

  static BiExampleFixture open() throws IOException, SQLException {
    Connection connection = TestGround.database().connect(DatabaseRole.SUPERUSER);
    connection.setAutoCommit(false);
    BiExampleFixture example = new BiExampleFixture(connection);
    try (InputStream script = BiExampleFixture.class.getResourceAsStream("bi-example.sql")) {
      example.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    }
    return example;
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
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet result = statement.executeQuery()) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          values.add(text(result.getObject(i)));
        }
        rows.add(String.join("|", values));
      }
      return rows;
    }
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
