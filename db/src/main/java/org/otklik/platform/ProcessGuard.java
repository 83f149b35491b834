package org.otklik.platform;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sees to it that the children do not outlive us, even when we are killed ({@link Watchdog}). */
public final class ProcessGuard implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 90;

  private final Process watchdog;
  private final PrintWriter lines;
  private boolean closed;

  private ProcessGuard(Process watchdog) {
    this.watchdog = watchdog;
    this.lines = new PrintWriter(watchdog.getOutputStream(), true, StandardCharsets.US_ASCII);
  }

  public static ProcessGuard start() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(Platform.ownSession());
    command.addAll(
        List.of(
            Platform.java().toString(),
            "-Xmx16m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            ownClasses().toString(),
            Watchdog.class.getName()));
    return new ProcessGuard(
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  private static Path ownClasses() {
    try {
      return Path.of(Watchdog.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("A class file's address is always a proper one", e);
    }
  }

  /** Watches a child from now on; one that comes after the end of everything is ended at once. */
  public synchronized void watch(ProcessHandle process, StopSignal signal) {
    if (closed) {
      process.destroyForcibly();
      return;
    }
    ProcessMark mark = ProcessMark.of(process);
    lines.println("watch " + mark.pid() + " " + mark.startMillis() + " " + signal);
  }

  public synchronized void forget(ProcessHandle process) {
    lines.println("forget " + process.pid());
  }

  /** Stops whatever is still watched, and the watchdog itself. */
  @Override
  public void close() throws IOException {
    synchronized (this) {
      closed = true;
      lines.close();
    }
    try {
      watchdog.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
