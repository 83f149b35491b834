package org.otklik.bench.scale;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.otklik.bench.scale.FrameLoad.Run;
import org.otklik.database.DatabaseMigration;
import org.otklik.database.DatabaseRole;
import org.otklik.database.LocalDatabase;
import org.otklik.launcher.BuildLayout;
import org.otklik.platform.Console;
import org.otklik.platform.FileTrees;
import org.otklik.platform.ProcessGuard;

/**
 * {@code mvn -Pscale}: a year of frames in a durable PostgreSQL of its own. Every tenth campaign is
 * loaded by {@code COPY}, the others by the application's store, in turns, so that both meet the
 * same table. Prints a line {@code name value unit} for each figure.
 */
public final class ScaleBench {
  private static final int VIEWERS = 50;
  private static final int TURNS = 5;

  /** What is wanted of a natural question of one campaign. */
  private static final double WANTED_S = 2;

  private final Console console;
  private final LocalDatabase database;
  private final int campaigns;

  private ScaleBench(Console console, LocalDatabase database, int campaigns) {
    this.console = console;
    this.database = database;
    this.campaigns = campaigns;
  }

  /**
   * @param args a folder for the database and the plans, and how many million frames
   */
  public static void main(String[] args)
      throws IOException, InterruptedException, SQLException, ExecutionException {
    Path folder = Path.of(args[0]).toAbsolutePath();
    int campaigns = (int) (Double.parseDouble(args[1]) * 1e6 / VIEWERS / FrameLoad.FRAMES_PER_RUN);
    Console console = Console.terminal();
    Logger.getLogger("").setLevel(Level.WARNING); // Flyway tells every step
    BuildLayout layout = BuildLayout.current();
    FileTrees.delete(folder);
    Files.createDirectories(folder);
    try (ProcessGuard guard = ProcessGuard.start();
        LocalDatabase database =
            LocalDatabase.start(
                layout.database(folder.resolve("postgres"), true), guard, console)) {
      DatabaseMigration.migrate(database);
      new ScaleBench(console, database, campaigns).run(folder);
    }
    FileTrees.delete(folder.resolve("postgres"));
  }

  private void run(Path folder)
      throws IOException, InterruptedException, SQLException, ExecutionException {
    try (InputStream year = ScaleBench.class.getResourceAsStream("year.sql");
        Connection owner = database.connect(DatabaseRole.OWNER);
        Statement sql = owner.createStatement()) {
      String script = new String(year.readAllBytes(), StandardCharsets.UTF_8);
      sql.execute(script.formatted(campaigns));
      load(sql);
      Path plans = folder.resolve("plans.txt");
      natural("before-analyze", plans);
      sql.execute("vacuum (analyze) core.frame_observation");
      sql.execute("vacuum (analyze)");
      sizes(sql);
      try (Connection reader = database.connect(DatabaseRole.BI_READER)) {
        Questions.ask(reader, campaigns, plans).forEach(this::answered);
      }
      natural("analyzed", plans);
      blockRange(sql);
      dropMonth(sql);
    }
  }

  private void load(Statement sql)
      throws SQLException, IOException, InterruptedException, ExecutionException {
    List<Run> all = runs(sql);
    FrameLoad load = new FrameLoad(database);
    load.write(all.subList(0, VIEWERS)); // warms up, and gives COPY its rows
    List<Double> written = new ArrayList<>();
    List<Double> copied = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    int from = VIEWERS;
    for (int turn = 1; turn <= TURNS; turn++) {
      int until = turn == TURNS ? all.size() : all.size() * turn / TURNS;
      int half = from + (until - from) * 9 / 10;
      written.add(load.write(all.subList(from, half)));
      copied.add(load.copy(all.subList(half, until), all.get(0).id()));
      ratios.add(written.get(turn - 1) / copied.get(turn - 1));
      figure("load-by-the-writer-turn-" + turn, written.get(turn - 1), "rows/s");
      figure("load-by-copy-alone-turn-" + turn, copied.get(turn - 1), "rows/s");
      from = until;
    }
    figure("frames", all.size() * (double) FrameLoad.FRAMES_PER_RUN, "rows");
    figure("load-by-the-writer", median(written), "rows/s");
    figure("load-by-copy-alone", median(copied), "rows/s");
    figure("load-by-the-writer-of-copy", median(ratios), "");
  }

  /** In the order of their time. */
  private static List<Run> runs(Statement sql) throws SQLException {
    List<Run> runs = new ArrayList<>();
    try (ResultSet row =
        sql.executeQuery("select id, queued_month from core.analysis_run order by id")) {
      while (row.next()) {
        runs.add(new Run(row.getLong(1), row.getObject(2, LocalDate.class)));
      }
    }
    return runs;
  }

  private void sizes(Statement sql) throws SQLException {
    figure(
        "frames-size",
        number(
            sql,
            "select sum(pg_table_size(oid)) / 2^20 from pg_class"
                + " where relnamespace = 'part'::regnamespace and relkind = 'r'"),
        "MiB");
    figure(
        "frames-keys-size",
        number(
            sql,
            "select sum(pg_indexes_size(oid)) / 2^20 from pg_class"
                + " where relnamespace = 'part'::regnamespace and relkind = 'r'"),
        "MiB");
  }

  private void answered(String question, List<Double> seconds) {
    figure(question + "-first", seconds.get(0), "s");
    figure(question, median(seconds), "s");
  }

  /** How long those take that people ask of one campaign with BI tools, and which take long. */
  private void natural(String statistics, Path plans) throws SQLException, IOException {
    Map<String, Double> seconds;
    try (Connection reader = database.connect(DatabaseRole.BI_READER)) {
      seconds = Questions.askNatural(reader, campaigns, plans);
    }
    seconds.forEach(
        (question, taken) -> {
          if (taken > WANTED_S) {
            console.show("natural-question-that-took-long %.1f s: %s".formatted(taken, question));
          }
        });
    figure("natural-questions-" + statistics, seconds.size(), "");
    figure("natural-question-" + statistics, median(List.copyOf(seconds.values())), "s");
    figure("slowest-natural-question-" + statistics, Collections.max(seconds.values()), "s");
  }

  /** A month again, found by a block-range index in place of its key. */
  private void blockRange(Statement sql) throws SQLException {
    String month =
        "part.frame_observation_"
            + text(sql, "select to_char(max(queued_month), 'YYYY_MM') from core.analysis_run");
    long run = (long) number(sql, "select min(analysis_run_id) from " + month);
    String frames = " where analysis_run_id = " + run;
    figure("frames-of-a-run-by-key", time(sql, "select sum(valence) from " + month + frames), "s");
    sql.execute("create table part.by_block_range as select * from " + month + " order by 1, 2");
    sql.execute("create index on part.by_block_range using brin (analysis_run_id)");
    sql.execute("vacuum (analyze) part.by_block_range");
    figure(
        "frames-of-a-run-by-brin",
        time(sql, "select sum(valence) from part.by_block_range" + frames),
        "s");
    figure("brin-size", number(sql, "select pg_indexes_size('part.by_block_range') / 1024"), "KiB");
    figure("key-size", number(sql, "select pg_indexes_size('" + month + "') / 1024"), "KiB");
    sql.execute("drop table part.by_block_range");
  }

  private void dropMonth(Statement sql) throws SQLException {
    String month = text(sql, "select to_char(min(queued_month), 'YYYY_MM') from core.analysis_run");
    figure(
        "month-dropped",
        number(sql, "select count(*) from part.frame_observation_" + month),
        "rows");
    long begun = System.nanoTime();
    sql.execute("drop table part.frame_observation_" + month);
    figure("drop-month", (System.nanoTime() - begun) / 1e9, "s");
  }

  private static double time(Statement sql, String query) throws SQLException {
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < TURNS; i++) {
      long begun = System.nanoTime();
      number(sql, query);
      seconds.add((System.nanoTime() - begun) / 1e9);
    }
    return median(seconds);
  }

  private static double number(Statement sql, String query) throws SQLException {
    return Double.parseDouble(text(sql, query));
  }

  private static String text(Statement sql, String query) throws SQLException {
    try (ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private void figure(String name, double value, String unit) {
    String digits = value < 10 ? "%.4f" : "%.0f";
    console.show(String.format(Locale.ROOT, "%s " + digits + " %s", name, value, unit));
  }
}
