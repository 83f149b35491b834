package org.otklik.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
  @TempDir private Path folder;

  @Test
  void whatIsNotSetIsByDefault() {
    ServerSettings server = SettingsFixture.read(ServerSettings.class, complete());
    assertEquals(4L << 30, server.uploadLimitBytes());
    assertEquals(10, server.sampleHz());
    assertEquals(0, server.reportKeepDays());
    assertEquals(30, server.reportLinkDays());
    assertNull(server.inboxFolder());
    JobSettings jobs =
        SettingsFixture.read(
            JobSettings.class, Map.of("jboss.node.name", "one", "otklik.run.id", "two"));
    assertEquals(4, jobs.batchThreads());
    assertEquals(3, jobs.maxRunningJobs());
    assertEquals(1, jobs.maxRunningLongJobs());
    assertEquals(120, SettingsFixture.read(SessionSettings.class, Map.of()).idle().toMinutes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          otklik.media.dir          |          | otklik.media.dir must be set: a folder.
          otklik.models.dir         | /none    | otklik.models.dir must be an existing folder: /none
          otklik.inbox.dir          | /none    | otklik.inbox.dir must be an existing folder: /none
          otklik.upload.limit-bytes | 0        | otklik.upload.limit-bytes must be 1 to 1099511627776: 0
          otklik.upload.limit-bytes | 4 GiB    | otklik.upload.limit-bytes must be 1 to 1099511627776: 4 GiB
          otklik.sample-hz          | 61       | otklik.sample-hz must be 0.1 to 60: 61.0
          otklik.sample-hz          | NaN      | otklik.sample-hz must be 0.1 to 60: NaN
          otklik.report.link-days   | 366      | otklik.report.link-days must be 1 to 365: 366
          """)
  void wrongValueIsRefusedWithItsNameAndWhatIsAllowed(
      String property, String value, String message) {
    Map<String, String> properties = complete();
    properties.put(property, value == null ? "" : value);
    IllegalStateException wrong =
        assertThrows(
            IllegalStateException.class,
            () -> SettingsFixture.read(ServerSettings.class, properties));
    assertEquals(message, wrong.getMessage());
  }

  @Test
  void everySettingMayComeFromTheEnvironmentAndPropertiesCountFirst() {
    Map<String, String> environment =
        Map.of("OTKLIK_SESSION_IDLE_MINUTES", "30", "OTKLIK_SESSION_LONGEST_MINUTES", "60");
    SessionSettings sessions =
        SettingsFixture.read(
            SessionSettings.class, Map.of("otklik.session.longest-minutes", "90"), environment);
    assertEquals(30, sessions.idleMinutes());
    assertEquals(90, sessions.longestMinutes());
  }

  @Test
  void secretsComeFromPropertyEnvironmentOrFile() throws IOException {
    Map<String, String> environment = Map.of("OTKLIK_SETUP_CODE", "of the environment");
    assertEquals("of the environment", code(Map.of(), environment));
    assertEquals("given", code(Map.of("otklik.setup.code", "given"), environment));
    Path file = Files.writeString(folder.resolve("code"), "of the file\n");
    assertEquals(
        "of the file", code(Map.of("otklik.setup.code-file", file.toString()), environment));
    assertEquals("of the file", code(Map.of(), Map.of("OTKLIK_SETUP_CODE_FILE", file.toString())));
    assertNull(code(Map.of(), Map.of()));
  }

  @ParameterizedTest
  @CsvSource({"pa${ss}word", "${env.HOME}", "a\\$b"})
  void secretsAreTakenLiterally(String secret) {
    assertEquals(secret, code(Map.of("otklik.setup.code", secret), Map.of()));
    assertEquals(secret, code(Map.of(), Map.of("OTKLIK_SETUP_CODE", secret)));
  }

  @Test
  void fileOfASecretThatCannotBeReadIsNamedAndNoSecretIsShown() {
    IllegalStateException unreadable =
        assertThrows(
            IllegalStateException.class,
            () -> code(Map.of("otklik.setup.code-file", "/no/such/file"), Map.of()));
    assertTrue(unreadable.getMessage().contains("otklik.setup.code-file"), unreadable.getMessage());
    assertFalse(
        SettingsFixture.read(SetUpSettings.class, Map.of("otklik.setup.code", "s3cret"))
            .toString()
            .contains("s3cret"));
  }

  @Test
  void firstUserNeedsAPassword() {
    IllegalStateException missing =
        assertThrows(
            IllegalStateException.class,
            () ->
                SettingsFixture.read(
                    FirstUserSettings.class, Map.of("otklik.first-user.login", "anna")));
    assertEquals(
        "otklik.first-user.password must be set where otklik.first-user.login is.",
        missing.getMessage());
  }

  private static String code(Map<String, String> properties, Map<String, String> environment) {
    return SettingsFixture.read(SetUpSettings.class, properties, environment).code();
  }

  private Map<String, String> complete() {
    Map<String, String> properties = new HashMap<>();
    properties.put("otklik.media.dir", folder.resolve("media").toString());
    properties.put("otklik.models.dir", folder.toString());
    return properties;
  }
}
