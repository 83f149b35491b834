package org.otklik.it;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.otklik.launcher.RestClient;

/** Setting up {@link TestGround#newServer()}, for tests that need somebody there. */
final class NewServer {
  /** What its log would tell the one who sets it up. */
  static final String CODE = "open-sesame";

  static final String LOGIN = "boss";
  static final String PASSWORD = "тихо едет поезд";

  /** The client that is made along with the first administrator. */
  static final String CLIENT = "tea";

  private NewServer() {}

  /** Makes the administrator by the set-up page unless there is one. */
  static void setUp() throws IOException, InterruptedException, SQLException {
    TestServer server = TestGround.newServer();
    if (!server.rows("select login from core.app_user").isEmpty()) {
      return;
    }
    PortalBrowser browser = new PortalBrowser(server.portal(), "en");
    HttpResponse<String> made =
        browser.press(
            browser.open("index.xhtml"),
            "setup",
            "Create administrator",
            Map.of(
                "code",
                CODE,
                "login",
                LOGIN,
                "password",
                PASSWORD,
                "again",
                PASSWORD,
                "client",
                CLIENT));
    if (!server.rows("select login from core.app_user").equals(List.of(LOGIN))) {
      throw new AssertionError("Not set up: " + made.body());
    }
  }

  static RestClient administrator() throws IOException, InterruptedException, SQLException {
    setUp();
    return TestGround.newServer().client(LOGIN, PASSWORD);
  }
}
