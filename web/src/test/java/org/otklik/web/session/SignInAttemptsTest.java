package org.otklik.web.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.otklik.access.AttemptKind;
import org.otklik.web.access.TurnedClock;

class SignInAttemptsTest {
  private static final String HERE = "192.0.2.1";

  private final TurnedClock clock = new TurnedClock();
  private final Map<AttemptKind, SharedAttempts> shared = new EnumMap<>(AttemptKind.class);
  private final SignInAttempts attempts = server();

  private SignInAttempts server() {
    return new SignInAttempts(
        clock, kind -> shared.computeIfAbsent(kind, unknown -> new AttemptsInMemory()));
  }

  @Test
  void whatWasTriedOnOtherServersCounts() {
    SignInAttempts other = server();
    wrong(3);
    for (int i = 0; i < 2; i++) {
      assertTrue(other.attempt("anna", HERE, true, Optional::empty).isEmpty());
    }
    for (SignInAttempts each : List.of(attempts, other)) {
      AtomicInteger looks = new AtomicInteger();
      assertThrows(
          TooManySignInsException.class,
          () -> each.attempt("anna", HERE, true, () -> Optional.of(looks.incrementAndGet())));
      assertEquals(0, looks.get());
      // So that what is refused here is not told by what a remembered password costs, either.
      assertThrows(TooManySignInsException.class, () -> each.check("anna", HERE));
    }
    clock.turn(SignInAttempts.WINDOW);
    assertTrue(other.attempt("anna", HERE, true, () -> Optional.of(1)).isPresent());
    assertTrue(attempts.attempt("anna", HERE, true, () -> Optional.of(1)).isPresent());
  }

  @Test
  void whoSucceedsOnOneServerIsForgivenOnAll() {
    SignInAttempts other = server();
    wrong(4);
    assertTrue(other.attempt("anna", HERE, true, () -> Optional.of(1)).isPresent());
    wrong(4);
    assertTrue(attempts.attempt("anna", HERE, true, () -> Optional.of(1)).isPresent());
  }

  @Test
  void serverThatIsStartedAgainForgetsNothing() {
    wrong(5);
    assertThrows(
        TooManySignInsException.class,
        () -> server().attempt("anna", HERE, true, () -> Optional.of(1)));
  }

  @Test
  void fiveWrongPasswordsAreTakenAndTheSixthIsNotLookedAt() {
    wrong(5);
    AtomicInteger looks = new AtomicInteger();
    assertThrows(
        TooManySignInsException.class,
        () -> attempts.attempt("anna", HERE, true, () -> Optional.of(looks.incrementAndGet())));
    assertEquals(0, looks.get());
    assertThrows(TooManySignInsException.class, () -> attempts.check("Anna ", HERE));
  }

  @Test
  void tellsWhenToTryAgain() {
    wrong(5);
    clock.turn(Duration.ofMinutes(2));
    TooManySignInsException refused =
        assertThrows(TooManySignInsException.class, () -> attempts.check("anna", HERE));
    assertEquals("780", refused.retryAfter());
    assertTrue(refused.sentence(Locale.ENGLISH).endsWith("Try again in 13 min."));
    assertTrue(refused.sentence(Locale.forLanguageTag("ru")).endsWith("через 13 мин."));
    clock.turn(Duration.ofMinutes(12));
    refused = assertThrows(TooManySignInsException.class, () -> attempts.check("anna", HERE));
    assertTrue(refused.sentence(Locale.ENGLISH).endsWith("Try again in 1 min."));
  }

  @Test
  void theOldestWrongPasswordIsForgottenAfterTheWindow() {
    wrong(1);
    clock.turn(SignInAttempts.WINDOW.minusMinutes(1));
    wrong(4);
    assertThrows(TooManySignInsException.class, () -> attempts.check("anna", HERE));
    clock.turn(Duration.ofMinutes(1));
    wrong(1);
    assertThrows(TooManySignInsException.class, () -> attempts.check("anna", HERE));
  }

  @Test
  void theRightPasswordWipesTheSlate() {
    wrong(4);
    assertEquals(Optional.of("in"), attempts.attempt("anna", HERE, true, () -> Optional.of("in")));
    wrong(4);
    attempts.check("anna", HERE);
  }

  @Test
  void othersAreNotHeldUp() {
    wrong(5);
    attempts.check("boris", HERE);
    attempts.check("anna", "192.0.2.2");
  }

  @Test
  void onePasswordTriedOnManyLoginsIsSlowedDownToo() {
    for (int i = 0; i < SignInAttempts.MAX_WRONG_OF_ADDRESS; i++) {
      attempts.attempt("user" + i, HERE, true, Optional::empty);
    }
    assertThrows(TooManySignInsException.class, () -> attempts.check("boris", HERE));
    assertThrows(
        TooManySignInsException.class,
        () -> attempts.attempt("boris", HERE, true, () -> Optional.of("in")));
    attempts.check("boris", "192.0.2.2");
    clock.turn(SignInAttempts.WINDOW);
    assertEquals(Optional.of("in"), attempts.attempt("boris", HERE, true, () -> Optional.of("in")));
  }

  @Test
  void ownRightPasswordDoesNotHideGuessesAtOthers() {
    for (int i = 0; i < SignInAttempts.MAX_WRONG_OF_ADDRESS; i++) {
      attempts.attempt("user" + i, HERE, true, Optional::empty);
      if (i == 20) {
        attempts.attempt("mallory", HERE, true, () -> Optional.of("in"));
      }
    }
    assertThrows(TooManySignInsException.class, () -> attempts.check("boris", HERE));
  }

  /** Behind one address there may be a whole company, and one stranger. */
  @Test
  void whoSignedInFromThereBeforeIsNotKeptOutByOthers() {
    assertEquals(Optional.of("in"), attempts.attempt("anna", HERE, true, () -> Optional.of("in")));
    for (int i = 0; i < SignInAttempts.MAX_WRONG_OF_ADDRESS; i++) {
      attempts.attempt("user" + i, HERE, true, Optional::empty);
    }
    attempts.check("anna", HERE);
    assertEquals(Optional.of("in"), attempts.attempt("anna", HERE, true, () -> Optional.of("in")));
    assertThrows(TooManySignInsException.class, () -> attempts.check("clara", HERE));
    wrong(5);
    assertThrows(TooManySignInsException.class, () -> attempts.check("anna", HERE));
  }

  /** Else one stranger shuts out a company, every quarter of an hour anew. */
  @Test
  void guessesAtLoginsThatDoNotExistKeepNobodyOut() {
    strangers(SignInAttempts.MAX_WRONG_OF_ADDRESS);
    attempts.check("anna", HERE);
    assertEquals(Optional.of("in"), attempts.attempt("anna", HERE, true, () -> Optional.of("in")));
  }

  @Test
  void afterManySuchGuessesWrongPasswordsAreRefusedAlikeWhetherThereIsAUserOrNot() {
    strangers(SignInAttempts.MAX_WRONG_OF_ADDRESS);
    for (boolean exists : new boolean[] {true, false}) {
      AtomicInteger looks = new AtomicInteger();
      TooManySignInsException refused =
          assertThrows(
              TooManySignInsException.class,
              () ->
                  attempts.attempt(
                      "clara" + exists,
                      HERE,
                      exists,
                      () -> {
                        looks.incrementAndGet();
                        return Optional.empty();
                      }));
      assertEquals("900", refused.retryAfter());
      assertEquals(1, looks.get(), "takes as long");
    }
  }

  private void strangers(int times) {
    for (int i = 0; i < times; i++) {
      attempts.attempt("stranger" + i, HERE, false, Optional::empty);
    }
  }

  @Test
  void manyAtOnceAreNoMoreThanFive() throws Exception {
    AtomicInteger looks = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try {
      List<Future<?>> all =
          IntStream.range(0, 20)
              .<Future<?>>mapToObj(i -> threads.submit(() -> guess(looks)))
              .toList();
      for (Future<?> one : all) {
        one.get(10, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(SignInAttempts.MAX_WRONG, looks.get());
  }

  private void guess(AtomicInteger looks) {
    try {
      attempts.attempt(
          "anna",
          HERE,
          true,
          () -> {
            looks.incrementAndGet();
            return Optional.empty();
          });
    } catch (TooManySignInsException e) {
      assertEquals("900", e.retryAfter());
    }
  }

  private void wrong(int times) {
    for (int i = 0; i < times; i++) {
      assertEquals(Optional.empty(), attempts.attempt("anna", HERE, true, Optional::empty));
    }
  }
}
