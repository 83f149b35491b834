package org.otklik.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/configuration.md} is the table of all settings, written out, and {@code
 * otklik.properties} of the distribution is the same as a file to fill in. After a change of it,
 * run this test with {@code -Dconfiguration.write=true}: it writes both files anew.
 */
class ConfigurationDocumentTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

  /**
   * In Java and in the server's configuration: a string, or an expression with or without default.
   */
  private static final Pattern NAME = Pattern.compile("[\"{](otklik(?:\\.[a-z-]+)+)[\":}]");

  /** What is no setting of the server: keys of sessions, and properties of launcher and benches. */
  private static final Set<String> NO_SETTINGS =
      Set.of(
          "otklik.login",
          "otklik.decoder.natives",
          "otklik.generation",
          "otklik.begun",
          "otklik.upload-token",
          "otklik.id-token",
          "otklik.pending-sign-ins",
          "otklik.postgres.outside",
          "otklik.postgres.account",
          "otklik.launcher.with-parent",
          "otklik.build.folder",
          "otklik.bench.models",
          "otklik.ear.failed",
          "otklik.ear.deployed",
          "otklik.ear",
          "otklik.properties",
          "otklik.process",
          "otklik.log",
          "otklik.distribution.folder");

  /** What {@code bin/otklik} sets by itself. */
  private static final Set<String> NOT_TO_FILL_IN =
      Set.of(
          "otklik.models.dir",
          "otklik.demo.dir",
          "otklik.decoder.classpath",
          "otklik.decoder.natives",
          "otklik.run.id",
          "otklik.db.batch-url",
          "otklik.db.user");

  private static final String HEAD =
      """
      # Configuration

      Written by `ConfigurationDocumentTest` from the settings' own code: change the records in
      `org.otklik.settings` and their meanings in `settings.properties` and `settings_ru.properties`,
      then run that test with `-Dconfiguration.write=true`.

      Each setting is a system property of the server or an environment variable, named by
      MicroProfile Config's rule: `otklik.setup.code` is `OTKLIK_SETUP_CODE`. A system property counts
      before a variable. A secret may also be the content of a file that a property of the same name
      with `-file` at its end names; the file counts first. A wrong value stops the start with its
      name and what is allowed. Administrators see what holds under *Administration → Settings*.

      An installation has them in `otklik.properties` in its folder of data, and reads a variable
      where that file is silent: [operations.md](operations.md).
      """;

  private static final String FILE_HEAD =
      """
      # Settings of Otklik. Remove the # before a setting to change it, then start Otklik anew.
      # What is not set here may be an environment variable: otklik.http.port is OTKLIK_HTTP_PORT.
      # A secret is better kept in a file of its own that the setting with -file at its end names.
      #
      # Настройки «Отклика». Чтобы изменить настройку, уберите # перед ней и перезапустите «Отклик».
      # Что не задано здесь, можно задать переменной среды: otklik.http.port — это OTKLIK_HTTP_PORT.
      # Секреты лучше хранить в отдельных файлах, которые называет настройка с -file на конце.
      """;

  @Test
  void documentSaysWhatTheCodeSays() throws IOException {
    requireSame(ROOT.resolve("docs/configuration.md"), document());
  }

  @Test
  void fileToFillInSaysWhatTheCodeSays() throws IOException {
    requireSame(ROOT.resolve("ear/distribution/src/main/conf/otklik.properties"), fileToFillIn());
  }

  private static void requireSame(Path file, String document) throws IOException {
    if (Boolean.getBoolean("configuration.write")) {
      Files.writeString(file, document);
    }
    assertEquals(
        document,
        Files.readString(file),
        "The settings have changed: run this test with -Dconfiguration.write=true and commit "
            + file.getFileName());
  }

  @Test
  void everyPropertyThatTheCodeReadsIsInTheTable() throws IOException {
    Set<String> known = new TreeSet<>(NO_SETTINGS);
    for (Setting setting : all()) {
      known.add(setting.name());
      if (setting.isSecret()) {
        known.add(setting.fileName());
      }
    }
    Set<String> read = new TreeSet<>();
    for (Path module : modules()) {
      try (Stream<Path> files = Files.walk(module)) {
        for (Path file : files.filter(ConfigurationDocumentTest::mayReadSettings).toList()) {
          Matcher matcher = NAME.matcher(Files.readString(file));
          while (matcher.find()) {
            read.add(matcher.group(1));
          }
        }
      }
    }
    assertTrue(read.contains("otklik.db.batch-url"), "the server's configuration is looked at");
    assertTrue(read.contains("otklik.sample-hz"), "Java is looked at");
    read.removeAll(known);
    assertTrue(read.isEmpty(), () -> "In no record of settings: " + read);
  }

  @Test
  void everyMeaningIsThereInBothLanguages() {
    for (Locale locale : List.of(Locale.ENGLISH, RUSSIAN)) {
      Set<String> needed = new TreeSet<>();
      all().forEach(setting -> needed.add(setting.name()));
      for (SettingGroup group : SettingGroup.values()) {
        needed.add("group." + group.name());
        assertFalse(group.settings().isEmpty(), group.name());
      }
      assertEquals(
          needed, new TreeSet<>(ResourceBundle.getBundle(Setting.BUNDLE, locale).keySet()));
    }
  }

  /** A module's, or that of a module within one. */
  private static List<Path> modules() throws IOException {
    try (Stream<Path> all = Files.find(ROOT, 4, (path, file) -> path.endsWith("src/main"))) {
      return all.toList();
    }
  }

  private static boolean mayReadSettings(Path file) {
    return file.toString().endsWith(".java") || file.toString().endsWith(".cli");
  }

  private static List<Setting> all() {
    return Arrays.stream(SettingGroup.values())
        .flatMap(group -> group.settings().stream())
        .toList();
  }

  private static String document() {
    StringBuilder text = new StringBuilder(HEAD);
    for (SettingGroup group : SettingGroup.values()) {
      text.append("\n## %s · %s\n\n".formatted(group.title(Locale.ENGLISH), group.title(RUSSIAN)))
          .append("| property | meaning | default | allowed |\n|---|---|---|---|\n")
          .append(
              group.settings().stream()
                  .map(ConfigurationDocumentTest::row)
                  .collect(Collectors.joining()));
    }
    return text.toString();
  }

  private static String fileToFillIn() {
    StringBuilder text = new StringBuilder(FILE_HEAD);
    for (SettingGroup group : SettingGroup.values()) {
      text.append(
          "\n# ===== %s · %s =====\n".formatted(group.title(Locale.ENGLISH), group.title(RUSSIAN)));
      for (Setting setting : group.settings()) {
        if (!NOT_TO_FILL_IN.contains(setting.name())) {
          text.append(lines(setting));
        }
      }
    }
    return text.toString();
  }

  private static String lines(Setting setting) {
    String byDefault = setting.defaultValue() == null ? "" : setting.defaultValue();
    String allowed = setting.allowed().isEmpty() ? "" : "# (" + setting.allowed() + ")\n";
    String file = setting.fileName() == null ? "" : "#" + setting.fileName() + "=\n";
    return "\n# %s\n# %s\n%s%s#%s=%s\n"
        .formatted(
            setting.meaning(Locale.ENGLISH),
            setting.meaning(RUSSIAN),
            allowed,
            file,
            setting.name(),
            byDefault);
  }

  private static String row(Setting setting) {
    String file = setting.fileName() == null ? "" : "<br>`" + setting.fileName() + "`";
    String byDefault = setting.defaultValue() == null ? "–" : "`" + setting.defaultValue() + "`";
    return "| `%s`%s | %s<br>%s | %s | %s |\n"
        .formatted(
            setting.name(),
            file,
            setting.meaning(Locale.ENGLISH),
            setting.meaning(RUSSIAN),
            byDefault,
            allowed(setting));
  }

  private static String allowed(Setting setting) {
    return Stream.of(
            setting.allowed(),
            setting.isSecret() ? "a secret" : "",
            setting.isNeeded() ? "must be set" : "",
            setting.neededWith() == null ? "" : "needed with `" + setting.neededWith() + "`")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }
}
