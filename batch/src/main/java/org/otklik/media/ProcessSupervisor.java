package org.otklik.media;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;

/**
 * Stands by one child: takes in what it writes to standard error, and ends it when somebody waits
 * for it in vain or when it takes too much memory. Its thread ends with the child.
 */
final class ProcessSupervisor implements Runnable {
  private static final Logger LOG = System.getLogger(ProcessSupervisor.class.getName());
  private static final long NOT_WAITING = Long.MIN_VALUE;
  private static final long GLANCE_MS = 50;
  private static final int MAX_DIAGNOSTICS_LENGTH = 4000;
  private static final int PAGE_BYTES = 4096;

  private final Process process;
  private final DecodeLimits limits;
  private final StringBuffer diagnostics = new StringBuffer();
  private volatile long waitingSinceNs = NOT_WAITING;
  private volatile boolean timedOut;
  private volatile boolean tooMuchMemory;

  private ProcessSupervisor(Process process, DecodeLimits limits) {
    this.process = process;
    this.limits = limits;
  }

  static ProcessSupervisor attend(Process process, DecodeLimits limits) {
    ProcessSupervisor attendant = new ProcessSupervisor(process, limits);
    Thread thread = new Thread(attendant, "decoder-" + process.pid());
    thread.setDaemon(true);
    thread.start();
    return attendant;
  }

  /** A slow reader is no reason to end the child: only the time spent waiting for it counts. */
  void waitingSince(long nanoTime) {
    waitingSinceNs = nanoTime;
  }

  void notWaiting() {
    waitingSinceNs = NOT_WAITING;
  }

  /** Why the records broke off. */
  UnusableMediaException explain(IOException cause) {
    if (timedOut) {
      return new UnusableMediaException(
          Reason.TIMED_OUT, "no sign of life for " + limits.silence().toSeconds() + " s", cause);
    }
    if (tooMuchMemory) {
      return new UnusableMediaException(
          Reason.DECODER_FAILED, "it takes more than " + limits.residentBytes() + " bytes", cause);
    }
    return new UnusableMediaException(
        Reason.DECODER_FAILED, "the decoder broke off: " + diagnostics, cause);
  }

  @Override
  public void run() {
    try (InputStream errors = process.getErrorStream()) {
      byte[] buffer = new byte[MAX_DIAGNOSTICS_LENGTH];
      while (process.isAlive()) {
        takeIn(errors, buffer);
        watch();
        process.waitFor(GLANCE_MS, TimeUnit.MILLISECONDS);
      }
      takeIn(errors, buffer);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "standard error of child {0} is gone", process.pid());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (diagnostics.length() > 0) {
      LOG.log(Level.DEBUG, "child {0} said: {1}", process.pid(), diagnostics);
    }
  }

  private void takeIn(InputStream errors, byte[] buffer) throws IOException {
    while (errors.available() > 0) {
      int length = errors.read(buffer);
      int room = MAX_DIAGNOSTICS_LENGTH - diagnostics.length();
      String text = new String(buffer, 0, Math.max(0, length), StandardCharsets.UTF_8);
      diagnostics.append(text, 0, Math.min(room, text.length()));
    }
  }

  private void watch() {
    long since = waitingSinceNs;
    if (since != NOT_WAITING && System.nanoTime() - since > limits.silence().toNanos()) {
      timedOut = true;
      process.destroyForcibly();
    } else if (residentBytes() > limits.residentBytes()) {
      tooMuchMemory = true;
      process.destroyForcibly();
    }
  }

  /** 0 where the system does not tell; the second number of statm is resident pages. */
  private long residentBytes() {
    Path statm = Path.of("/proc", Long.toString(process.pid()), "statm");
    try {
      return Long.parseLong(Files.readString(statm).split(" ")[1]) * PAGE_BYTES;
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException untold) {
      return 0;
    }
  }
}
