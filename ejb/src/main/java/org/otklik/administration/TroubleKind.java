package org.otklik.administration;

import org.otklik.problem.ProblemCode;

/**
 * What can be wrong with an installation, worst first. Each has a sentence, and one that says what
 * to do.
 */
public enum TroubleKind {
  DATABASE_AWAY(Severity.DOWN, ProblemCode.DATABASE_AWAY),
  DATABASE_READ_ONLY(Severity.DEGRADED, ProblemCode.DATABASE_READ_ONLY),
  STORE_AWAY(Severity.DEGRADED, ProblemCode.STORE_AWAY),
  DISK_FULL(Severity.DEGRADED, ProblemCode.DISK_FULL),
  /** Figures: the node's name, when it was last seen. */
  NODE_LOST,
  /** Figures: the node's name, when it was last seen. */
  NODE_SILENT,
  /** Figures: connections in use, and at most. */
  DATABASE_CONNECTIONS,
  /** Figures: bytes that are free, and those kept in reserve. */
  DISK_NEARLY_FULL,
  /** Figure: how often, within an hour. */
  DECODER_FAILING,
  /** Figure: how many, within a day. */
  JOBS_FAILED,
  /** Figures: how many, and since when the first of them waits. */
  JOBS_WAITING,
  /** Figure: how many. */
  MAIL_REFUSED,
  /** Figure: when it last ran; null: never. */
  RETENTION_MISSED,
  /** Figure: when the last one was written. */
  BACKUP_OLD;

  /** How bad it is. */
  public enum Severity {
    /** Nothing can be used. */
    DOWN,
    /**
     * Nothing more is taken; what is there can be looked at, without an object store its figures.
     */
    DEGRADED,
    /** All can be used, and somebody should look. */
    WARNING
  }

  private final Severity severity;
  private final ProblemCode code;

  TroubleKind() {
    this(Severity.WARNING, null);
  }

  TroubleKind(Severity severity, ProblemCode code) {
    this.severity = severity;
    this.code = code;
  }

  public Severity severity() {
    return severity;
  }

  /** What callers are answered for it; null where nobody is refused anything. */
  public ProblemCode code() {
    return code;
  }
}
