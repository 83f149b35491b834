package org.otklik.bench.server;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.otklik.database.LocalDatabase;
import org.otklik.launcher.OtklikServer;
import org.otklik.platform.Console;

/**
 * What an answer of the portal costs once the server is warm: time to its last byte over the
 * loopback, processor time of server and database, statements, bytes on the line.
 */
final class PageTiming {
  private static final int WARM_UP = 20;
  private static final int ROUNDS = 30;
  private static final int SLOW_WARM_UP = 2;
  private static final int SLOW_ROUNDS = 5;
  private static final int LIMIT_MS = 200;

  private final Console console;
  private final ProcessHandle server;
  private final ProcessHandle database;
  private final StatementCounts statements;

  PageTiming(Console console, OtklikServer server, LocalDatabase database) throws SQLException {
    this.console = console;
    this.server = server.process();
    this.database = database.process();
    this.statements = StatementCounts.of(database);
  }

  /** One question to the portal. */
  interface Ask {
    PortalSession.Answer answer() throws IOException, InterruptedException;
  }

  void measure(String name, Ask ask) throws IOException, InterruptedException, SQLException {
    measure(name, ask, WARM_UP, ROUNDS);
  }

  /** What takes seconds is asked less often. */
  void measureSlow(String name, Ask ask) throws IOException, InterruptedException, SQLException {
    measure(name, ask, SLOW_WARM_UP, SLOW_ROUNDS);
  }

  private void measure(String name, Ask ask, int warmUp, int rounds)
      throws IOException, InterruptedException, SQLException {
    for (int i = 0; i < warmUp; i++) {
      ask.answer();
    }
    var asked = statements.now();
    Duration ofServer = processor(Stream.of(server));
    Duration ofDatabase = processor(database.descendants());
    List<Double> times = new ArrayList<>();
    int bytes = 0;
    for (int i = 0; i < rounds; i++) {
      PortalSession.Answer answer = ask.answer();
      times.add(answer.milliseconds());
      bytes = answer.bytes();
    }
    ofServer = processor(Stream.of(server)).minus(ofServer);
    ofDatabase = processor(database.descendants()).minus(ofDatabase);
    long calls =
        statements.since(asked).values().stream().mapToLong(Long::longValue).sum() / rounds;
    times.sort(null);
    double median = times.get(rounds / 2);
    console.show(
        String.format(
            Locale.ROOT,
            "portal-%s %.1f ms (limit %d; 95 of 100 within %.1f; processor: server %.1f, database"
                + " %.1f ms; %d statements; %.1f kB)",
            name,
            median,
            LIMIT_MS,
            times.get(rounds * 95 / 100),
            (double) ofServer.toMillis() / rounds,
            (double) ofDatabase.toMillis() / rounds,
            calls,
            bytes / 1000.0));
  }

  private static Duration processor(Stream<ProcessHandle> processes) {
    return processes
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
