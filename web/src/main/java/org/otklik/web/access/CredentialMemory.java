package org.otklik.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for some minutes which user name and password went together: verifying a password takes
 * a fifth of a second on purpose, and a program sends it with every request. Kept are HMACs under a
 * key that never leaves this process, not passwords.
 */
@ApplicationScoped
public class CredentialMemory {
  static final Duration LIFE = Duration.ofMinutes(5);
  static final int MOST = 1000;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private record Known(int generation, Instant until) {}

  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final byte[] key = new byte[KEY_BYTES];
  private final Clock clock;

  public CredentialMemory() {
    this(Clock.systemUTC());
  }

  CredentialMemory(Clock clock) {
    this.clock = clock;
    new SecureRandom().nextBytes(key);
  }

  /**
   * @param generation of the user by now: another one than remembered means another password, or
   *     that the user's sessions were ended
   */
  boolean knows(BasicCredentials credentials, int generation) {
    Known found = known.get(mark(credentials));
    return found != null
        && found.generation() == generation
        && clock.instant().isBefore(found.until());
  }

  void remember(BasicCredentials credentials, int generation) {
    Instant now = clock.instant();
    if (known.size() >= MOST) {
      known.values().removeIf(each -> !now.isBefore(each.until()));
    }
    if (known.size() < MOST) {
      known.put(mark(credentials), new Known(generation, now.plus(LIFE)));
    }
  }

  private String mark(BasicCredentials credentials) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update(credentials.login().getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0); // so that "ab" + "c" is not "a" + "bc"
      mac.update(credentials.password().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }
}
