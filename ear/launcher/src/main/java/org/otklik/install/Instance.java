package org.otklik.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.database.LocalDatabase;
import org.otklik.platform.LaunchException;
import org.otklik.platform.Platform;

/**
 * The folder of one installation's data, which outlives its versions: settings, database, media,
 * logs.
 */
record Instance(Path folder) {
  Instance {
    folder = folder.toAbsolutePath().normalize();
  }

  Path settings() {
    return folder.resolve("otklik.properties");
  }

  /** Where our own PostgreSQL has its data. */
  Path postgres() {
    return folder.resolve("postgres");
  }

  LocalDatabase.Settings database(Distribution distribution) throws IOException {
    return new LocalDatabase.Settings(
        postgres(), distribution.postgresJar(), folder.resolve("postgres-programs"), true);
  }

  /** What the server writes. */
  Path server() {
    return folder.resolve("server");
  }

  /** What the program that runs in the background says. */
  Path log() {
    return folder.resolve("otklik.log");
  }

  /** Names the process that runs the installation. */
  Path process() {
    return folder.resolve("otklik.process");
  }

  /** The portal's address, there while the portal is up. */
  Path portal() {
    return folder.resolve("portal.url");
  }

  /** The code of the set-up page, until there is a user. */
  Path setUpCode() {
    return folder.resolve("setup-code");
  }

  /** The version of Otklik that last worked with the data. */
  private Path versionFile() {
    return folder.resolve("version");
  }

  /** Empty before the first start. */
  Optional<String> version() throws IOException {
    return Files.exists(versionFile())
        ? Optional.of(Files.readString(versionFile()).strip())
        : Optional.empty();
  }

  void writeVersion(Distribution distribution) throws IOException {
    Files.writeString(versionFile(), distribution.version() + "\n");
  }

  /**
   * @throws LaunchException when a later version has worked with the data
   */
  void requireNotNewer(Distribution distribution) throws IOException {
    Optional<String> last = version();
    if (last.isPresent()
        && ReleaseVersion.of(last.get()).compareTo(ReleaseVersion.of(distribution.version())) > 0) {
      throw new LaunchException(
          "The data in "
              + folder
              + " are of Otklik "
              + last.get()
              + ", which is later than this ("
              + distribution.version()
              + "): call bin/otklik of that one, or restore a backup of before the upgrade into"
              + " another folder.");
    }
  }

  boolean exists() {
    return Files.exists(settings());
  }

  void requireExisting() throws LaunchException {
    if (!exists()) {
      throw new LaunchException(
          "There is no Otklik in " + folder + ": make one with otklik init, or name it by --data.");
    }
  }

  /**
   * Makes the folder, for us alone, and the settings in it.
   *
   * @throws LaunchException when it holds something already
   */
  void create(Distribution distribution) throws IOException {
    requireEmpty();
    createFolders();
    Platform.createPrivate(settings());
    Files.write(settings(), Files.readAllBytes(distribution.settings()));
  }

  /** PostgreSQL's account must get through to its data; nobody else sees the server's. */
  void createFolders() throws IOException {
    Files.createDirectories(folder);
    Platform.permit(folder, "rwx--x--x");
    Files.createDirectories(server());
    Platform.permit(server(), "rwx------");
  }

  void requireEmpty() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> content = Files.list(folder)) {
      if (content.findAny().isPresent()) {
        throw new LaunchException(folder + " is not empty: name another folder by --data.");
      }
    }
  }
}
