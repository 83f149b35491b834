package org.otklik.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * How mail leaves, read from system properties ({@code otklik.mail.…}).
 *
 * @param host the mail server; {@code otklik.mail.host}, null: no mail
 * @param port {@code otklik.mail.port}; by default the usual one of the security
 * @param security {@code otklik.mail.security}, default STARTTLS, which is then required
 * @param user {@code otklik.mail.user}, null: without a sign-in
 * @param password {@code otklik.mail.password}, the environment variable {@code
 *     OTKLIK_MAIL_PASSWORD}, or the content of the file {@code otklik.mail.password-file}
 * @param from the sender's address; {@code otklik.mail.from}
 * @param senderName the sender's name; {@code otklik.mail.sender-name}, default Otklik
 * @param portal where recipients find the portal; {@code otklik.portal.url}, without a slash at its
 *     end
 * @param attachmentLimitBytes larger attachments are sent as links; {@code
 *     otklik.mail.attachment-limit-bytes}, default 15 MiB
 * @param attempts to send before it is given up; {@code otklik.mail.attempts}, default 12
 * @param firstWait before the second attempt; each further wait is twice as long, up to an hour;
 *     {@code otklik.mail.retry-seconds}, default 60
 */
public record MailSettings(
    String host,
    int port,
    Security security,
    String user,
    String password,
    String from,
    String senderName,
    String portal,
    long attachmentLimitBytes,
    int attempts,
    Duration firstWait) {
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /** How the way to the mail server is protected. */
  public enum Security {
    NONE(25),
    STARTTLS(587),
    TLS(465);

    private final int usualPort;

    Security(int usualPort) {
      this.usualPort = usualPort;
    }
  }

  /**
   * @throws IllegalStateException naming the property that is missing or wrong
   */
  public static MailSettings fromSystemProperties() {
    String host = Property.text("otklik.mail.host");
    Security security = readSecurity();
    String user = Property.text("otklik.mail.user");
    return new MailSettings(
        host,
        (int) Math.round(Property.number("otklik.mail.port", security.usualPort, 1, 65535)),
        security,
        user,
        user == null ? null : Property.secret("otklik.mail.password", "OTKLIK_MAIL_PASSWORD"),
        host == null ? null : readFrom(),
        Property.text("otklik.mail.sender-name", "Otklik"),
        host == null ? null : Property.portal(),
        Math.round(Property.number("otklik.mail.attachment-limit-bytes", 15L << 20, 0, 1L << 30)),
        (int) Math.round(Property.number("otklik.mail.attempts", 12, 1, 1000)),
        Duration.ofSeconds(Math.round(Property.number("otklik.mail.retry-seconds", 60, 1, 3600))));
  }

  private static Security readSecurity() {
    String name = Property.text("otklik.mail.security", Security.STARTTLS.name());
    return Arrays.stream(Security.values())
        .filter(one -> one.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "otklik.mail.security must be one of "
                        + Arrays.toString(Security.values())
                        + ": "
                        + name));
  }

  private static String readFrom() {
    String from = Property.required("otklik.mail.from");
    if (!from.matches("[^@\\s<>]+@[^@\\s<>]+")) {
      throw new IllegalStateException("otklik.mail.from is no mail address: " + from);
    }
    return from;
  }

  public boolean isSetUp() {
    return host != null;
  }

  /** That of the sender's address. */
  public String domain() {
    return from.substring(from.indexOf('@') + 1);
  }

  /**
   * The wait after an attempt that failed.
   *
   * @param attempt its number, from 1
   */
  public Duration waitAfter(int attempt) {
    // 2^20 times the shortest wait is longer than the longest.
    Duration doubled = firstWait.multipliedBy(1L << Math.min(20, attempt - 1));
    return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "MailSettings[" + security + " " + host + ":" + port + ", from " + from + "]";
  }
}
