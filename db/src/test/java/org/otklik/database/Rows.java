package org.otklik.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a query finds, as text to compare. */
final class Rows {
  /** The text of one value. */
  @FunctionalInterface
  interface Text {
    String of(Object value);
  }

  private Rows() {}

  /** Each row as its values' text, joined by {@code |}. */
  static List<String> of(Connection connection, String query, Object... arguments)
      throws SQLException {
    return of(connection, null, query, arguments);
  }

  /**
   * @param text null for the values' text as the database gives it
   */
  static List<String> of(Connection connection, Text text, String query, Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        List<String> rows = new ArrayList<>();
        while (result.next()) {
          List<String> values = new ArrayList<>();
          for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            values.add(
                text == null ? String.valueOf(result.getString(i)) : text.of(result.getObject(i)));
          }
          rows.add(String.join("|", values));
        }
        return rows;
      }
    }
  }
}
