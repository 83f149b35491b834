package org.otklik.settings;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The server's settings, read from system properties ({@code otklik.…}).
 *
 * @param mediaFolder where films, pictures and reports lie; {@code otklik.media.dir}
 * @param modelsFolder the model folders with their cards; {@code otklik.models.dir}
 * @param demoFolder the demo's videos with their manifest; {@code otklik.demo.dir}, null without a
 *     demo
 * @param uploadLimitBytes the largest film taken; {@code otklik.upload.limit-bytes}, default 4 GiB
 * @param sampleHz frames looked at a second; {@code otklik.sample-hz}, default 10
 * @param inboxFolder below it, in a folder of each client's code, lie pictures that are analysed
 *     where they are; {@code otklik.inbox.dir}, null without one
 * @param reportKeepDays reports are deleted after so many days; {@code otklik.report.keep-days},
 *     default 0: kept until somebody deletes them
 * @param reportLinkDays a link to a report expires after so many days at the latest; {@code
 *     otklik.report.link-days}, default 30
 */
public record ServerSettings(
    Path mediaFolder,
    Path modelsFolder,
    Path demoFolder,
    long uploadLimitBytes,
    double sampleHz,
    Path inboxFolder,
    int reportKeepDays,
    int reportLinkDays) {

  /**
   * @throws IllegalStateException naming the property that is missing or wrong
   */
  public static ServerSettings fromSystemProperties() {
    return new ServerSettings(
        folder("otklik.media.dir"),
        existing(folder("otklik.models.dir"), "otklik.models.dir"),
        optional("otklik.demo.dir"),
        Math.round(Property.number("otklik.upload.limit-bytes", 4L << 30, 1, 1L << 40)),
        Property.number("otklik.sample-hz", 10, 0.1, 60),
        optional("otklik.inbox.dir"),
        (int) Property.number("otklik.report.keep-days", 0, 0, 36_500),
        (int) Property.number("otklik.report.link-days", 30, 1, 365));
  }

  private static Path optional(String property) {
    return System.getProperty(property, "").isBlank() ? null : existing(folder(property), property);
  }

  private static Path folder(String property) {
    String value = System.getProperty(property, "");
    if (value.isBlank()) {
      throw new IllegalStateException("The system property " + property + " must name a folder.");
    }
    return Path.of(value).toAbsolutePath();
  }

  private static Path existing(Path folder, String property) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException("There is no folder " + folder + " (" + property + ").");
    }
    return folder;
  }
}
