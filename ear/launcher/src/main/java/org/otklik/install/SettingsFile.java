package org.otklik.install;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of {@code otklik.properties}. */
final class SettingsFile {
  /** A setting of the file to fill in, with its default. */
  private static final Pattern UNSET = Pattern.compile("#([a-z][a-z0-9.-]*)=.*");

  private SettingsFile() {}

  /**
   * A version's file to fill in, with what was set in the file of an earlier version: new settings
   * stand there with their explanation, and those that are no more are at its end.
   */
  static String carriedOver(String earlier, String toFillIn) {
    Properties set = new Properties();
    try {
      set.load(new StringReader(earlier));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string is always readable
    }
    List<String> lines = new ArrayList<>();
    for (String line : toFillIn.lines().toList()) {
      Matcher unset = UNSET.matcher(line);
      Object value = unset.matches() ? set.remove(unset.group(1)) : null;
      lines.add(value == null ? line : written(unset.group(1), value));
    }
    set.stringPropertyNames().stream()
        .sorted()
        .forEach(name -> lines.add(written(name, set.getProperty(name))));
    return String.join("\n", lines) + "\n";
  }

  /** As {@link Properties} reads it. */
  private static String written(String name, Object value) {
    String text =
        value
            .toString()
            .replace("\\", "\\\\")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t");
    return name + "=" + (text.startsWith(" ") ? "\\" + text : text);
  }
}
