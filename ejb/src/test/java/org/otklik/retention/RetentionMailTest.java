package org.otklik.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.otklik.mail.MailMessage;
import org.otklik.settings.MailSettings;

class RetentionMailTest {
  private static final Instant NOW = Instant.parse("2026-11-30T02:30:00Z");
  private static final UUID CAMPAIGN = UUID.fromString("00000000-0000-0000-0000-00000000000a");
  private static final MailSettings SETTINGS =
      new MailSettings(
          "mail.example.com",
          25,
          MailSettings.Security.NONE,
          null,
          null,
          "otklik@example.com",
          "Otklik",
          "https://portal.example.com/",
          1 << 20,
          1,
          1);

  private static MailMessage mail(String language) {
    DueNotice.Owner owner =
        new DueNotice.Owner(
            7, "owner@example.com", Locale.forLanguageTag(language), ZoneOffset.UTC);
    return new RetentionMail(
            new DueNotice(
                1,
                CAMPAIGN,
                "Tea",
                2,
                "Brand",
                owner,
                Instant.parse("2026-12-14T02:30:00Z"),
                List.of(
                    deletion(DataClass.VIDEO, 1200, "2026-12-05T10:00:00Z"),
                    deletion(DataClass.ANSWERS, 3, "2026-11-01T10:00:00Z"))),
            SETTINGS)
        .message(NOW);
  }

  private static UpcomingDeletion deletion(DataClass dataClass, int count, String due) {
    return new UpcomingDeletion(
        CAMPAIGN, "Tea", "Brand", dataClass, count, null, Instant.parse(due), false);
  }

  @Test
  void ownerIsToldWhatIsDeletedWhenAndHowToKeepIt() {
    MailMessage mail = mail("en");
    assertEquals(List.of("owner@example.com"), mail.recipients());
    assertEquals(
        "Otklik: retention periods of the campaign “Tea” are about to end", mail.subject());
    assertTrue(mail.text().contains("client Brand"), mail.text());
    assertTrue(
        mail.text().contains("• Videos of viewers: 1,200, from December 5, 2026"), mail.text());
    assertTrue(
        mail.text().contains("• Answers to surveys and studies: 3, from November 30, 2026"),
        "what is overdue goes now: " + mail.text());
    assertTrue(
        mail.text().contains("https://portal.example.com/retention.xhtml?campaign=" + CAMPAIGN));
  }

  @Test
  void ownerIsToldInTheOwnersLanguage() {
    MailMessage mail = mail("ru");
    assertEquals("Отклик: заканчиваются сроки хранения в кампании «Tea»", mail.subject());
    assertTrue(mail.text().contains("• Видео зрителей: 1"), mail.text());
  }

  @Test
  void aMailThatIsSentAgainIsTheSameMail() {
    assertEquals(mail("en").messageId(), mail("en").messageId());
    assertEquals(
        "otklik-retention-" + CAMPAIGN + "-2026-12-14@example.com", mail("en").messageId());
  }
}
