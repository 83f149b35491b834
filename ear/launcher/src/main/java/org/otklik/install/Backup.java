package org.otklik.install;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Properties;
import org.otklik.database.DatabaseAccess;
import org.otklik.database.DatabaseBackup;
import org.otklik.database.DatabaseRole;
import org.otklik.database.LocalDatabase;
import org.otklik.platform.Console;
import org.otklik.platform.FileTrees;
import org.otklik.platform.LaunchException;
import org.otklik.platform.Platform;

/**
 * {@code otklik backup}: the database, then the media files that it names, into a new folder; both
 * of one moment, while Otklik runs or not. A bucket is backed up by its store's own tools.
 */
final class Backup {
  private static final String BUCKET = "otklik.s3.bucket";
  private static final long SPARE_BYTES = 64L << 20;

  private final Distribution distribution;
  private final Instance instance;
  private final InstanceSettings settings;
  private final Console console;

  Backup(Distribution distribution, Instance instance, InstanceSettings settings, Console console) {
    this.distribution = distribution;
    this.instance = instance;
    this.settings = settings;
    this.console = console;
  }

  /**
   * @param target made by this; there only once the backup is whole
   */
  void write(Path target) throws IOException, InterruptedException {
    InstanceDatabase database = new InstanceDatabase(distribution, instance, settings);
    if (database.ofTheCompany().isPresent()) {
      throw new LaunchException(
          "The database is the company's own: back it up with its own tools first (pg_dump, or to"
              + " a point in time), then copy "
              + (bucket().isPresent() ? "the bucket " + bucket().get() : "the folder " + media())
              + " and "
              + instance.settings()
              + "; docs/operations.md says more.");
    }
    if (Files.exists(target)) {
      throw new LaunchException(target + " exists already: name a new folder.");
    }
    Path fresh = target.resolveSibling(target.getFileName() + ".part");
    FileTrees.delete(fresh);
    try {
      int files = writeWhole(fresh, database);
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
      database.use(console, this::record);
      console.say("Backed up " + files + " files to " + target);
      if (bucket().isPresent()) {
        console.show(
            "Videos and reports are not in it: back up the bucket "
                + bucket().get()
                + " now, with the store's own tools.");
      }
      console.show("It holds passwords and personal data: keep it where only you may read it.");
    } finally {
      FileTrees.delete(fresh); // half a backup is none
    }
  }

  private int writeWhole(Path fresh, InstanceDatabase database)
      throws IOException, InterruptedException {
    Files.createDirectories(fresh);
    Platform.permit(fresh, "rwx------");
    requireRoom(fresh);
    if (bucket().isPresent()) {
      copy(database, fresh, () -> {});
      Files.createDirectories(fresh.resolve(BackupFolder.MEDIA));
    } else {
      try (MediaSnapshot media = new MediaSnapshot(media())) {
        copy(database, fresh, media::take);
        media.copyTo(fresh.resolve(BackupFolder.MEDIA), console);
      }
    }
    keep(instance.postgres().resolve(LocalDatabase.PASSWORDS_FILE), fresh);
    keep(instance.settings(), fresh);
    describe(fresh);
    return console.step("Writing the checksums", () -> new BackupFolder(fresh).writeChecksums());
  }

  private void copy(InstanceDatabase database, Path fresh, DatabaseBackup.AtTheEnd atTheEnd)
      throws IOException, InterruptedException {
    database.use(
        console,
        running ->
            console.step(
                "Copying the database",
                () -> {
                  DatabaseBackup.write(running, fresh.resolve(BackupFolder.DATABASE), atTheEnd);
                  return null;
                }));
  }

  /** For the audit log, and for the page that tells administrators of backups that are old. */
  private void record(DatabaseAccess database) throws IOException {
    try (Connection connection = database.connect(DatabaseRole.APPLICATION);
        PreparedStatement sql =
            connection.prepareStatement(
                "insert into core.audit_event (kind, detail) values ('BACKUP_MADE', ?)")) {
      sql.setString(1, "otklik backup, version " + distribution.version());
      sql.executeUpdate();
    } catch (SQLException e) {
      throw new LaunchException(
          "The backup is written and whole, and could not be noted in the audit log: "
              + e.getMessage(),
          null,
          e);
    }
  }

  /** Where media lie when not in the folder. */
  private Optional<String> bucket() {
    return settings.text(BUCKET);
  }

  private Path media() throws IOException {
    return new InstanceServer(distribution, instance, settings).media();
  }

  /** Told before the work, not after half of it. */
  private void requireRoom(Path fresh) throws IOException {
    long needed = SPARE_BYTES + FileTrees.size(instance.postgres());
    if (bucket().isEmpty()) {
      needed += FileTrees.size(media());
    }
    long free = Files.getFileStore(fresh).getUsableSpace();
    if (free < needed) {
      throw new LaunchException(
          "The backup needs some "
              + (needed >> 20)
              + " MiB, and "
              + (free >> 20)
              + " MiB are free on the disk of "
              + fresh.getParent()
              + ": make room, or name a folder on another disk.");
    }
  }

  private static void keep(Path file, Path folder) throws IOException {
    Path copy = folder.resolve(file.getFileName());
    Platform.createPrivate(copy);
    Files.write(copy, Files.readAllBytes(file));
  }

  private void describe(Path fresh) throws IOException {
    Properties of = new Properties();
    of.setProperty("otklik", instance.version().orElse(distribution.version()));
    of.setProperty("made-at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    bucket().ifPresent(name -> of.setProperty(BackupFolder.BUCKET, name));
    of.setProperty(BackupFolder.PROGRAMS, distribution.postgresJar().getFileName().toString());
    try (OutputStream out = Files.newOutputStream(fresh.resolve(BackupFolder.DESCRIPTION))) {
      of.store(out, null);
    }
  }
}
