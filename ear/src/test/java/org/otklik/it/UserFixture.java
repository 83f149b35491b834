package org.otklik.it;

import jakarta.json.Json;
import java.io.IOException;
import java.util.UUID;
import org.otklik.launcher.DemoUser;

/** A user of the demo's client. */
record UserFixture(String login, String password) {
  private static final String PASSWORD = "a long enough password";

  /** A new one, made through the REST API. */
  static UserFixture of(String role) throws IOException, InterruptedException {
    String login = "u" + UUID.randomUUID();
    TestGround.administrator()
        .post(
            "users",
            Json.createObjectBuilder()
                .add("login", login)
                .add("password", PASSWORD)
                .add("role", role)
                .add("clients", Json.createArrayBuilder().add(DemoUser.CLIENT))
                .build());
    return new UserFixture(login, PASSWORD);
  }
}
