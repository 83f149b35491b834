package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.DemoUser;
import org.otklik.launcher.RestClient;

/** Users are made, changed and shut out through the REST interface; the audit log tells it. */
class UserAdministrationIT {
  private static final String OWN = "тихо едет поезд";

  private final RestClient administrator = TestGround.administrator();

  @Test
  void oneTimePasswordOpensNothingButItsChange() throws IOException, InterruptedException {
    JsonObject made = administrator.post("users", newUser().build());
    String login = made.getString("login");
    RestClient first = TestGround.client(login, made.getString("oneTimePassword"));
    assertEquals("PASSWORD_CHANGE_NEEDED", code(first.send("GET", "campaigns", "")));
    assertEquals(
        204, first.send("PUT", "me/password", change(made, "oneTimePassword", OWN)).statusCode());

    RestClient own = TestGround.client(login, OWN);
    assertEquals(login, own.object("me").getString("login"));
    assertEquals(401, first.send("GET", "me", "").statusCode());
    assertFalse(administrator.object("users/" + login).getBoolean("passwordChangeNeeded"));
  }

  @ParameterizedTest
  @CsvSource({
    "kurz,            PASSWORD_LENGTH",
    "qwertyuiop,      PASSWORD_COMMON",
    "LOGIN,           PASSWORD_IS_LOGIN",
    "тихо едет поезд, PASSWORD_SAME"
  })
  void weakPasswordsAreRefused(String password, String expected)
      throws IOException, InterruptedException {
    String login = user("READER");
    RestClient me = TestGround.client(login, OWN);
    String wanted = password.equals("LOGIN") ? login : password;
    assertEquals(expected, code(me.send("PUT", "me/password", change(OWN, wanted))));
    assertEquals(
        "PASSWORD_WRONG",
        code(me.send("PUT", "me/password", change("quite another one", "long and new one"))));
    assertEquals(login, me.object("me").getString("login"));
  }

  @Test
  void newPasswordEndsTheOtherSessionsAndKeepsThisOne() throws IOException, InterruptedException {
    String login = user("ANALYST");
    PortalBrowser here = signedIn(login, OWN);
    PortalBrowser elsewhere = signedIn(login, OWN);
    HttpResponse<String> wrong = changed(here, "not the old one", "a further long one");
    assertTrue(wrong.body().contains("The current password is wrong."), wrong.body());
    assertEquals(200, elsewhere.ask("index.xhtml").statusCode());

    HttpResponse<String> right = changed(here, OWN, "a further long one");
    assertTrue(right.body().contains("Your password is changed."), right.body());
    assertEquals(200, here.ask("index.xhtml").statusCode());
    assertEquals(302, elsewhere.ask("index.xhtml").statusCode());
    signedIn(login, "a further long one");
  }

  @Test
  void deactivatedUserIsOutAtOnceAndCanBeLetInAgain() throws IOException, InterruptedException {
    String login = user("ANALYST");
    RestClient program = TestGround.client(login, OWN);
    PortalBrowser browser = signedIn(login, OWN);
    program.object("me"); // its password is remembered from now on
    assertFalse(act(login, "deactivate").getBoolean("active"));
    assertEquals(401, program.send("GET", "me", "").statusCode());
    assertEquals(302, browser.ask("index.xhtml").statusCode());

    assertTrue(act(login, "reactivate").getBoolean("active"));
    assertEquals(login, program.object("me").getString("login"));
    assertEquals(302, browser.ask("index.xhtml").statusCode(), "its session does not come back");
  }

  @Test
  void endedSessionsAreOver() throws IOException, InterruptedException {
    String login = user("READER");
    PortalBrowser browser = signedIn(login, OWN);
    act(login, "end-sessions");
    assertEquals(302, browser.ask("index.xhtml").statusCode());
    signedIn(login, OWN);
  }

  @Test
  void resetPasswordReplacesTheOldOne() throws IOException, InterruptedException {
    String login = user("READER");
    String oneTime = act(login, "password-reset").getString("oneTimePassword");
    assertNotEquals(oneTime, act(login, "password-reset").getString("oneTimePassword"));
    assertEquals(401, TestGround.client(login, OWN).send("GET", "me", "").statusCode());
    assertEquals(401, TestGround.client(login, oneTime).send("GET", "me", "").statusCode());
  }

  @Test
  void changedRightsHoldAtOnce() throws IOException, InterruptedException {
    String login = user("ANALYST");
    RestClient user = TestGround.client(login, OWN);
    assertEquals(1, user.get("clients").asJsonArray().size());
    JsonObject change =
        Json.createObjectBuilder().add("name", "Анна").add("role", "READER").build();
    HttpResponse<String> answer = administrator.send("PUT", "users/" + login, change.toString());
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals("READER", user.object("me").getString("role"));
    assertEquals("Анна", user.object("me").getString("name"));
    assertEquals(0, user.get("clients").asJsonArray().size());
  }

  @Test
  void nobodyShutsThemselvesOut() throws IOException, InterruptedException {
    String login = user("ADMINISTRATOR");
    RestClient me = TestGround.client(login, OWN);
    for (String what : List.of("deactivate", "password-reset")) {
      assertEquals("USER_ONESELF", code(me.send("POST", "users/" + login + "/" + what, "")));
    }
    assertEquals("USER_ONESELF", code(me.send("PUT", "users/" + login, "{\"role\": \"READER\"}")));
    assertEquals("ADMINISTRATOR", me.object("me").getString("role"));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"login\": \"x y\", \"role\": \"READER\"}', FIELD_INVALID",
    "'{\"login\": \"x\", \"role\": \"GOD\"}',      FIELD_INVALID",
    "'{\"role\": \"READER\"}',                     FIELD_MISSING",
    "'{\"login\": \"x\", \"role\": \"READER\", \"clients\": [\"nobodys\"]}', CLIENT_UNKNOWN",
    "'{\"login\": \"demo\", \"role\": \"READER\"}', USER_EXISTS",
    "'{\"login\": \"x\", \"role\": \"READER\", \"password\": \"1234567890\"}', PASSWORD_COMMON",
    "'{\"login\": \"x\", \"role\": \"READER\", \"isRoot\": true}', FIELD_UNKNOWN"
  })
  void wrongUsersAreNotMade(String body, String expected) throws IOException, InterruptedException {
    assertEquals(expected, code(administrator.send("POST", "users", body)));
    assertEquals("USER_UNKNOWN", code(administrator.send("GET", "users/x", "")));
  }

  @Test
  void auditLogTellsWhoDidWhatAndKeepsNoSecrets()
      throws IOException, InterruptedException, SQLException {
    String login = user("ANALYST");
    PortalBrowser browser = new PortalBrowser("en");
    browser.signIn(login, "a wrong password");
    browser.signIn("my-secret-in-the-wrong-field", "x");
    signedIn(login, OWN);
    String oneTime = act(login, "password-reset").getString("oneTimePassword");
    act(login, "deactivate");

    assertEquals(
        List.of("SIGN_IN|DONE", "SIGN_IN|REFUSED"),
        Sql.rows(
            TestGround.database(),
            DatabaseRole.APPLICATION,
            """
            select kind, outcome from core.audit_event
            join core.app_user on app_user.id = app_user_id
            where login = ? and address = '127.0.0.1' order by audit_event.id desc
            """,
            login));
    assertEquals(
        List.of("USER_DEACTIVATED", "PASSWORD_RESET", "USER_MADE"),
        administrator.object("audit?user=demo&limit=500").getJsonArray("entries").stream()
            .map(JsonValue::asJsonObject)
            .filter(entry -> isAbout(entry, login))
            .map(entry -> entry.getString("kind"))
            .toList());
    String csv = administrator.send("GET", "audit/file", "").body();
    assertTrue(csv.startsWith("id,happened_at,user,"), csv);
    assertTrue(csv.contains(",demo,127.0.0.1,USER_DEACTIVATED,DONE,USER," + login + ","), csv);
    for (String secret : List.of(OWN, oneTime, "my-secret-in-the-wrong-field")) {
      assertFalse(csv.contains(secret), secret);
    }
    assertEquals(
        "EXPORTED",
        administrator
            .object("audit?limit=1")
            .getJsonArray("entries")
            .getJsonObject(0)
            .getString("kind"));
  }

  @Test
  void auditLogIsFilteredAndPaged() throws IOException, InterruptedException {
    user("READER");
    user("READER");
    JsonObject newest = administrator.object("audit?kind=USER_MADE&offset=0&limit=1");
    JsonObject second = administrator.object("audit?kind=USER_MADE&offset=1&limit=1");
    assertTrue(newest.getInt("total") >= 2);
    assertTrue(id(newest) > id(second));
    assertEquals(0, administrator.object("audit?from=2100-01-01").getInt("total"));
    assertEquals(0, administrator.object("audit?to=1999-12-31").getInt("total"));
    assertEquals("FIELD_INVALID", code(administrator.send("GET", "audit?kind=X", "")));
    assertEquals("FIELD_INVALID", code(administrator.send("GET", "audit?limit=501", "")));
  }

  @ParameterizedTest
  @EnumSource(names = {"OWNER", "APPLICATION"})
  void auditLogCannotBeChangedByAnybody(DatabaseRole role) {
    for (String change :
        List.of(
            "update core.audit_event set detail = 'x' returning id",
            "delete from core.audit_event returning id",
            "truncate core.audit_event")) {
      SQLException refused =
          assertThrows(
              SQLException.class, () -> Sql.rows(TestGround.database(), role, change), change);
      assertTrue(
          refused.getMessage().contains("never changed")
              || refused.getMessage().contains("permission denied"),
          refused.getMessage());
    }
  }

  private static boolean isAbout(JsonObject entry, String login) {
    return entry.get("subject") instanceof JsonObject subject
        && subject.getString("id").equals(login);
  }

  private static int id(JsonObject page) {
    return page.getJsonArray("entries").getJsonObject(0).getInt("id");
  }

  private JsonObject act(String login, String what) throws IOException, InterruptedException {
    return administrator.post("users/" + login + "/" + what, JsonValue.EMPTY_JSON_OBJECT);
  }

  private String user(String role) throws IOException, InterruptedException {
    return administrator
        .post("users", newUser().add("role", role).add("password", OWN).build())
        .getString("login");
  }

  private static JsonObjectBuilder newUser() {
    return Json.createObjectBuilder()
        .add("login", "u" + UUID.randomUUID())
        .add("role", "ANALYST")
        .add("clients", Json.createArrayBuilder().add(DemoUser.CLIENT));
  }

  private static PortalBrowser signedIn(String login, String password)
      throws IOException, InterruptedException {
    PortalBrowser browser = new PortalBrowser("en");
    assertEquals("/index.xhtml", browser.signIn(login, password).uri().getPath());
    return browser;
  }

  private static HttpResponse<String> changed(PortalBrowser browser, String old, String password)
      throws IOException, InterruptedException {
    return browser.press(
        browser.open("password.xhtml"),
        "change",
        "Change password",
        Map.of("old", old, "password", password, "again", password));
  }

  private static String change(JsonObject made, String field, String password) {
    return change(made.getString(field), password);
  }

  private static String change(String old, String password) {
    return Json.createObjectBuilder().add("old", old).add("password", password).build().toString();
  }

  private static String code(HttpResponse<String> answer) {
    String body = answer.body();
    int begin = body.indexOf("\"code\":\"") + 8;
    return begin < 8
        ? answer.statusCode() + " " + body
        : body.substring(begin, body.indexOf('"', begin));
  }
}
