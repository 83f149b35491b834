package org.otklik.outage;

import jakarta.resource.ResourceException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** What may be away for a while and comes back; nobody's request and no file is at fault then. */
public enum Outage {
  /** PostgreSQL cannot be reached, starts, stops, or takes no more connections. */
  DATABASE(ProblemCode.DATABASE_AWAY),
  /** PostgreSQL answers and takes no changes: a standby that has not taken over yet. */
  DATABASE_READ_ONLY(ProblemCode.DATABASE_READ_ONLY),
  /** Nothing more can be written: no room, or a quota is used up. */
  DISK(ProblemCode.DISK_FULL),
  /** The object store of media cannot be reached, or does not let us in. */
  STORE(ProblemCode.STORE_AWAY);

  /**
   * Of PostgreSQL (appendix A): it ends or starts, or all of its connections, or its memory, are
   * taken.
   */
  private static final Set<String> AWAY =
      Set.of("57P01", "57P02", "57P03", "57P05", "53200", "53300");

  private static final String CONNECTION_EXCEPTIONS = "08";
  private static final String DISK_FULL = "53100";
  private static final String READ_ONLY = "25006";

  /**
   * What the system says of a full disk or quota. Java passes it on in the language of the server's
   * locale.
   */
  private static final List<String> NO_ROOM =
      List.of(
          "No space left on device",
          "Disk quota exceeded",
          "There is not enough space on the disk",
          "На устройстве не осталось свободного места",
          "Превышена дисковая квота",
          "Недостаточно места на диске");

  private final ProblemCode code;

  Outage(ProblemCode code) {
    this.code = code;
  }

  /** What the user is told. */
  public ProblemCode code() {
    return code;
  }

  /** Looks through causes, suppressed exceptions and the further ones of a batch of statements. */
  public static Optional<Outage> of(Throwable thrown) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> waiting = new ArrayDeque<>(List.of(thrown));
    while (!waiting.isEmpty()) {
      Throwable next = waiting.poll();
      if (!seen.add(next)) {
        continue;
      }
      Optional<Outage> told = ofThis(next);
      if (told.isPresent()) {
        return told;
      }
      Optional.ofNullable(next.getCause()).ifPresent(waiting::add);
      waiting.addAll(List.of(next.getSuppressed()));
      if (next instanceof SQLException sql && sql.getNextException() != null) {
        waiting.add(sql.getNextException());
      }
    }
    return Optional.empty();
  }

  private static Optional<Outage> ofThis(Throwable thrown) {
    if (thrown instanceof ProblemException problem) {
      return List.of(values()).stream().filter(one -> one.code == problem.code()).findFirst();
    }
    if (thrown instanceof SQLException sql) {
      return ofState(sql);
    }
    if (thrown instanceof ResourceException) { // the pool has no connection to give
      return Optional.of(DATABASE);
    }
    return thrown instanceof IOException && isNoRoom(thrown.getMessage())
        ? Optional.of(DISK)
        : Optional.empty();
  }

  private static Optional<Outage> ofState(SQLException thrown) {
    String state = thrown.getSQLState();
    if (DISK_FULL.equals(state)) {
      return Optional.of(DISK);
    }
    if (READ_ONLY.equals(state)) {
      return Optional.of(DATABASE_READ_ONLY);
    }
    boolean away =
        thrown instanceof SQLTransientConnectionException
            || thrown instanceof SQLNonTransientConnectionException
            || state != null && (state.startsWith(CONNECTION_EXCEPTIONS) || AWAY.contains(state));
    return away ? Optional.of(DATABASE) : Optional.empty();
  }

  private static boolean isNoRoom(String message) {
    return message != null && NO_ROOM.stream().anyMatch(message::contains);
  }
}
