package org.otklik.mail;

import java.time.Instant;
import java.util.List;
import org.otklik.storage.StoredFile;

/**
 * A mail to be sent.
 *
 * @param messageId without its angle brackets; the same at each attempt, so that whoever gets it
 *     twice can tell
 * @param recipients whom this attempt serves: of {@code to}, {@code cc} and the unseen others
 * @param text plain text
 */
public record MailMessage(
    String messageId,
    Instant date,
    List<String> to,
    List<String> cc,
    List<String> recipients,
    String subject,
    String text,
    List<Attachment> attachments) {

  /** A file with the name that the recipient sees. */
  public record Attachment(String name, String mediaType, StoredFile file) {}
}
