package org.otklik.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.platform.LaunchException;

class InstanceSettingsTest {
  private static final String PORT = "otklik.http.port";

  @TempDir private Path folder;

  private InstanceSettings read(String text, Map<String, String> environment) throws IOException {
    return InstanceSettings.read(
        Files.writeString(folder.resolve("otklik.properties"), text), environment);
  }

  private InstanceSettings read(String text) throws IOException {
    return read(text, Map.of());
  }

  @Test
  void fileToFillInSetsNothing() throws IOException {
    Path file = Path.of("../distribution/src/main/conf/otklik.properties");
    assertEquals(Map.of(), InstanceSettings.read(file, Map.of()).all());
  }

  @Test
  void everySettingOfTheFileToFillInIsKnown() throws IOException {
    String all =
        Files.readString(Path.of("../distribution/src/main/conf/otklik.properties"))
            .replaceAll("(?m)^#([a-z.-]+=)", "$1");
    assertEquals("8080", read(all).text(PORT).orElseThrow());
  }

  @Test
  void environmentCountsWhereTheFileIsSilent() throws IOException {
    Map<String, String> environment =
        Map.of("OTKLIK_HTTP_PORT", "9000", "OTKLIK_DISK_RESERVE_BYTES", "5", "PATH", "/bin");
    InstanceSettings settings = read(PORT + "=8081\n", environment);
    assertEquals(8081, settings.port(PORT, 8080));
    assertEquals(Map.of(PORT, "8081", "otklik.disk.reserve-bytes", "5"), settings.all());
    assertEquals(9000, read(PORT + "=\n", Map.of("OTKLIK_HTTP_PORT", "9000")).port(PORT, 8080));
  }

  @Test
  void textIsReadAsUtf8() throws IOException {
    assertEquals(
        Optional.of("Отклик"),
        read("otklik.mail.sender-name=Отклик").text("otklik.mail.sender-name"));
  }

  @Test
  void nameThatIsNoSettingIsToldWithTheFile() {
    LaunchException refused =
        assertThrows(LaunchException.class, () -> read("otklik.htp.port=8081"));
    assertTrue(refused.getMessage().contains("otklik.htp.port"), refused.getMessage());
    assertTrue(refused.getMessage().contains("otklik.properties"), refused.getMessage());
  }

  @Test
  void secretInAFileCountsBeforeTheValue() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "of the file\n");
    InstanceSettings settings =
        read("otklik.db.password=of the setting\notklik.db.password-file=" + secret);
    assertEquals(Optional.of("of the file"), settings.secret("otklik.db.password"));
  }

  @Test
  void secretThatIsNeededOrCannotBeReadIsTold() {
    assertTold(
        "otklik.db.password-file",
        () -> read("").requiredSecret("otklik.db.password", "otklik.db.url"));
    assertTold(
        "/nowhere", () -> read("otklik.db.password-file=/nowhere").secret("otklik.db.password"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "http", "8080.5"})
  void portThatIsNoneIsTold(String port) {
    assertTold(
        PORT + " must be a number from 1 to 65535: " + port,
        () -> read(PORT + "=" + port).port(PORT, 1));
  }

  private interface Failing {
    void run() throws IOException;
  }

  private static void assertTold(String words, Failing code) {
    LaunchException told = assertThrows(LaunchException.class, code::run);
    assertTrue(told.getMessage().contains(words), told.getMessage());
  }
}
