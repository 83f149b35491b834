package org.otklik.web.study;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.otklik.access.AttemptKind;
import org.otklik.access.AttemptRegister;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.web.session.AttemptLimiter;
import org.otklik.web.session.SharedAttempts;

/** How many may begin from one address: a whole office, but no program that fills the table. */
@ApplicationScoped
public class ParticipationLimit {
  private static final int MAX_BEGUN = 300;
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final AttemptLimiter<String> addresses;

  /** For the container's proxy. */
  protected ParticipationLimit() {
    addresses = null;
  }

  @Inject
  public ParticipationLimit(AttemptRegister register) {
    addresses =
        new AttemptLimiter<>(
            MAX_BEGUN,
            WINDOW,
            Clock.systemUTC(),
            SharedAttempts.of(register, AttemptKind.PARTICIPATION));
  }

  /**
   * @throws ProblemException TOO_MANY_LINKS
   */
  public void count(String address) {
    addresses.refresh(address);
    if (addresses.refusedFor(address).isPresent()) {
      throw new ProblemException(ProblemCode.TOO_MANY_LINKS, WINDOW.toMinutes());
    }
    addresses.failed(address);
  }
}
