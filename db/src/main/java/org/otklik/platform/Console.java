package org.otklik.platform;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What the person who started us reads; never silent for longer than ten seconds while working. */
public final class Console {
  private static final int HEARTBEAT_SECONDS = 5;

  private final PrintStream out;
  private final Instant begun = Instant.now();

  public Console(PrintStream out) {
    this.out = out;
  }

  /** Writes to the process's standard output, every line at once. */
  public static Console terminal() {
    String encoding = System.getProperty("stdout.encoding", System.getProperty("sun.jnu.encoding"));
    Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    return new Console(new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset));
  }

  public void say(String line) {
    out.printf("[%4d s] %s%n", Duration.between(begun, Instant.now()).toSeconds(), line);
  }

  /** A line without the clock, for results that are to be copied. */
  public void show(String line) {
    out.println(line);
  }

  /** One piece of work that may take long. */
  @FunctionalInterface
  public interface Step<T> {
    T run() throws IOException, InterruptedException;
  }

  /** Announces the work, does it, and repeats every five seconds that it still goes on. */
  public <T> T step(String what, Step<T> work) throws IOException, InterruptedException {
    say(what);
    Instant start = Instant.now();
    ScheduledExecutorService heartbeat =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "console-heartbeat");
              thread.setDaemon(true);
              return thread;
            });
    heartbeat.scheduleAtFixedRate(
        () -> say("  … " + what + ", " + secondsSince(start) + " s so far"),
        HEARTBEAT_SECONDS,
        HEARTBEAT_SECONDS,
        TimeUnit.SECONDS);
    try {
      return work.run();
    } finally {
      heartbeat.shutdownNow();
    }
  }

  private static long secondsSince(Instant start) {
    return Duration.between(start, Instant.now()).toSeconds();
  }
}
