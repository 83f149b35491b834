package org.otklik.web.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for some minutes which user name and password went together: verifying a password takes
 * a fifth of a second on purpose, and a program sends it with every request. Kept are HMACs under a
 * key that never leaves this process, not passwords.
 */
@ApplicationScoped
public class CredentialCache {
  static final Duration LIFE = Duration.ofMinutes(5);
  static final int MAX_ENTRIES = 1000;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final Cache<String, Integer> generations;
  private final byte[] key = new byte[KEY_BYTES];

  public CredentialCache() {
    this(Clock.systemUTC());
  }

  CredentialCache(Clock clock) {
    generations =
        Caffeine.newBuilder()
            .maximumSize(MAX_ENTRIES)
            .expireAfterWrite(LIFE)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .executor(Runnable::run) // no threads that outlive the application
            .build();
    new SecureRandom().nextBytes(key);
  }

  /**
   * @param generation of the user by now: another one than remembered means another password, or
   *     that the user's sessions were ended
   */
  public boolean knows(BasicCredentials credentials, int generation) {
    Integer found = generations.getIfPresent(mark(credentials));
    return found != null && found == generation;
  }

  public void remember(BasicCredentials credentials, int generation) {
    generations.put(mark(credentials), generation);
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
