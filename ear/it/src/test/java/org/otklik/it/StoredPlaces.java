package org.otklik.it;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.otklik.database.DatabaseRole;

/** Looks for a text in everything that is stored. */
final class StoredPlaces {
  private StoredPlaces() {}

  /** Where the text stands, in whatever column of whatever table. */
  static List<String> of(String text) throws SQLException {
    List<String> places = new ArrayList<>();
    try (Connection connection = TestGround.database().connect(DatabaseRole.OWNER);
        Statement statement = connection.createStatement()) {
      for (String column : columns(statement)) {
        String[] names = column.split("\\.");
        try (ResultSet found =
            statement.executeQuery(
                "select 1 from %s.%s where %s::text like '%%%s%%' limit 1"
                    .formatted(names[0], names[1], names[2], text))) {
          if (found.next()) {
            places.add(column);
          }
        }
      }
    }
    return places;
  }

  private static List<String> columns(Statement statement) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet found =
        statement.executeQuery(
            """
            select table_schema || '.' || table_name || '.' || column_name
            from information_schema.columns
            join information_schema.tables using (table_schema, table_name)
            where table_schema in ('core', 'agg') and table_type = 'BASE TABLE'
                and data_type in ('text', 'jsonb', 'uuid', 'character varying')
            """)) {
      while (found.next()) {
        columns.add(found.getString(1));
      }
    }
    return columns;
  }
}
