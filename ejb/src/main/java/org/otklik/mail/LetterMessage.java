package org.otklik.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** A letter as MIME. Recipients that nobody is to see stand in the envelope only. */
final class LetterMessage extends MimeMessage {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final String messageId;

  LetterMessage(Session session, MailMessage letter, String from, String sender)
      throws MessagingException, IOException {
    super(session);
    messageId = letter.messageId();
    setFrom(named(from, sender));
    setRecipients(Message.RecipientType.TO, addresses(letter.to()));
    setRecipients(Message.RecipientType.CC, addresses(letter.cc()));
    setSubject(letter.subject(), UTF_8);
    setSentDate(Date.from(letter.date()));
    // RFC 3834: no holiday notes in answer.
    setHeader("Auto-Submitted", "auto-generated");
    if (letter.attachments().isEmpty()) {
      setText(letter.text(), UTF_8);
    } else {
      setContent(parts(letter));
    }
    saveChanges();
  }

  private static InternetAddress named(String address, String name)
      throws UnsupportedEncodingException {
    return new InternetAddress(address, name, UTF_8);
  }

  static Address[] addresses(List<String> texts) throws MessagingException {
    List<Address> addresses = new ArrayList<>();
    for (String text : texts) {
      addresses.add(new InternetAddress(text, true));
    }
    return addresses.toArray(Address[]::new);
  }

  private static MimeMultipart parts(MailMessage letter) throws MessagingException, IOException {
    MimeMultipart parts = new MimeMultipart();
    MimeBodyPart text = new MimeBodyPart();
    text.setText(letter.text(), UTF_8);
    parts.addBodyPart(text);
    for (MailMessage.Attachment attachment : letter.attachments()) {
      MimeBodyPart file = new MimeBodyPart();
      file.attachFile(attachment.file().path().toFile(), attachment.mediaType(), "base64");
      file.setFileName(attachment.name());
      parts.addBodyPart(file);
    }
    return parts;
  }

  /** The library would make another one each time. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", "<" + messageId + ">");
  }
}
