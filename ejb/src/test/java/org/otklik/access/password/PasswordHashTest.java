package org.otklik.access.password;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PasswordHashTest {
  private static final char[] PASSWORD = "тихо едет поезд".toCharArray();

  /** Of PASSWORD with 1,000 iterations, by Python's hashlib.pbkdf2_hmac. */
  private static final String EARLIER =
      "PBKDF2WithHmacSHA512:1000:"
          + "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
          + ":ZlJ+zXmIWRA3YqH6KFUOilOIaN3DxJqqbz+xOXiJ2VM=";

  @Test
  void samePasswordIsHashedDifferentlyEachTimeAndVerified() {
    String first = PasswordHash.of(PASSWORD);
    assertNotEquals(first, PasswordHash.of(PASSWORD));
    assertTrue(PasswordHash.verify(PASSWORD, first));
    assertFalse(PasswordHash.verify("тихо едет поезд ".toCharArray(), first));
    assertFalse(PasswordHash.isOutdated(first));
  }

  @Test
  void hashOfLessEffortIsStillVerifiedAndKnownAsOutdated() {
    assertTrue(PasswordHash.verify(PASSWORD, EARLIER));
    assertTrue(PasswordHash.isOutdated(EARLIER));
  }
}
