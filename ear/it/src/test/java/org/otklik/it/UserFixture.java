package org.otklik.it;

import jakarta.json.Json;
import java.io.IOException;
import java.util.UUID;
import org.otklik.launcher.DemoUser;
import org.otklik.launcher.RestClient;

/** A user of the portal. */
record UserFixture(String login, String password) {
  static final String PASSWORD = "a long enough password";

  /** A new one of the demo's client, made through the REST API. */
  static UserFixture of(String role) throws IOException, InterruptedException {
    return of(role, DemoUser.CLIENT);
  }

  static UserFixture of(String role, String client) throws IOException, InterruptedException {
    String login = "u" + UUID.randomUUID();
    TestGround.administrator()
        .post(
            "users",
            Json.createObjectBuilder()
                .add("login", login)
                .add("password", PASSWORD)
                .add("role", role)
                .add("clients", Json.createArrayBuilder().add(client))
                .build());
    return new UserFixture(login, PASSWORD);
  }

  /** An analyst of a new client, who must not see what is the demo's. */
  static UserFixture stranger() throws IOException, InterruptedException {
    String client = "other-" + UUID.randomUUID();
    TestGround.administrator()
        .post(
            "clients", Json.createObjectBuilder().add("code", client).add("name", client).build());
    return of("ANALYST", client);
  }

  RestClient rest() {
    return TestGround.client(login, password);
  }
}
