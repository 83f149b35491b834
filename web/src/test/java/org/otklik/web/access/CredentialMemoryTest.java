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
    assertFalse(memory.knows(ANNA));
  }

  @Test
  void knowsOnlyTheVeryPairThatWasRemembered() {
    memory.remember(ANNA);
    assertTrue(memory.knows(ANNA));
    assertFalse(memory.knows(new BasicCredentials("anna", "wrong")));
    assertFalse(memory.knows(new BasicCredentials("boris", "right")));
  }

  @Test
  void tellsPairsApartThatReadTheSameInARow() {
    memory.remember(new BasicCredentials("ab", "c"));
    assertFalse(memory.knows(new BasicCredentials("a", "bc")));
  }

  @Test
  void forgetsAfterItsLife() {
    memory.remember(ANNA);
    clock.turn(CredentialMemory.LIFE.minusSeconds(1));
    assertTrue(memory.knows(ANNA));
    clock.turn(Duration.ofSeconds(1));
    assertFalse(memory.knows(ANNA));
  }

  @Test
  void doesNotGrowWithoutBound() {
    for (int i = 0; i < CredentialMemory.MOST; i++) {
      memory.remember(new BasicCredentials("user" + i, "x"));
    }
    memory.remember(ANNA);
    assertFalse(memory.knows(ANNA));
    clock.turn(CredentialMemory.LIFE);
    memory.remember(ANNA);
    assertTrue(memory.knows(ANNA));
  }
}
