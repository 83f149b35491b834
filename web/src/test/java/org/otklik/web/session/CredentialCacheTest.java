package org.otklik.web.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.otklik.web.access.TurnedClock;

class CredentialCacheTest {
  private static final BasicCredentials ANNA = new BasicCredentials("anna", "right");

  private final TurnedClock clock = new TurnedClock();
  private final CredentialCache memory = new CredentialCache(clock);

  @Test
  void knowsNobodyAtFirst() {
    assertFalse(memory.knows(ANNA, 3));
  }

  @Test
  void knowsOnlyTheVeryPairThatWasRemembered() {
    memory.remember(ANNA, 3);
    assertTrue(memory.knows(ANNA, 3));
    assertFalse(memory.knows(new BasicCredentials("anna", "wrong"), 3));
    assertFalse(memory.knows(new BasicCredentials("boris", "right"), 3));
  }

  @Test
  void forgetsWhenTheUsersSessionsAreEnded() {
    memory.remember(ANNA, 3);
    assertFalse(memory.knows(ANNA, 4));
  }

  @Test
  void tellsPairsApartThatReadTheSameInARow() {
    memory.remember(new BasicCredentials("ab", "c"), 3);
    assertFalse(memory.knows(new BasicCredentials("a", "bc"), 3));
  }

  @Test
  void forgetsAfterItsLife() {
    memory.remember(ANNA, 3);
    clock.turn(CredentialCache.LIFE.minusSeconds(1));
    assertTrue(memory.knows(ANNA, 3));
    clock.turn(Duration.ofSeconds(1));
    assertFalse(memory.knows(ANNA, 3));
  }

  @Test
  void doesNotGrowWithoutBound() {
    List<BasicCredentials> many =
        IntStream.range(0, 2 * CredentialCache.MAX_ENTRIES)
            .mapToObj(i -> new BasicCredentials("user" + i, "x"))
            .toList();
    many.forEach(one -> memory.remember(one, 3));
    long known = many.stream().filter(one -> memory.knows(one, 3)).count();
    assertEquals(CredentialCache.MAX_ENTRIES, known);
  }
}
