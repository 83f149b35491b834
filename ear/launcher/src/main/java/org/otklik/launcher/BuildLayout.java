package org.otklik.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.otklik.database.LocalDatabase;
import org.otklik.platform.LaunchException;

/**
 * Where Maven has laid the pieces out (ear/launcher/pom.xml, phase package).
 *
 * @param folder the launcher module's target folder
 */
public record BuildLayout(Path folder) {
  /** Names {@link #folder} for the launcher and the tests. */
  public static final String FOLDER_PROPERTY = "otklik.build.folder";

  public BuildLayout {
    folder = folder.toAbsolutePath().normalize();
  }

  /** The build that the property {@value #FOLDER_PROPERTY} names. */
  public static BuildLayout current() throws LaunchException {
    String folder = System.getProperty(FOLDER_PROPERTY);
    if (folder == null) {
      throw new LaunchException("The system property " + FOLDER_PROPERTY + " is not set.");
    }
    return new BuildLayout(Path.of(folder));
  }

  public Path ear() {
    return provision("otklik.ear");
  }

  /** The configured server, ours to make; see {@link ServerProvisioner}. */
  public Path server() {
    return folder.resolve("server");
  }

  /** The unpacked PostgreSQL programs. */
  public Path postgres() {
    return folder.resolve("postgres");
  }

  Path wildflyZip() throws IOException {
    return only("wildfly", ".zip");
  }

  Path jdbcDriver() throws IOException {
    return only("driver", ".jar");
  }

  /**
   * A database in a folder.
   *
   * @param durable true keeps the data safe and in place; false is for tests
   */
  public LocalDatabase.Settings database(Path folder, boolean durable) throws IOException {
    return new LocalDatabase.Settings(folder, only("postgres", ".jar"), postgres(), durable);
  }

  List<Path> nativeJars() throws IOException {
    return list("natives", ".jar");
  }

  /** The AWS SDK with what it needs. */
  List<Path> objectStoreJars() throws IOException {
    return list("object-store", ".jar");
  }

  Path decoder() {
    return provision("decoder");
  }

  /** The demo's videos and their manifest. */
  public Path demo() {
    return provision("demo");
  }

  public Path models() {
    return provision("models");
  }

  private Path provision(String name) {
    return folder.resolve("provision").resolve(name);
  }

  private Path only(String name, String suffix) throws IOException {
    List<Path> found = list(name, suffix);
    if (found.size() != 1) {
      throw new LaunchException(
          "Expected one *"
              + suffix
              + " in "
              + provision(name)
              + " but found "
              + found.size()
              + ": run mvn clean, then try again.");
    }
    return found.get(0);
  }

  private List<Path> list(String name, String suffix) throws IOException {
    Path place = provision(name);
    if (!Files.isDirectory(place)) {
      throw new LaunchException("There is no " + place + ": run mvn package first.");
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(f -> f.toString().endsWith(suffix)).sorted().toList();
    }
  }
}
