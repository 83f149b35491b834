package org.otklik.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.problem.ProblemException;
import org.otklik.settings.MailSettings;

/** What becomes of each recipient, by what a mail server answers over the wire. */
class MailSenderTest {
  private static final List<String> ALL = List.of("sent@x", "later@x", "never@x");

  @Test
  void eachRecipientHasItsOwnOutcome() throws IOException {
    try (StubbornServer server = new StubbornServer("250 fine")) {
      MailOutcome outcome = sender(server.port()).send(letter(ALL));
      assertEquals(List.of("sent@x"), outcome.taken());
      assertEquals(List.of("later@x"), outcome.unserved());
      assertEquals(List.of("never@x"), outcome.refused());
      assertTrue(server.heard().contains("Message-ID: <otklik-run-1@x>"), server.heard());
    }
  }

  @Test
  void nobodyIsServedWhenNobodyCanBe() throws IOException {
    try (StubbornServer server = new StubbornServer("250 fine")) {
      MailOutcome outcome = sender(server.port()).send(letter(List.of("later@x", "never@x")));
      assertEquals(List.of(), outcome.taken());
      assertEquals(List.of("later@x"), outcome.unserved());
      assertEquals(List.of("never@x"), outcome.refused());
    }
  }

  /** Whatever is said of the recipients, the mail itself may be refused after its content. */
  @ParameterizedTest
  @CsvSource({"554 5.7.1 spam, 2, 0", "451 4.3.0 try again, 0, 2"})
  void mailIsRefusedForGoodOrForNow(String answer, int refused, int unserved) throws IOException {
    try (StubbornServer server = new StubbornServer(answer)) {
      MailOutcome outcome = sender(server.port()).send(letter(List.of("sent@x", "other@x")));
      assertEquals(refused, outcome.refused().size(), outcome.toString());
      assertEquals(unserved, outcome.unserved().size(), outcome.toString());
      assertEquals(List.of(), outcome.taken());
      assertEquals(answer, outcome.error());
    }
  }

  @Test
  void serverThatIsAwayIsTriedAgain() throws IOException {
    StubbornServer server = new StubbornServer("250 fine");
    server.close();
    MailOutcome outcome = sender(server.port()).send(letter(ALL));
    assertEquals(ALL, outcome.unserved());
    assertTrue(outcome.error().contains("refused"), outcome.error());
  }

  @Test
  void withoutAServerThatIsSaid() {
    MailSettings none = settings(null, 25);
    assertThrows(ProblemException.class, () -> new MailSender(none).send(letter(ALL)));
  }

  @Test
  void waitsGrowUpToAnHour() {
    MailSettings settings = settings("127.0.0.1", 25);
    assertEquals(Duration.ofSeconds(60), settings.waitAfter(1));
    assertEquals(Duration.ofSeconds(240), settings.waitAfter(3));
    assertEquals(Duration.ofHours(1), settings.waitAfter(7));
    assertEquals(Duration.ofHours(1), settings.waitAfter(1000));
  }

  private static MailSender sender(int port) {
    return new MailSender(settings("127.0.0.1", port));
  }

  private static MailSettings settings(String host, int port) {
    return new MailSettings(
        host,
        port,
        MailSettings.Security.NONE,
        null,
        null,
        "otklik@x",
        "Otklik",
        "http://x",
        1,
        12,
        60);
  }

  private static MailMessage letter(List<String> recipients) {
    return new MailMessage(
        "otklik-run-1@x",
        Instant.parse("2026-11-21T09:30:00Z"),
        recipients,
        List.of(),
        recipients,
        "Subject",
        "Text\n",
        List.of());
  }
}
