package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.otklik.launcher.ServerSettings;

/** A real mail server (GreenMail) on a port of its own, and what a recipient sees in it. */
final class MailFixture implements AutoCloseable {
  private final int port;
  private GreenMail server;

  /** Nobody answers at the port until {@link #start}. */
  MailFixture() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
  }

  /** An application that sends through it, tries again every second, and links to the portal. */
  ServerSettings on(ServerSettings settings) {
    return settings
        .with("otklik.mail.host", "127.0.0.1")
        .with("otklik.mail.port", Integer.toString(port))
        .with("otklik.mail.security", "NONE")
        .with("otklik.mail.from", "otklik@example.com")
        .with("otklik.mail.retry-seconds", "1")
        .with("otklik.portal.url", "http://127.0.0.1:" + settings.httpPort() + "/");
  }

  int port() {
    return port;
  }

  void start() {
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
  }

  void empty() throws FolderException {
    server.purgeEmailFromAllMailboxes();
  }

  /** The mails in somebody's mailbox. */
  List<MimeMessage> inbox(String address) {
    return server
        .findReceivedMessages(user -> user.getEmail().equals(address), message -> true)
        .toList();
  }

  /** The only mail in somebody's mailbox. */
  MimeMessage only(String address) {
    List<MimeMessage> mails = inbox(address);
    assertEquals(1, mails.size(), "mails to " + address);
    return mails.get(0);
  }

  static String text(MimeMessage mail) throws MessagingException, IOException {
    Object content = mail.getContent();
    Object text =
        content instanceof MimeMultipart parts ? parts.getBodyPart(0).getContent() : content;
    return ((String) text).replace("\r\n", "\n");
  }

  static List<BodyPart> attachments(MimeMessage mail) throws MessagingException, IOException {
    List<BodyPart> attached = new ArrayList<>();
    if (mail.getContent() instanceof MimeMultipart parts) {
      for (int i = 1; i < parts.getCount(); i++) {
        attached.add(parts.getBodyPart(i));
      }
    }
    return attached;
  }

  /** All that the attached PDF prints, with single spaces. */
  static String pdfText(BodyPart attached) throws MessagingException, IOException {
    try (PDDocument document = Loader.loadPDF(attached.getInputStream().readAllBytes())) {
      return new PDFTextStripper().getText(document).replaceAll("[\\u00a0\\u202f\\s]+", " ");
    }
  }

  static List<String> header(MimeMessage mail, String name) throws MessagingException {
    String[] values = mail.getHeader(name);
    return values == null ? List.of() : Arrays.asList(values);
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop();
      server = null;
    }
  }
}
