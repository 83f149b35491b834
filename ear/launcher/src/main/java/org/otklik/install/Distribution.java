package org.otklik.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.otklik.platform.LaunchException;

/**
 * The unpacked ZIP (ear/distribution); only read, and replaced by the next version's.
 *
 * @param folder that holds {@code bin}, {@code lib} and {@code server}
 */
record Distribution(Path folder) {
  /** Set by {@code bin/otklik}. */
  static final String FOLDER_PROPERTY = "otklik.distribution.folder";

  Distribution {
    folder = folder.toAbsolutePath().normalize();
  }

  static Distribution current() throws LaunchException {
    String folder = System.getProperty(FOLDER_PROPERTY);
    if (folder == null) {
      throw new LaunchException("Call bin/otklik of the unpacked ZIP.");
    }
    return new Distribution(Path.of(folder));
  }

  Path server() {
    return folder.resolve("server");
  }

  Path ear() {
    return folder.resolve("otklik.ear");
  }

  Path lib() {
    return folder.resolve("lib");
  }

  /** The settings, with every one commented out. */
  Path settings() {
    return folder.resolve("conf/otklik.properties");
  }

  /** PostgreSQL's programs, as they come from Maven. */
  Path postgresJar() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("postgres"))) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
      if (jars.size() != 1) {
        throw new LaunchException(
            "Expected one jar in " + folder.resolve("postgres") + ": unpack the ZIP anew.");
      }
      return jars.get(0);
    }
  }

  /** As the ZIP's name says it. */
  String version() throws IOException {
    Properties version = new Properties();
    try (InputStream in = Files.newInputStream(folder.resolve("conf/version.properties"))) {
      version.load(in);
    }
    return version.getProperty("version");
  }
}
