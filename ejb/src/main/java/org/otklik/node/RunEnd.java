package org.otklik.node;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;

/** The end of a process that others hold for lost. */
final class RunEnd {
  /** As sysexits.h has it for what may go well when it is tried again: EX_TEMPFAIL. */
  static final int EXIT_STATUS = 75;

  private static final Logger LOG = System.getLogger(RunEnd.class.getName());

  /** By which {@code core.require_open_run} refuses a connection. */
  private static final String REFUSED = "OT001";

  private RunEnd() {}

  /** Whether the database refused this process. */
  static boolean isCause(Throwable thrown) {
    for (Throwable one = thrown; one != null; one = one.getCause()) {
      if (one instanceof SQLException sql && REFUSED.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /**
   * At once, without a last word to anybody: what this process still wants to write is not its own
   * any more, and a stop in good order would wait for the database.
   */
  static void halt() {
    LOG.log(
        Level.ERROR,
        "This server was silent for so long that others do its work: it ends, to be started anew");
    Runtime.getRuntime().halt(EXIT_STATUS);
  }
}
