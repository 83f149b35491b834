package org.otklik.web.study;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.web.session.AttemptLimiter;

/** How many may begin from one address: a whole office, but no program that fills the table. */
@ApplicationScoped
public class ParticipationLimit {
  private static final int MAX_BEGUN = 300;
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final AttemptLimiter<String> addresses =
      new AttemptLimiter<>(MAX_BEGUN, WINDOW, Clock.systemUTC());

  /**
   * @throws ProblemException TOO_MANY_LINKS
   */
  public void count(String address) {
    if (addresses.refusedFor(address).isPresent()) {
      throw new ProblemException(ProblemCode.TOO_MANY_LINKS, WINDOW.toMinutes());
    }
    addresses.failed(address);
  }
}
