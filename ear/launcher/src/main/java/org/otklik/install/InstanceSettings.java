package org.otklik.install;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.otklik.platform.LaunchException;

/**
 * What {@code otklik.properties} says, and where it is silent the environment: {@code
 * otklik.http.port} is {@code OTKLIK_HTTP_PORT}. Secrets may be the content of a file that the
 * setting with {@code -file} at its end names.
 */
final class InstanceSettings {
  private static final String MEANINGS = "org.otklik.settings.settings";
  private static final String OF_FILE = "-file";
  private static final int HIGHEST_PORT = 65_535;

  private final Map<String, String> values;

  private InstanceSettings(Map<String, String> values) {
    this.values = values;
  }

  /**
   * @param file UTF-8
   * @throws LaunchException when it sets something that is no setting
   */
  static InstanceSettings read(Path file, Map<String, String> environment) throws IOException {
    Properties written = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      written.load(in);
    } catch (IllegalArgumentException e) {
      throw new LaunchException(file + " cannot be read: " + e.getMessage(), null, e);
    }
    Set<String> known = known();
    for (String name : written.stringPropertyNames()) {
      if (!known.contains(name)) {
        throw new LaunchException(
            file + " sets " + name + ", which is no setting: see docs/configuration.md.");
      }
    }
    Map<String, String> values = new TreeMap<>();
    for (String name : known) {
      filled(written.getProperty(name))
          .or(() -> filled(environment.get(variable(name))))
          .ifPresent(value -> values.put(name, value));
    }
    return new InstanceSettings(values);
  }

  private static Optional<String> filled(String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** All settings there are, by the table of their meanings. */
  static Set<String> known() {
    Set<String> known = new TreeSet<>();
    for (String name : ResourceBundle.getBundle(MEANINGS, Locale.ROOT).keySet()) {
      if (!name.startsWith("group.")) {
        known.add(name);
        known.add(name + OF_FILE);
      }
    }
    return known;
  }

  /** By MicroProfile Config's rule. */
  static String variable(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The file's content counts before the value. */
  Optional<String> secret(String name) throws IOException {
    Optional<String> file = text(name + OF_FILE);
    if (file.isEmpty()) {
      return text(name);
    }
    try {
      return Optional.of(Files.readString(Path.of(file.get())).strip());
    } catch (IOException e) {
      throw new LaunchException(
          "The file that " + name + OF_FILE + " names cannot be read: " + file.get(), null, e);
    }
  }

  /** A secret that another setting needs. */
  String requiredSecret(String name, String because) throws IOException {
    return secret(name)
        .orElseThrow(
            () ->
                new LaunchException(
                    name + " or " + name + OF_FILE + " must be set where " + because + " is."));
  }

  int port(String name, int byDefault) throws LaunchException {
    return number(name, byDefault, 1, HIGHEST_PORT);
  }

  int number(String name, int byDefault, int least, int most) throws LaunchException {
    String text = text(name).orElse(Integer.toString(byDefault));
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrongNumber(name, text, least, most, e);
    }
    throw wrongNumber(name, text, least, most, null);
  }

  private static LaunchException wrongNumber(
      String name, String text, int least, int most, NumberFormatException cause) {
    return new LaunchException(
        name + " must be a number from " + least + " to " + most + ": " + text, null, cause);
  }

  /** All that are set. */
  Map<String, String> all() {
    return Map.copyOf(values);
  }
}
