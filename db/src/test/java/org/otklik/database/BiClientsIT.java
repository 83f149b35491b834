package org.otklik.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Real clients of analysts, as bi_reader: JDBC, psql, and ODBC by isql, where they are installed.
 */
class BiClientsIT {
  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final String QUERY =
      "select date_key, month_name_ru from dim_date where date_key = date '2026-11-21'";
  private static final String DRIVER = "PostgreSQL Unicode";

  @Test
  void jdbcTellsTheViewsTheirTypesAndComments() throws SQLException {
    try (Connection connection = DATABASE.connect(DatabaseRole.BI_READER)) {
      try (ResultSet view =
          connection.getMetaData().getTables(null, "bi", "fact_score", new String[] {"VIEW"})) {
        assertTrue(view.next());
        assertTrue(view.getString("REMARKS").startsWith("One row per creative"));
      }
      try (ResultSet column =
          connection.getMetaData().getColumns(null, "bi", "fact_score", "eei")) {
        assertTrue(column.next());
        assertEquals("float8", column.getString("TYPE_NAME"));
        assertTrue(column.getString("REMARKS").contains("ИЭО"));
      }
    }
  }

  @Test
  void psqlReads() throws IOException, InterruptedException {
    assumeInstalled("psql");
    String said =
        run(
            Map.of(
                "PGPASSWORD",
                DATABASE.password(DatabaseRole.BI_READER),
                "PGCLIENTENCODING",
                "UTF8"),
            "",
            "psql",
            "--no-psqlrc",
            "--no-password",
            "--tuples-only",
            "--no-align",
            "--host=127.0.0.1",
            "--port=" + DATABASE.port(),
            "--username=bi_reader",
            "--dbname=" + DATABASE.name(),
            "--command=" + QUERY);
    assertEquals("2026-11-21|ноябрь", said.strip());
  }

  @Test
  void odbcReads() throws IOException, InterruptedException {
    assumeInstalled("isql");
    assumeInstalled("odbcinst");
    Assumptions.assumeTrue(
        run(Map.of(), "", "odbcinst", "-q", "-d").contains("[" + DRIVER + "]"),
        "SKIPPED: the ODBC driver \"" + DRIVER + "\" (Debian: odbc-postgresql) is not installed");
    Path source = DatabaseGround.get().newFolder("odbc").resolve("odbc.ini");
    Files.writeString(
        source,
        """
        [otklik]
        Driver = %s
        Servername = 127.0.0.1
        Port = %d
        Database = otklik
        """
            .formatted(DRIVER, DATABASE.port()));
    String said =
        run(
            Map.of("ODBCINI", source.toString()),
            QUERY + "\n",
            "isql",
            "otklik",
            "bi_reader",
            DATABASE.password(DatabaseRole.BI_READER),
            "-b",
            "-d|");
    assertEquals("2026-11-21|ноябрь", said.strip());
  }

  private static void assumeInstalled(String program) {
    boolean there =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    Assumptions.assumeTrue(there, "SKIPPED: " + program + " is not installed");
  }

  private static String run(Map<String, String> environment, String input, String... command)
      throws IOException, InterruptedException {
    Path output = DatabaseGround.get().newFolder("client").resolve("output.txt");
    ProcessBuilder program =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("LC_ALL", "C.UTF-8");
    program.environment().putAll(variables);
    Process process = program.start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), () -> "No answer from " + command[0]);
    assertEquals(0, process.exitValue(), Files.readString(output));
    return Files.readString(output);
  }
}
