package org.otklik.web.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Slows down guessing: after so many failures of somebody, none of their attempts is looked at
 * until the oldest of these failures is older than the window. Who somebody is, is the caller's to
 * say; what happens to a refused attempt, too.
 *
 * <p>What all servers know of somebody is looked up before an attempt that matters ({@link
 * #refresh}), and kept in memory for those that must cost nothing. Servers that are tried in the
 * same instant may together take one attempt more for each of them.
 *
 * @param <K> who attempts: a login from an address, an address
 */
public final class AttemptLimiter<K> {
  /** More are forgotten, the least busy first. */
  private static final int MAX_KEYS = 10_000;

  /** When the last failures were, the oldest first; its monitor is the queue of the attempts. */
  private static final class Failures {
    final Deque<Instant> times = new ArrayDeque<>();
  }

  private final Cache<K, Failures> byKey;
  private final int maxFailures;
  private final Duration window;
  private final Clock clock;
  private final SharedAttempts shared;

  public AttemptLimiter(int maxFailures, Duration window, Clock clock, SharedAttempts shared) {
    this.shared = shared;
    this.maxFailures = maxFailures;
    this.window = window;
    this.clock = clock;
    this.byKey =
        Caffeine.newBuilder()
            .maximumSize(MAX_KEYS)
            .expireAfterAccess(window)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .executor(Runnable::run) // no threads that outlive the application
            .build();
  }

  /** Takes over what other servers know of somebody. */
  public void refresh(K key) {
    List<Instant> known = shared.since(key.toString(), clock.instant().minus(window));
    if (known.isEmpty() && byKey.getIfPresent(key) == null) {
      return;
    }
    Failures failures = failures(key);
    synchronized (failures) {
      failures.times.clear();
      // Of more than the most the newest count: until the oldest of these is too old.
      failures.times.addAll(known.subList(Math.max(0, known.size() - maxFailures), known.size()));
    }
  }

  /** How long no attempt is to be looked at; empty: the next one may be made now. */
  public Optional<Duration> refusedFor(K key) {
    Failures failures = byKey.getIfPresent(key);
    if (failures == null) {
      return Optional.empty();
    }
    synchronized (failures) {
      Instant now = clock.instant();
      forgetOld(failures, now);
      return failures.times.size() < maxFailures
          ? Optional.empty()
          : Optional.of(Duration.between(now, failures.times.getFirst().plus(window)));
    }
  }

  public void failed(K key) {
    Failures failures = failures(key);
    synchronized (failures) {
      Instant now = clock.instant();
      forgetOld(failures, now);
      if (failures.times.size() < maxFailures) {
        failures.times.addLast(now);
        shared.add(key.toString(), now);
      }
    }
  }

  /** Forgets the failures. */
  public void succeeded(K key) {
    Failures failures = failures(key);
    synchronized (failures) {
      if (!failures.times.isEmpty()) {
        failures.times.clear();
        shared.forget(key.toString());
      }
    }
  }

  /** Runs the attempts of a key one after the other, so that each is counted before the next. */
  <T> T inTurn(K key, Supplier<T> attempt) {
    synchronized (failures(key)) {
      return attempt.get();
    }
  }

  private Failures failures(K key) {
    return byKey.get(key, unknown -> new Failures());
  }

  private void forgetOld(Failures failures, Instant now) {
    while (!failures.times.isEmpty() && !now.isBefore(failures.times.getFirst().plus(window))) {
      failures.times.removeFirst();
    }
  }
}
