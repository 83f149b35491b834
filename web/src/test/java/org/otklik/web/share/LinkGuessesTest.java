package org.otklik.web.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.web.session.AttemptsInMemory;

class LinkGuessesTest {
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private final InstantSource source = () -> now;
  private final LinkGuesses guesses = new LinkGuesses(clock(), new AttemptsInMemory());

  @Test
  void anAddressIsToldAfterTwentyAndNoOther() {
    for (int i = 0; i < LinkGuesses.MAX_WRONG; i++) {
      assertEquals(Optional.empty(), guesses.wrong("a"));
    }
    assertEquals(
        Optional.of(ProblemCode.TOO_MANY_LINKS), guesses.wrong("a").map(ProblemException::code));
    assertEquals(Optional.empty(), guesses.wrong("b"));
  }

  @Test
  void areForgottenOneByOneAfterAQuarterOfAnHour() {
    guesses.wrong("a");
    now = now.plus(Duration.ofMinutes(10));
    for (int i = 1; i < LinkGuesses.MAX_WRONG; i++) {
      guesses.wrong("a");
    }
    assertTrue(guesses.wrong("a").isPresent());
    now = now.plus(Duration.ofMinutes(5));
    assertEquals(Optional.empty(), guesses.wrong("a"));
    assertTrue(guesses.wrong("a").isPresent());
  }

  @Test
  void deadLinksToCreativesStopNobodyWhoFollowsOneToAReport() {
    for (int i = 0; i <= LinkGuesses.MAX_WRONG; i++) {
      ProblemException told =
          assertThrows(
              ProblemException.class,
              () ->
                  guesses.guarded(
                      "a",
                      () -> {
                        throw new ProblemException(ProblemCode.SHARED_PAGE_OVER);
                      }));
      assertEquals(
          i < LinkGuesses.MAX_WRONG ? ProblemCode.SHARED_PAGE_OVER : ProblemCode.TOO_MANY_LINKS,
          told.code());
    }
    assertEquals(Optional.empty(), guesses.wrong("a"));
    assertEquals("opened", guesses.guarded("a", () -> "opened"));
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return source.instant();
      }

      @Override
      public java.time.ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }
    };
  }
}
