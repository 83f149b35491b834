package org.otklik.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Slows down the guessing of passwords: after some wrong ones for a login from an address, none is
 * looked at until the oldest of them is a quarter of an hour old; and likewise after many for any
 * logins from an address, who may be trying one password on everybody. Kept in memory: a restart
 * forgets it. Behind a proxy that does not pass on addresses, all callers have the same one.
 */
@ApplicationScoped
public class SignInAttempts {
  static final int MOST_WRONG = 5;
  static final int MOST_WRONG_OF_ADDRESS = 50;
  static final Duration WINDOW = Duration.ofMinutes(15);

  /** The oldest are dropped: to get there takes longer than the window, a hash at a time. */
  static final int MOST_CALLERS = 10_000;

  private static final int LONGEST_LOGIN = 64;

  /** The login is empty for all of an address's together. */
  private record Caller(String login, String address) {
    static Caller anybody(String address) {
      return new Caller("", address);
    }

    int mostWrong() {
      return login.isEmpty() ? MOST_WRONG_OF_ADDRESS : MOST_WRONG;
    }
  }

  /** When this caller's last wrong passwords came, the oldest first; its monitor is their queue. */
  private static final class Wrong {
    final Deque<Instant> times = new ArrayDeque<>();
  }

  private final Map<Caller, Wrong> callers =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Caller, Wrong> eldest) {
          return size() > MOST_CALLERS;
        }
      };

  private final Clock clock;

  public SignInAttempts() {
    this(Clock.systemUTC());
  }

  SignInAttempts(Clock clock) {
    this.clock = clock;
  }

  /**
   * @throws TooManySignInsException if no password of this caller is to be looked at now
   */
  void check(String login, String address) {
    check(caller(login, address));
    check(Caller.anybody(address));
  }

  private void check(Caller caller) {
    Wrong wrong;
    synchronized (callers) {
      wrong = callers.get(caller);
    }
    if (wrong != null) {
      synchronized (wrong) {
        check(wrong, caller.mostWrong());
      }
    }
  }

  /**
   * Verifies the passwords of a caller one after the other, so that a thousand sent at once are not
   * looked at before the first is counted.
   *
   * @param verification empty when the password is wrong
   * @throws TooManySignInsException if no password of this caller is to be looked at now
   */
  <T> Optional<T> attempt(String login, String address, Supplier<Optional<T>> verification) {
    check(Caller.anybody(address));
    Caller caller = caller(login, address);
    Wrong wrong = wrong(caller);
    synchronized (wrong) {
      check(wrong, caller.mostWrong());
      Optional<T> verified = verification.get();
      if (verified.isEmpty()) {
        wrong.times.addLast(clock.instant());
        countForAddress(address);
      } else {
        wrong.times.clear();
      }
      keep(caller, wrong);
      return verified;
    }
  }

  /** A right password in between does not clear it: the guesser may have an account. */
  private void countForAddress(String address) {
    Caller anybody = Caller.anybody(address);
    Wrong wrong = wrong(anybody);
    synchronized (wrong) {
      forgetOld(wrong, clock.instant());
      if (wrong.times.size() < MOST_WRONG_OF_ADDRESS) {
        wrong.times.addLast(clock.instant());
      }
      keep(anybody, wrong);
    }
  }

  private Wrong wrong(Caller caller) {
    synchronized (callers) {
      return callers.computeIfAbsent(caller, key -> new Wrong());
    }
  }

  private void keep(Caller caller, Wrong wrong) {
    synchronized (callers) {
      if (wrong.times.isEmpty()) {
        callers.remove(caller);
      } else {
        callers.put(caller, wrong);
      }
    }
  }

  private void check(Wrong wrong, int most) {
    Instant now = clock.instant();
    forgetOld(wrong, now);
    if (wrong.times.size() >= most) {
      throw new TooManySignInsException(Duration.between(now, wrong.times.getFirst().plus(WINDOW)));
    }
  }

  private static void forgetOld(Wrong wrong, Instant now) {
    while (!wrong.times.isEmpty() && !now.isBefore(wrong.times.getFirst().plus(WINDOW))) {
      wrong.times.removeFirst();
    }
  }

  /** Users write their login in either case; longer than any login is no other caller. */
  private static Caller caller(String login, String address) {
    String known = login.strip().toLowerCase(Locale.ROOT);
    return new Caller(known.substring(0, Math.min(known.length(), LONGEST_LOGIN)), address);
  }
}
