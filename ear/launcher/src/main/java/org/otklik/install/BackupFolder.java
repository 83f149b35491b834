package org.otklik.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.otklik.database.LocalDatabase;
import org.otklik.platform.FileTrees;
import org.otklik.platform.LaunchException;

/**
 * A backup: the files of database and media, the settings and passwords, a description, and the
 * checksums of all of them in the form of {@code sha256sum}.
 */
record BackupFolder(Path folder) {
  static final String DATABASE = "database";
  static final String MEDIA = "media";
  static final String DESCRIPTION = "backup.properties";

  /** In the description: which PostgreSQL wrote the database's files. */
  static final String PROGRAMS = "postgres";

  /** In the description: where the media are, when they are not in the backup. */
  static final String BUCKET = "media-bucket";

  private static final String CHECKSUMS = "checksums.sha256";
  private static final int CHECKSUM_LENGTH = 64;
  private static final int MAX_NAMED = 5;

  Path database() {
    return folder.resolve(DATABASE);
  }

  Path media() {
    return folder.resolve(MEDIA);
  }

  Path passwords() {
    return folder.resolve(LocalDatabase.PASSWORDS_FILE);
  }

  Path settings(Instance instance) {
    return folder.resolve(instance.settings().getFileName());
  }

  Properties description() throws IOException {
    Path file = folder.resolve(DESCRIPTION);
    if (!Files.exists(file)) {
      throw new LaunchException(folder + " is no backup of Otklik: it has no " + DESCRIPTION + ".");
    }
    Properties description = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      description.load(in);
    }
    return description;
  }

  /**
   * @return how many files there are
   * @throws LaunchException when a media file is not what its name says: it was damaged before
   */
  int writeChecksums() throws IOException {
    List<String> lines = new ArrayList<>();
    List<String> damaged = new ArrayList<>();
    for (Path file : FileTrees.files(folder)) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      String sha256 = FileTrees.sha256(file);
      lines.add(sha256 + "  " + name);
      if (file.startsWith(media()) && !sha256.equals(file.getFileName().toString())) {
        damaged.add(name);
      }
    }
    refuse(damaged, "Media files are damaged on the disk of Otklik");
    Files.write(folder.resolve(CHECKSUMS), lines);
    return lines.size();
  }

  /**
   * @return how many files there are
   * @throws LaunchException naming what is missing or changed
   */
  int verify() throws IOException {
    Path checksums = folder.resolve(CHECKSUMS);
    if (!Files.exists(checksums)) {
      throw new LaunchException(folder + " is no whole backup: it has no " + CHECKSUMS + ".");
    }
    List<String> lines = Files.readAllLines(checksums);
    List<String> damaged = new ArrayList<>();
    for (String line : lines) {
      String name = line.substring(CHECKSUM_LENGTH + 2);
      Path file = folder.resolve(name);
      if (!Files.exists(file)
          || !FileTrees.sha256(file).equals(line.substring(0, CHECKSUM_LENGTH))) {
        damaged.add(name);
      }
    }
    refuse(damaged, "Files of the backup are missing or damaged");
    return lines.size();
  }

  private static void refuse(List<String> damaged, String what) throws LaunchException {
    if (!damaged.isEmpty()) {
      throw new LaunchException(
          what
              + " ("
              + damaged.size()
              + "): "
              + String.join(", ", damaged.subList(0, Math.min(MAX_NAMED, damaged.size())))
              + (damaged.size() > MAX_NAMED ? ", …" : ""));
    }
  }
}
