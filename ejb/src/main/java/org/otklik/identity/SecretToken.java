package org.otklik.identity;

import java.security.SecureRandom;
import java.util.Base64;
import org.otklik.text.Sha256;

/** The secret part of a link: 256 random bits, which nobody guesses, as 43 letters. */
public final class SecretToken {
  private static final int BYTES = 32;
  private static final String WRITTEN = "[A-Za-z0-9_-]{43}";
  private static final SecureRandom RANDOM = new SecureRandom();

  private SecretToken() {}

  public static String random() {
    byte[] token = new byte[BYTES];
    RANDOM.nextBytes(token);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  public static boolean isOne(String text) {
    return text != null && text.matches(WRITTEN);
  }

  /** What is stored of it; no salt is needed where nothing can be guessed. */
  public static String sha256(String token) {
    return Sha256.hex(token);
  }
}
