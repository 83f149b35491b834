package org.otklik.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.settings.MailSettings;

/** Hands letters to the mail server. To be called outside of transactions: it may take minutes. */
@ApplicationScoped
public class MailSender {
  private static final int MAX_ERROR_LENGTH = 300;

  private final MailSettings settings;

  /** For the proxy. */
  protected MailSender() {
    this(null);
  }

  @Inject
  MailSender(MailSettings settings) {
    this.settings = settings;
  }

  /**
   * One attempt.
   *
   * @throws ProblemException MAIL_NOT_SET_UP
   */
  public MailOutcome send(MailMessage letter) {
    if (!settings.isSetUp()) {
      throw new ProblemException(ProblemCode.MAIL_NOT_SET_UP);
    }
    Session session = Session.getInstance(properties());
    LetterMessage message = message(session, letter);
    try (Transport transport = session.getTransport("smtp")) {
      if (settings.user() == null) {
        transport.connect();
      } else {
        transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
      }
      transport.sendMessage(message, LetterMessage.addresses(letter.recipients()));
      return MailOutcome.takenBy(letter.recipients());
    } catch (SendFailedException e) {
      return outcome(e, letter.recipients());
    } catch (NoSuchProviderException e) {
      throw new IllegalStateException("The server has no SMTP", e);
    } catch (MessagingException e) {
      return MailOutcome.unserved(letter.recipients(), told(e));
    }
  }

  private LetterMessage message(Session session, MailMessage letter) {
    try {
      return new LetterMessage(session, letter, settings.from(), settings.senderName());
    } catch (IOException e) {
      throw new UncheckedIOException("A file of " + letter.messageId() + " cannot be read", e);
    } catch (MessagingException e) {
      throw new IllegalStateException("No mail can be made of " + letter.messageId(), e);
    }
  }

  private Properties properties() {
    Properties p = new Properties();
    p.setProperty("mail.smtp.host", settings.host());
    p.setProperty("mail.smtp.port", Integer.toString(settings.port()));
    p.setProperty("mail.smtp.auth", Boolean.toString(settings.user() != null));
    p.setProperty("mail.smtp.connectiontimeout", "20000");
    p.setProperty("mail.smtp.timeout", "60000");
    p.setProperty("mail.smtp.writetimeout", "60000");
    // Those who can be reached get their mail, whoever else cannot.
    p.setProperty("mail.smtp.sendpartial", "true");
    boolean startTls = settings.security() == MailSettings.Security.STARTTLS;
    p.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
    p.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
    boolean tls = settings.security() == MailSettings.Security.TLS;
    p.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls));
    p.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    return p;
  }

  /** Whom the server refused, and whom not yet served, when it did not take all. */
  private static MailOutcome outcome(SendFailedException e, List<String> recipients) {
    List<String> taken = texts(e.getValidSentAddresses());
    List<String> refused = texts(e.getInvalidAddresses());
    List<String> others = new ArrayList<>(recipients);
    others.removeAll(taken);
    others.removeAll(refused);
    if (isPermanent(e)) {
      refused.addAll(others);
      others.clear();
    }
    return new MailOutcome(taken, refused, others, told(e));
  }

  /** RFC 5321, 4.2.1: replies of 500 and more are permanent. */
  private static boolean isPermanent(SendFailedException e) {
    return e.getMessage() != null && e.getMessage().matches("(?s)5\\d\\d[ -].*");
  }

  /** The innermost reason is the server's own reply, where it gave one. */
  private static String told(MessagingException e) {
    Exception inner = e;
    while (inner instanceof MessagingException mail && mail.getNextException() != null) {
      inner = mail.getNextException();
    }
    String text =
        inner.getMessage() == null ? inner.getClass().getSimpleName() : inner.getMessage();
    String plain = text.replaceAll("[\\p{Cntrl} ]+", " ").strip();
    return plain.length() > MAX_ERROR_LENGTH ? plain.substring(0, MAX_ERROR_LENGTH) + "…" : plain;
  }

  private static List<String> texts(Address[] addresses) {
    return addresses == null
        ? new ArrayList<>()
        : Arrays.stream(addresses)
            .map(address -> ((InternetAddress) address).getAddress())
            .collect(Collectors.toCollection(ArrayList::new));
  }
}
