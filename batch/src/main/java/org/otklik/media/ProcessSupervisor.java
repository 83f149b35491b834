package org.otklik.media;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Stands by one child: takes in what it writes to standard error, ends it when somebody waits for
 * it in vain or when it takes too much memory, and says why it ended. Its thread ends with the
 * child, or with its work.
 */
public final class ProcessSupervisor implements Runnable {
  /** Why a child ended before its work did. */
  public enum Ending {
    /** It worked for longer than {@link ChildPatience#work()} without a sign of life. */
    WORKED_IN_VAIN,
    /** It was not let work: no sign of life in {@link ChildPatience#stall()}. */
    STALLED,
    /** It took more memory than it may. */
    TOO_MUCH_MEMORY,
    /** Its Java had more to keep than its heap holds. */
    HEAP_FULL,
    /** Somebody ended it, as the kernel does without memory; or there was none to begin with. */
    KILLED,
    /** By itself, or it says what no child says. */
    CRASHED
  }

  private static final Logger LOG = System.getLogger(ProcessSupervisor.class.getName());
  private static final long NOT_WAITING = Long.MIN_VALUE;
  private static final long GLANCE_MS = 50;
  private static final int MAX_DIAGNOSTICS_LENGTH = 4000;
  private static final int PAGE_BYTES = 4096;
  private static final long GOODBYE_SECONDS = 5;

  /** What Java ends with by -XX:+ExitOnOutOfMemoryError. */
  private static final int OUT_OF_MEMORY = 3;

  /** 128 and the signal: HUP, INT, KILL, TERM. Others are the child's own fault. */
  private static final Set<Integer> KILLED = Set.of(129, 130, 137, 143);

  /** What Java says, with status 1, to a machine without memory. */
  private static final String NO_MEMORY = "insufficient memory for the Java Runtime";

  private final Process process;
  private final ChildPatience patience;
  private final long maxResidentBytes;
  private final boolean tellsItsWork;
  private final StringBuffer diagnostics = new StringBuffer();
  private volatile long waitingSinceNs = NOT_WAITING;
  private volatile Ending ending;
  private volatile boolean leaving;

  /** The wait that is being measured, and what the child had worked when it was first seen. */
  private long measuredSinceNs = NOT_WAITING;

  private Duration workedBefore = Duration.ZERO;

  private ProcessSupervisor(Process process, ChildPatience patience, long maxResidentBytes) {
    this.process = process;
    this.patience = patience;
    this.maxResidentBytes = maxResidentBytes;
    this.tellsItsWork = process.info().totalCpuDuration().isPresent();
  }

  /**
   * @param maxResidentBytes memory of the whole child (checked where {@code /proc} tells it)
   */
  public static ProcessSupervisor attend(
      Process process, ChildPatience patience, long maxResidentBytes) {
    ProcessSupervisor supervisor = new ProcessSupervisor(process, patience, maxResidentBytes);
    Thread thread = new Thread(supervisor, "decoder-" + process.pid());
    thread.setDaemon(true);
    thread.start();
    return supervisor;
  }

  /** A slow reader is no reason to end the child: only what is spent waiting for it counts. */
  public void waiting() {
    waitingSinceNs = System.nanoTime();
  }

  public void notWaiting() {
    waitingSinceNs = NOT_WAITING;
  }

  /** The child's work is done; it may go on without us. */
  void leave() {
    leaving = true;
  }

  /** Why the child's answers broke off; ends it where it still runs. */
  public Ending ending() {
    boolean byItself = hasEnded();
    process.destroyForcibly();
    if (ending != null) {
      return ending;
    }
    if (!byItself) {
      return Ending.CRASHED;
    }
    int status = process.exitValue();
    if (status == OUT_OF_MEMORY) {
      return Ending.HEAP_FULL;
    }
    return KILLED.contains(status) || diagnostics.indexOf(NO_MEMORY) >= 0
        ? Ending.KILLED
        : Ending.CRASHED;
  }

  private boolean hasEnded() {
    try {
      return process.waitFor(GOODBYE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The beginning of what the child wrote to standard error. */
  public String diagnostics() {
    return diagnostics.toString();
  }

  @Override
  public void run() {
    try {
      InputStream errors = process.getErrorStream(); // others may read from it after us
      byte[] buffer = new byte[MAX_DIAGNOSTICS_LENGTH];
      while (process.isAlive() && !leaving) {
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
    // Whoever stood by at the child's work before may still be looking: neither may wait for bytes.
    synchronized (errors) {
      while (errors.available() > 0) {
        int length = errors.read(buffer);
        int room = MAX_DIAGNOSTICS_LENGTH - diagnostics.length();
        String text = new String(buffer, 0, Math.max(0, length), StandardCharsets.UTF_8);
        diagnostics.append(text, 0, Math.min(room, text.length()));
      }
    }
  }

  private void watch() {
    Ending verdict = verdict();
    if (verdict != null) {
      ending = verdict; // first: the child's pipe may break before the ending has returned
      process.destroyForcibly();
    }
  }

  private Ending verdict() {
    if (residentBytes() > maxResidentBytes) {
      return Ending.TOO_MUCH_MEMORY;
    }
    long sinceNs = waitingSinceNs;
    if (sinceNs == NOT_WAITING) {
      return null;
    }
    Duration worked = worked();
    if (sinceNs != measuredSinceNs) {
      measuredSinceNs = sinceNs;
      workedBefore = worked;
    }
    if (worked.minus(workedBefore).compareTo(patience.work()) > 0) {
      return Ending.WORKED_IN_VAIN;
    }
    return System.nanoTime() - sinceNs > patience.stall().toNanos() ? Ending.STALLED : null;
  }

  /** The child's processor time; the clock's where the system does not tell. */
  private Duration worked() {
    return tellsItsWork
        ? process.info().totalCpuDuration().orElse(workedBefore) // it has just ended
        : Duration.ofNanos(System.nanoTime());
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
