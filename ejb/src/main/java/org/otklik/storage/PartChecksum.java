package org.otklik.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * What a part of a video should add up to.
 *
 * @param algorithm Java's name of it
 */
public record PartChecksum(String algorithm, byte[] expected) {
  /** The protocol's names of algorithms, as they are announced. */
  public static final String ALGORITHMS = "sha1,sha256";

  private static final Map<String, String> NAMES = Map.of("sha1", "SHA-1", "sha256", "SHA-256");

  /**
   * @param header the protocol's {@code Upload-Checksum}: {@code sha256 BASE64}, or null
   */
  public static PartChecksum of(String header) {
    if (header == null) {
      return null;
    }
    String[] words = header.strip().split(" ");
    String algorithm = NAMES.get(words[0]);
    try {
      if (algorithm != null && words.length == 2) {
        return new PartChecksum(algorithm, Base64.getDecoder().decode(words[1]));
      }
    } catch (IllegalArgumentException e) {
      // No Base64: told below, as what it is.
    }
    throw new ProblemException(
        ProblemCode.FIELD_INVALID, "Upload-Checksum", Fields.shortened(header), ALGORITHMS);
  }

  MessageDigest digest() {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has " + algorithm, e);
    }
  }

  boolean matches(MessageDigest found) {
    return MessageDigest.isEqual(expected, found.digest());
  }
}
