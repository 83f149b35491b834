package org.otklik.launcher;

import java.security.SecureRandom;
import java.util.Base64;

/** The demo's administrator, made when the server starts; the password is new at each start. */
public record DemoUser(String login, String password) {
  /** Short name of the client that owns the demo's campaigns. */
  public static final String CLIENT = "demo";

  public static final String CLIENT_NAME = "Отклик чай";

  private static final int PASSWORD_BYTES = 9;

  public static DemoUser random() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new DemoUser("demo", Base64.getUrlEncoder().encodeToString(bytes));
  }

  /** The server's properties that make this user. */
  public ServerSettings on(ServerSettings settings) {
    return settings
        .with("otklik.first-user.login", login)
        .with("otklik.first-user.password", password)
        .with("otklik.first-user.client", CLIENT)
        .with("otklik.first-user.client-name", CLIENT_NAME);
  }
}
