package org.otklik.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.otklik.settings.MailSettings;
import org.otklik.settings.MailSettings.Security;

/** The password and the reports go to the mail server that is meant, and to nobody between. */
class MailSecurityTest {
  private static final List<String> ANNA = List.of("anna@x");

  @TempDir static Path folder;
  private static SSLContext own;
  private static SSLContext another;
  private static SSLContext unknown;

  /** The JVM asks for its default once: no other test of this module may speak TLS before. */
  @BeforeAll
  static void trustTwoCertificates()
      throws IOException, InterruptedException, GeneralSecurityException {
    KeyStore here = Certificates.selfSigned(folder, "ip:127.0.0.1");
    KeyStore elsewhere = Certificates.selfSigned(folder, "dns:mail.example");
    own = Certificates.keys(here);
    another = Certificates.keys(elsewhere);
    unknown = Certificates.keys(Certificates.selfSigned(folder, "ip:127.0.0.1,dns:unknown"));
    SSLContext.setDefault(Certificates.trusting(here, elsewhere));
  }

  @ParameterizedTest
  @EnumSource(names = {"STARTTLS", "TLS"})
  void mailArrivesOverTlsWithASignIn(Security security) {
    try (SecureMailServer server = SecureMailServer.started(security, own)) {
      MailOutcome outcome = send(security, server.port(), SecureMailServer.PASSWORD);
      assertEquals(ANNA, outcome.taken(), outcome.toString());
      assertEquals(ANNA, server.arrived());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"STARTTLS", "TLS"})
  void certificateOfAnotherNameIsNotBelieved(Security security) {
    refused(security, another, "No subject alternative names");
  }

  @ParameterizedTest
  @EnumSource(names = {"STARTTLS", "TLS"})
  void unknownCertificateIsNotBelieved(Security security) {
    refused(security, unknown, "PKIX path");
  }

  private static void refused(Security security, SSLContext shown, String reason) {
    try (SecureMailServer server = SecureMailServer.started(security, shown)) {
      MailOutcome outcome = send(security, server.port(), SecureMailServer.PASSWORD);
      assertEquals(ANNA, outcome.unserved());
      assertTrue(outcome.error().contains(reason), outcome.error());
      assertEquals(List.of(), server.arrived());
    }
  }

  @Test
  void wrongPasswordIsToldInTheServersWords() {
    try (SecureMailServer server = SecureMailServer.started(Security.STARTTLS, own)) {
      MailOutcome outcome = send(Security.STARTTLS, server.port(), "guessed");
      assertEquals(ANNA, outcome.unserved());
      assertTrue(outcome.error().startsWith("535"), outcome.error());
      assertEquals(List.of(), server.arrived());
    }
  }

  /** Somebody between could have taken the offer out of the server's answer. */
  @Test
  void withoutTheOfferOfTlsNothingSecretIsSaid() throws IOException {
    try (StubbornServer server = new StubbornServer("250 fine")) {
      MailOutcome outcome = send(Security.STARTTLS, server.port(), SecureMailServer.PASSWORD);
      assertEquals(ANNA, outcome.unserved());
      assertTrue(outcome.error().contains("STARTTLS"), outcome.error());
      assertFalse(server.heard().contains("AUTH"), server.heard());
      assertFalse(server.heard().contains("MAIL FROM"), server.heard());
    }
  }

  private static MailOutcome send(Security security, int port, String password) {
    MailSettings settings =
        new MailSettings(
            "127.0.0.1",
            port,
            security,
            SecureMailServer.USER,
            password,
            "otklik@x",
            "Otklik",
            "http://portal",
            1 << 20,
            1,
            1);
    return new MailSender(settings)
        .send(
            new MailMessage(
                "otklik-run-1@x",
                Instant.parse("2026-11-21T09:30:00Z"),
                ANNA,
                List.of(),
                ANNA,
                "Subject",
                "Text\n",
                List.of()));
  }
}
