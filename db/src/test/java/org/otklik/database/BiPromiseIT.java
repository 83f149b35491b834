package org.otklik.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What {@code db/README.md} promises to those who query {@code bi}: the columns listed in {@code
 * db/bi-columns.txt} stay, with their types.
 */
class BiPromiseIT {
  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final Path LIST = DatabaseGround.repository("db/bi-columns.txt");

  private static final String COLUMNS =
      """
      select relation.relname || '.' || attribute.attname || ' '
          || format_type(attribute.atttypid, attribute.atttypmod)
      from pg_attribute as attribute
      join pg_class as relation on relation.oid = attribute.attrelid
      join pg_namespace as schema on schema.oid = relation.relnamespace
      where schema.nspname = 'bi' and attribute.attnum > 0
      order by relation.relname collate "C", attribute.attnum
      """;

  @Test
  void noPromisedColumnIsGoneOrOfAnotherType() throws IOException, SQLException {
    List<String> there = columns();
    assertEquals(
        List.of(),
        Files.readAllLines(LIST).stream().filter(column -> !there.contains(column)).toList(),
        "Queries of others stop working: keep these columns as they were");
  }

  @Test
  void everyColumnIsPromised() throws IOException, SQLException {
    assertEquals(
        columns(),
        Files.readAllLines(LIST),
        "Columns that are new or elsewhere: write down in "
            + LIST.getFileName()
            + " what is there");
  }

  private static List<String> columns() throws SQLException {
    return DATABASE.rows(DatabaseRole.OWNER, COLUMNS);
  }
}
