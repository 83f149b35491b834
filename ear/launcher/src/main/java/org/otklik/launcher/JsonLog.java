package org.otklik.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.otklik.platform.LaunchException;

/**
 * Switches an instance's log to JSON, one object a line: in the server's configuration, which has
 * the formatter ready, and in the file by which it logs until its logging subsystem is up.
 */
final class JsonLog {
  /** The setting, in the server's properties. */
  static final String PROPERTY = "otklik.log.format";

  /** Its value for that. */
  static final String VALUE = "JSON";

  private static final String FORMATTER = "<named-formatter name=\"PATTERN\"/>";
  private static final String BOOT_FORMATTER = "formatter=PATTERN";

  private JsonLog() {}

  /**
   * @param configuration the instance's own copy
   */
  static void switchOn(Path configuration) throws IOException {
    replace(
        configuration.resolve("standalone.xml"),
        FORMATTER,
        FORMATTER.replace("PATTERN", VALUE),
        "");
    replace(
        configuration.resolve("logging.properties"),
        BOOT_FORMATTER,
        BOOT_FORMATTER.replace("PATTERN", VALUE),
        """

        formatter.JSON=org.jboss.logmanager.formatters.JsonFormatter
        formatter.JSON.properties=exceptionOutputType
        formatter.JSON.exceptionOutputType=FORMATTED
        """);
  }

  private static void replace(Path file, String old, String fresh, String appended)
      throws IOException {
    String text = Files.readString(file);
    if (!text.contains(old)) {
      throw new LaunchException(
          "The log cannot be switched to JSON: " + file + " has no " + old + ".");
    }
    Files.writeString(file, text.replace(old, fresh) + appended);
  }
}
