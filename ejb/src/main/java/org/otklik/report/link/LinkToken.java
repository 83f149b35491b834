package org.otklik.report.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The secret part of a link: 256 random bits, which nobody guesses, as 43 letters. */
final class LinkToken {
  private static final int BYTES = 32;
  private static final String WRITTEN = "[A-Za-z0-9_-]{43}";
  private static final SecureRandom RANDOM = new SecureRandom();

  private LinkToken() {}

  static String random() {
    byte[] token = new byte[BYTES];
    RANDOM.nextBytes(token);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  static boolean isOne(String text) {
    return text != null && text.matches(WRITTEN);
  }

  /** What is stored of it; no salt is needed where nothing can be guessed. */
  static String sha256(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
