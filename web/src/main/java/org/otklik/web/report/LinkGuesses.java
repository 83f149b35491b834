package org.otklik.web.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.web.session.AttemptLimiter;

/**
 * Slows down those who try links that open nothing: after some of them from an address, none from
 * there is looked at for a while. Behind a proxy that does not pass on addresses, all callers have
 * the same one.
 */
@ApplicationScoped
public class LinkGuesses {
  static final int MAX_WRONG = 20;
  static final Duration WINDOW = Duration.ofMinutes(15);

  private final AttemptLimiter<String> addresses;

  public LinkGuesses() {
    this(Clock.systemUTC());
  }

  LinkGuesses(Clock clock) {
    addresses = new AttemptLimiter<>(MAX_WRONG, WINDOW, clock);
  }

  /**
   * @throws ProblemException TOO_MANY_LINKS if no link is to be looked at for this address now
   */
  void check(String address) {
    if (addresses.refusedFor(address).isPresent()) {
      throw new ProblemException(ProblemCode.TOO_MANY_LINKS, WINDOW.toMinutes());
    }
  }

  /** A link from this address opened nothing. */
  void wrong(String address) {
    addresses.failed(address);
  }
}
