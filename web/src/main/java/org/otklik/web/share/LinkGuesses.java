package org.otklik.web.share;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.otklik.access.AttemptKind;
import org.otklik.access.AttemptRegister;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.web.session.AttemptLimiter;
import org.otklik.web.session.SharedAttempts;

/**
 * Tells those who try links that open nothing to stop it: after some of them from an address, the
 * answer is another one for a while. A good link opens all the same: its token has 256 bits, so
 * nobody guesses one, and many may share an address.
 */
@ApplicationScoped
public class LinkGuesses {
  static final int MAX_WRONG = 20;

  /** Before an address: who follows dead links to creatives may follow one to a report. */
  private static final String OF_CREATIVES = "creative ";

  public static final Duration WINDOW = Duration.ofMinutes(15);

  private final AttemptLimiter<String> addresses;

  /** For the container's proxy. */
  protected LinkGuesses() {
    this(Clock.systemUTC(), null);
  }

  @Inject
  public LinkGuesses(AttemptRegister register) {
    this(Clock.systemUTC(), SharedAttempts.of(register, AttemptKind.LINK));
  }

  LinkGuesses(Clock clock, SharedAttempts shared) {
    addresses = new AttemptLimiter<>(MAX_WRONG, WINDOW, clock, shared);
  }

  /**
   * What a link to a creative opens.
   *
   * @param address of who follows it
   * @throws ProblemException what says that it opens nothing, or TOO_MANY_LINKS
   */
  public <T> T guarded(String address, Supplier<T> opened) {
    try {
      return opened.get();
    } catch (ProblemException nothing) {
      throw wrong(OF_CREATIVES + address).orElse(nothing);
    }
  }

  /**
   * A link from this address opened nothing.
   *
   * @return TOO_MANY_LINKS when there were too many of them lately
   */
  public Optional<ProblemException> wrong(String address) {
    addresses.refresh(address);
    boolean isRefused = addresses.refusedFor(address).isPresent();
    addresses.failed(address);
    return isRefused
        ? Optional.of(new ProblemException(ProblemCode.TOO_MANY_LINKS, WINDOW.toMinutes()))
        : Optional.empty();
  }
}
