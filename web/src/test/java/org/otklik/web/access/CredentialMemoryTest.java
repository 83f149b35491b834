package org.otklik.web.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CredentialMemoryTest {
  private static final BasicCredentials ANNA = new BasicCredentials("anna", "right");

  private final TurnedClock clock = new TurnedClock();
  private final CredentialMemory memory = new CredentialMemory(clock);

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
    clock.turn(CredentialMemory.LIFE.minusSeconds(1));
    assertTrue(memory.knows(ANNA, 3));
    clock.turn(Duration.ofSeconds(1));
    assertFalse(memory.knows(ANNA, 3));
  }

  @Test
  void doesNotGrowWithoutBound() {
    for (int i = 0; i < CredentialMemory.MOST; i++) {
      memory.remember(new BasicCredentials("user" + i, "x"), 3);
    }
    memory.remember(ANNA, 3);
    assertFalse(memory.knows(ANNA, 3));
    clock.turn(CredentialMemory.LIFE);
    memory.remember(ANNA, 3);
    assertTrue(memory.knows(ANNA, 3));
  }
}
