package org.otklik.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How mail leaves.
 *
 * @param host the mail server; null: no mail
 * @param port null: the usual one of the security
 * @param user null: without a sign-in
 * @param from the sender's address
 * @param portal where recipients find the portal, without a slash at its end
 * @param attachmentLimitBytes larger attachments are sent as links
 * @param attempts to send before it is given up
 * @param retrySeconds before the second attempt; each further wait is twice as long, up to an hour
 */
public record MailSettings(
    @ConfigProperty(name = "otklik.mail.host") String host,
    @ConfigProperty(name = "otklik.mail.port") @Min(1) @Max(65535) Integer port,
    @ConfigProperty(name = "otklik.mail.security", defaultValue = "STARTTLS") Security security,
    @ConfigProperty(name = "otklik.mail.user") String user,
    @ConfigProperty(name = "otklik.mail.password") @Secret @NeededWith("otklik.mail.user")
        String password,
    @ConfigProperty(name = "otklik.mail.from")
        @NeededWith("otklik.mail.host")
        @Pattern(regexp = "[^@\\s<>]+@[^@\\s<>]+", message = "a mail address")
        String from,
    @ConfigProperty(name = "otklik.mail.sender-name", defaultValue = "Otklik") String senderName,
    @ConfigProperty(name = "otklik.portal.url")
        @NeededWith("otklik.mail.host")
        @Pattern(regexp = PortalAddress.REGEXP, message = PortalAddress.FORM)
        String portal,
    @ConfigProperty(name = "otklik.mail.attachment-limit-bytes", defaultValue = "15728640")
        @Min(0)
        @Max(1 << 30)
        long attachmentLimitBytes,
    @ConfigProperty(name = "otklik.mail.attempts", defaultValue = "12") @Min(1) @Max(1000)
        int attempts,
    @ConfigProperty(name = "otklik.mail.retry-seconds", defaultValue = "60") @Min(1) @Max(3600)
        int retrySeconds) {
  private static final Duration MAX_WAIT = Duration.ofHours(1);

  /** How the way to the mail server is protected; STARTTLS is required then. */
  public enum Security {
    NONE(25),
    STARTTLS(587),
    TLS(465);

    private final int usualPort;

    Security(int usualPort) {
      this.usualPort = usualPort;
    }
  }

  public MailSettings {
    portal = PortalAddress.withoutSlash(portal);
    port = port == null ? Integer.valueOf(security.usualPort) : port;
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
    Duration doubled =
        Duration.ofSeconds(retrySeconds).multipliedBy(1L << Math.min(20, attempt - 1));
    return doubled.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : doubled;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "MailSettings[" + security + " " + host + ":" + port + ", from " + from + "]";
  }
}
