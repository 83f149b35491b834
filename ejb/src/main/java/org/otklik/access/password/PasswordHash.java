package org.otklik.access.password;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes of passwords as they are stored: {@code algorithm:iterations:salt:hash}, the last two in
 * Base64.
 */
public final class PasswordHash {
  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";

  /** OWASP Password Storage Cheat Sheet, 2023, for this algorithm. */
  private static final int ITERATIONS = 210_000;

  private static final int SALT_BYTES = 32;
  private static final int HASH_BITS = 256;
  private static final SecureRandom RANDOM = new SecureRandom();

  private PasswordHash() {}

  public static String of(char[] password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder();
    return String.join(
        ":",
        ALGORITHM,
        Integer.toString(ITERATIONS),
        base64.encodeToString(salt),
        base64.encodeToString(derive(password, salt, ITERATIONS)));
  }

  /** Takes equally long whether the password is right or wrong. */
  public static boolean verify(char[] password, String stored) {
    String[] part = stored.split(":");
    if (part.length != 4 || !part[0].equals(ALGORITHM)) {
      throw new IllegalArgumentException("Not a stored password hash");
    }
    byte[] salt = Base64.getDecoder().decode(part[2]);
    byte[] expected = Base64.getDecoder().decode(part[3]);
    return MessageDigest.isEqual(expected, derive(password, salt, Integer.parseInt(part[1])));
  }

  /** Whether it was made with less effort than new ones are. */
  public static boolean isOutdated(String stored) {
    return Integer.parseInt(stored.split(":")[1]) < ITERATIONS;
  }

  private static byte[] derive(char[] password, byte[] salt, int iterations) {
    PBEKeySpec spec = new PBEKeySpec(password, salt, iterations, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot hash passwords.", e);
    } finally {
      spec.clearPassword();
    }
  }
}
