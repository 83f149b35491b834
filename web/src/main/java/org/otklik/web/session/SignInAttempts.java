package org.otklik.web.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.otklik.access.AttemptKind;
import org.otklik.access.AttemptRegister;

/**
 * Slows down the guessing of passwords: after some wrong ones for a login from an address, none is
 * looked at for a while; and likewise after many for any logins from an address, who may be trying
 * one password on everybody. Many may share an address: whoever signed in from there before is not
 * kept out by what others of it do, and guesses at logins that do not exist keep nobody out whose
 * password is right. What was tried on another server counts as well; who is known to one server
 * may be unknown to another.
 */
@ApplicationScoped
public class SignInAttempts {
  static final int MAX_WRONG = 5;
  static final int MAX_WRONG_OF_ADDRESS = 50;
  static final Duration WINDOW = Duration.ofMinutes(15);

  private static final int MAX_LOGIN_LENGTH = 64;
  private static final int MAX_KNOWN = 10_000;
  private static final Duration KNOWN_FOR = Duration.ofDays(30);

  private record Caller(String login, String address) {}

  private final AttemptLimiter<Caller> callers;
  private final AttemptLimiter<String> addresses;

  /** By address, of wrong ones for logins that do not exist. */
  private final AttemptLimiter<String> strangers;

  /** Whose password was right before from where it comes now. */
  private final Cache<Caller, Boolean> known;

  /** For the container's proxy. */
  protected SignInAttempts() {
    this(Clock.systemUTC(), kind -> null);
  }

  @Inject
  public SignInAttempts(AttemptRegister register) {
    this(Clock.systemUTC(), kind -> SharedAttempts.of(register, kind));
  }

  SignInAttempts(Clock clock, Function<AttemptKind, SharedAttempts> shared) {
    callers = new AttemptLimiter<>(MAX_WRONG, WINDOW, clock, shared.apply(AttemptKind.LOGIN));
    addresses =
        new AttemptLimiter<>(
            MAX_WRONG_OF_ADDRESS, WINDOW, clock, shared.apply(AttemptKind.ADDRESS));
    strangers =
        new AttemptLimiter<>(
            MAX_WRONG_OF_ADDRESS, WINDOW, clock, shared.apply(AttemptKind.STRANGER));
    known =
        Caffeine.newBuilder()
            .maximumSize(MAX_KNOWN)
            .expireAfterAccess(KNOWN_FOR)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .executor(Runnable::run) // no threads that outlive the application
            .build();
  }

  /**
   * @throws TooManySignInsException if no password of this caller is to be looked at now
   */
  public void check(String login, String address) {
    Caller caller = caller(login, address);
    check(callers, caller);
    checkAddress(caller);
  }

  private void checkAddress(Caller caller) {
    if (known.getIfPresent(caller) == null) {
      check(addresses, caller.address());
    }
  }

  /**
   * Verifies the passwords of a caller one after the other, so that a thousand sent at once are not
   * looked at before the first is counted.
   *
   * <p>After many guesses at logins that do not exist, those of the address are verified one at a
   * time, and each wrong one is refused alike, so that none tells whether there is such a user.
   *
   * @param exists whether there is a user of that login
   * @param verification empty when the password is wrong; takes as long when there is no such user
   * @throws TooManySignInsException if no password of this caller is to be looked at now
   */
  public <T> Optional<T> attempt(
      String login, String address, boolean exists, Supplier<Optional<T>> verification) {
    Caller caller = caller(login, address);
    addresses.refresh(address);
    strangers.refresh(address);
    checkAddress(caller);
    if (strangers.refusedFor(address).isEmpty()) {
      return verified(caller, exists, verification);
    }
    Optional<T> verified = strangers.inTurn(address, () -> verified(caller, exists, verification));
    if (verified.isEmpty()) {
      check(strangers, address);
    }
    return verified;
  }

  private <T> Optional<T> verified(
      Caller caller, boolean exists, Supplier<Optional<T>> verification) {
    return callers.inTurn(
        caller,
        () -> {
          callers.refresh(caller);
          check(callers, caller);
          Optional<T> verified = verification.get();
          if (verified.isEmpty()) {
            callers.failed(caller);
            (exists ? addresses : strangers).failed(caller.address());
          } else {
            // Not those of the address: the guesser may have an account.
            callers.succeeded(caller);
            known.put(caller, true);
          }
          return verified;
        });
  }

  private static <K> void check(AttemptLimiter<K> limiter, K key) {
    limiter
        .refusedFor(key)
        .ifPresent(
            wait -> {
              throw new TooManySignInsException(wait);
            });
  }

  /** Users write their login in either case; longer than any login is no other caller. */
  private static Caller caller(String login, String address) {
    String known = login.strip().toLowerCase(Locale.ROOT);
    return new Caller(known.substring(0, Math.min(known.length(), MAX_LOGIN_LENGTH)), address);
  }
}
