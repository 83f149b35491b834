package org.otklik.it;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.otklik.database.DatabaseRole;
import org.otklik.database.LocalDatabase;

/** Queries for tests; each row as its values' text, joined by {@code |}. */
final class Sql {
  private Sql() {}

  static List<String> rows(
      LocalDatabase database, DatabaseRole role, String query, Object... arguments)
      throws SQLException {
    try (Connection connection = database.connect(role);
        PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      List<String> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(row(result));
        }
      }
      return rows;
    }
  }

  private static String row(ResultSet result) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
      values.add(String.valueOf(result.getString(i)));
    }
    return String.join("|", values);
  }
}
