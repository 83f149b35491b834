package org.otklik.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.storage.StoredFile;

/** A letter as bytes, read again by a mail program's library. */
class LetterMessageTest {
  private static final Session SESSION = Session.getInstance(new Properties());

  @TempDir private Path folder;

  @Test
  void letterReadsTheSameInCyrillicWithItsAttachment() throws MessagingException, IOException {
    Path file = Files.write(folder.resolve("stored"), new byte[] {0, 1, 2, (byte) 0xff});
    byte[] sent =
        bytes(
            letter(
                List.of(
                    new MailMessage.Attachment(
                        "Отчёт “Чай”.pdf", "application/pdf", new StoredFile(file)))));

    MimeMessage read = new MimeMessage(SESSION, new ByteArrayInputStream(sent));
    assertEquals("Тема", read.getSubject());
    assertEquals("<otklik-run-1@example.com>", read.getMessageID());
    assertEquals("auto-generated", read.getHeader("Auto-Submitted", null));
    assertEquals("to@example.com", read.getHeader("To", ", "));
    assertEquals("cc@example.com", read.getHeader("Cc", ", "));
    MimeMultipart parts = (MimeMultipart) read.getContent();
    assertEquals("Текст\n", text(parts.getBodyPart(0).getContent()));
    MimeBodyPart attached = (MimeBodyPart) parts.getBodyPart(1);
    assertEquals("Отчёт “Чай”.pdf", attached.getFileName());
    assertEquals("attachment", attached.getDisposition());
    assertArrayEquals(Files.readAllBytes(file), attached.getInputStream().readAllBytes());
  }

  @Test
  void unseenRecipientsStandNowhereInTheMail() throws MessagingException, IOException {
    byte[] sent = bytes(letter(List.of()));
    assertFalse(new String(sent, StandardCharsets.UTF_8).contains("bcc@example.com"));
    assertNull(new MimeMessage(SESSION, new ByteArrayInputStream(sent)).getHeader("Bcc", null));
  }

  private static String text(Object content) {
    return ((String) content).replace("\r\n", "\n");
  }

  private static MailMessage letter(List<MailMessage.Attachment> attachments) {
    return new MailMessage(
        "otklik-run-1@example.com",
        Instant.parse("2026-11-21T09:30:00Z"),
        List.of("to@example.com"),
        List.of("cc@example.com"),
        List.of("to@example.com", "cc@example.com", "bcc@example.com"),
        "Тема",
        "Текст\n",
        attachments);
  }

  private static byte[] bytes(MailMessage letter) throws MessagingException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new LetterMessage(SESSION, letter, "otklik@example.com", "Otklik").writeTo(out);
    return out.toByteArray();
  }
}
