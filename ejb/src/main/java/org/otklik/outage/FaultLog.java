package org.otklik.outage;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Writes a fault that repeats once a minute, however often it is met. Of an {@link Outage} one line
 * says all, whoever meets it.
 */
public final class FaultLog {
  private static final Repetition REPETITION =
      new Repetition(Duration.ofMinutes(1), InstantSource.system());

  /** Jobs that find no room try again more often. */
  private static final Duration CURRENT = Duration.ofSeconds(15);

  private static final Map<Outage, Instant> MET = new ConcurrentHashMap<>();
  private static final LongAdder FAULTS = new LongAdder();

  private FaultLog() {}

  /** Whether somebody has met the outage just now. */
  public static boolean isCurrent(Outage outage) {
    Instant met = MET.get(outage);
    return met != null && Instant.now().isBefore(met.plus(CURRENT));
  }

  /**
   * @param message what could not be done, and what happens next
   */
  public static void write(Logger log, String message, Throwable thrown) {
    Optional<Outage> outage = Outage.of(thrown);
    if (outage.isPresent()) {
      write(outage.get(), thrown);
    } else if (isNew(thrown)) {
      log.log(Level.ERROR, message, thrown);
    }
  }

  /** How often something was met that is no outage, whether it was written or repeated itself. */
  public static long faults() {
    return FAULTS.sum();
  }

  /** An outage as somebody met it. */
  public static void write(Outage outage, Throwable thrown) {
    write(outage, root(thrown).toString());
  }

  /**
   * @param detail what is known of it
   */
  public static void write(Outage outage, String detail) {
    MET.put(outage, Instant.now());
    if (REPETITION.isFirst(outage.name())) {
      System.getLogger(Outage.class.getName())
          .log(Level.ERROR, "{0}: {1}", sentence(outage), detail);
    }
  }

  /**
   * Counts a fault that is no outage.
   *
   * @return whether the same was not met for a minute: its stack trace is not in the log yet
   */
  public static boolean isNew(Throwable thrown) {
    FAULTS.increment();
    return REPETITION.isFirst(fingerprint(thrown));
  }

  private static String sentence(Outage outage) {
    return switch (outage) {
      case DATABASE -> "The database is away; what needs it waits until it is back";
      case DATABASE_READ_ONLY ->
          "The database takes no changes; what needs to write waits until it does";
      case DISK -> "A disk is full; nothing more is taken until there is room";
      case STORE -> "The object store is away; what needs it waits until it is back";
    };
  }

  /** The same fault comes from the same place. */
  static String fingerprint(Throwable thrown) {
    Throwable root = root(thrown);
    StackTraceElement[] trace = root.getStackTrace();
    return root.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
