package org.otklik.web.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * Slows down those who try links that open nothing: after some of them from an address, none from
 * there is looked at until the oldest is a quarter of an hour old. Kept in memory: a restart
 * forgets it. Behind a proxy that does not pass on addresses, all callers have the same one.
 */
@ApplicationScoped
public class LinkGuesses {
  static final int MOST_WRONG = 20;
  static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int MOST_CALLERS = 10_000;

  private final Map<String, Deque<Instant>> wrong =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > MOST_CALLERS;
        }
      };

  private final Clock clock;

  public LinkGuesses() {
    this(Clock.systemUTC());
  }

  LinkGuesses(Clock clock) {
    this.clock = clock;
  }

  /**
   * @throws ProblemException TOO_MANY_LINKS if no link is to be looked at for this address now
   */
  synchronized void check(String address) {
    Deque<Instant> times = wrong.getOrDefault(address, new ArrayDeque<>());
    Instant now = clock.instant();
    while (!times.isEmpty() && !now.isBefore(times.getFirst().plus(WINDOW))) {
      times.removeFirst();
    }
    if (times.size() >= MOST_WRONG) {
      throw new ProblemException(ProblemCode.TOO_MANY_LINKS, WINDOW.toMinutes());
    }
  }

  /** A link from this address opened nothing. */
  synchronized void wrong(String address) {
    wrong.computeIfAbsent(address, key -> new ArrayDeque<>()).addLast(clock.instant());
  }
}
