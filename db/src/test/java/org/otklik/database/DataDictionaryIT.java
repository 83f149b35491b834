package org.otklik.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * {@code docs/data-dictionary.md} is the database's comments, written out. After a change of the
 * migrations, run this test with {@code -Ddictionary.write=true}: it writes the file anew.
 */
class DataDictionaryIT {
  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final String HEAD =
      """
      # Data dictionary

      Written by `DataDictionaryIT` from the comments in the database: change the migrations, then
      run that test with `-Ddictionary.write=true`. Key: PK = part of the primary key, FK = refers
      to the table named. A ticked "empty" column may be null.
      """;

  private static final String RELATIONS =
      """
      select schema.nspname as schema_name, relation.relname as relation_name,
          relation.oid as relation_id, relation.relkind = 'v' as is_view,
          obj_description(schema.oid, 'pg_namespace') as schema_comment,
          obj_description(relation.oid, 'pg_class') as relation_comment
      from pg_class as relation
      join pg_namespace as schema on schema.oid = relation.relnamespace
      where schema.nspname in ('core', 'agg', 'bi') and relation.relkind in ('r', 'p', 'v')
      order by array_position(array['bi', 'core', 'agg'], schema.nspname::text), relation.relname
      """;

  private static final String COLUMNS =
      """
      select attribute.attname as column_name,
          format_type(attribute.atttypid, attribute.atttypmod) as type_name,
          attribute.attnotnull as is_required,
          col_description(attribute.attrelid, attribute.attnum) as column_comment,
          concat_ws(', ',
              (select 'PK' from pg_constraint as primary_key
               where primary_key.conrelid = attribute.attrelid and primary_key.contype = 'p'
                 and attribute.attnum = any (primary_key.conkey)),
              (select string_agg('FK ' || foreign_key.confrelid::regclass, ', '
                                 order by foreign_key.conname)
               from pg_constraint as foreign_key
               where foreign_key.conrelid = attribute.attrelid and foreign_key.contype = 'f'
                 and attribute.attnum = any (foreign_key.conkey))) as keys
      from pg_attribute as attribute
      where attribute.attrelid = ? and attribute.attnum > 0 and not attribute.attisdropped
      order by attribute.attnum
      """;

  @Test
  void dictionarySaysWhatTheDatabaseSays() throws IOException, SQLException {
    Path file = DatabaseGround.repository("docs/data-dictionary.md");
    String dictionary = dictionary();
    if (Boolean.getBoolean("dictionary.write")) {
      Files.writeString(file, dictionary);
    }
    assertEquals(
        dictionary,
        Files.readString(file),
        "The migrations have changed: run this test with -Ddictionary.write=true and commit "
            + file.getFileName());
  }

  private static String dictionary() throws SQLException {
    StringBuilder text = new StringBuilder(HEAD);
    try (Connection connection = DATABASE.connect(DatabaseRole.OWNER);
        Statement sql = connection.createStatement();
        ResultSet relation = sql.executeQuery(RELATIONS)) {
      String schema = "";
      while (relation.next()) {
        if (!relation.getString("schema_name").equals(schema)) {
          schema = relation.getString("schema_name");
          text.append("\n## Schema `").append(schema).append("`\n\n");
          text.append(relation.getString("schema_comment")).append('\n');
        }
        append(text, connection, relation);
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Connection connection, ResultSet relation)
      throws SQLException {
    boolean view = relation.getBoolean("is_view");
    text.append("\n### `")
        .append(relation.getString("schema_name"))
        .append('.')
        .append(relation.getString("relation_name"))
        .append("`\n\n")
        .append(relation.getString("relation_comment"))
        .append("\n\n")
        .append(
            view
                ? "| column | type | meaning |\n|---|---|---|\n"
                : "| column | type | key | empty | meaning |\n|---|---|---|---|---|\n");
    try (PreparedStatement columns = connection.prepareStatement(COLUMNS)) {
      columns.setLong(1, relation.getLong("relation_id"));
      try (ResultSet column = columns.executeQuery()) {
        while (column.next()) {
          text.append(view ? ofView(column) : ofTable(column));
        }
      }
    }
  }

  private static String ofView(ResultSet column) throws SQLException {
    return "| `%s` | %s | %s |\n"
        .formatted(
            column.getString("column_name"),
            column.getString("type_name"),
            cell(column.getString("column_comment")));
  }

  private static String ofTable(ResultSet column) throws SQLException {
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(
            column.getString("column_name"),
            column.getString("type_name"),
            column.getString("keys"),
            column.getBoolean("is_required") ? "" : "✓",
            cell(column.getString("column_comment")));
  }

  /** A bar would begin a new cell. */
  private static String cell(String comment) {
    return comment == null ? "" : comment.replace(" | ", "<br>").replace("|", "\\|");
  }
}
