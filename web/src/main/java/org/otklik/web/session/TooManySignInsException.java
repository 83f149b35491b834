package org.otklik.web.session;

import java.time.Duration;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** The password was not even looked at. */
public class TooManySignInsException extends ProblemException {
  public static final int STATUS = 429;

  private static final long serialVersionUID = 1L;
  private static final int SECONDS = 60;

  private final long seconds;

  TooManySignInsException(Duration untilNext) {
    this(Math.max(1, untilNext.plusMillis(999).toSeconds()));
  }

  private TooManySignInsException(long seconds) {
    super(ProblemCode.TOO_MANY_SIGN_INS, (seconds + SECONDS - 1) / SECONDS);
    this.seconds = seconds;
  }

  /** For the header {@code Retry-After}: whole seconds. */
  public String retryAfter() {
    return Long.toString(seconds);
  }
}
