package org.otklik.mail;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.otklik.settings.MailSettings;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that takes mail over TLS only, from one user. */
final class SecureMailServer implements AutoCloseable {
  static final String USER = "otklik";
  static final String PASSWORD = "a secret of the mail server";

  private final SMTPServer server;
  private final List<String> arrived = new CopyOnWriteArrayList<>();

  private SecureMailServer(MailSettings.Security security, SSLContext keys) {
    SMTPServer.Builder builder =
        SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .requireAuth()
            .authenticationHandlerFactory(
                new EasyAuthenticationHandlerFactory(
                    (user, password, context) -> {
                      if (!user.equals(USER) || !password.equals(PASSWORD)) {
                        throw new LoginFailedException();
                      }
                    }))
            .messageHandler((context, from, to, data) -> arrived.add(to));
    server =
        (security == MailSettings.Security.TLS
                ? builder.serverSocketFactory(keys)
                : builder.enableTLS().requireTLS().startTlsSocketFactory(keys))
            .build();
  }

  static SecureMailServer started(MailSettings.Security security, SSLContext keys) {
    SecureMailServer server = new SecureMailServer(security, keys);
    server.server.start();
    return server;
  }

  int port() {
    return server.getPortAllocated();
  }

  /** Whom mail has come for. */
  List<String> arrived() {
    return arrived;
  }

  @Override
  public void close() {
    server.stop();
  }
}
