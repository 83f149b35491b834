package org.otklik.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How a program likes to be asked to stop. */
public enum StopSignal {
  /** The usual request; for PostgreSQL it would mean waiting for every client to leave. */
  TERM,
  /** PostgreSQL's "fast" stop: disconnect the clients, write everything down, end. */
  INT;

  public void sendTo(ProcessHandle process) throws IOException, InterruptedException {
    if (this == TERM || Platform.isWindows()) {
      process.destroy();
    } else {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    }
  }

  /**
   * Asks, waits, and ends the process by force when the patience is over.
   *
   * @return whether it stopped by itself
   */
  public boolean stop(ProcessHandle process, Duration patience)
      throws IOException, InterruptedException {
    if (!process.isAlive()) {
      return true;
    }
    sendTo(process);
    if (awaitEnd(process, patience)) {
      return true;
    }
    process.destroyForcibly();
    awaitEnd(process, Duration.ofSeconds(10));
    return false;
  }

  public static boolean awaitEnd(ProcessHandle process, Duration patience)
      throws InterruptedException {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException stillThere) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("Waiting for process " + process.pid() + " failed", e);
    }
  }
}
