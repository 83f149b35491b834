package org.otklik.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.otklik.platform.LaunchException;

/**
 * Copies a local database while it works, by PostgreSQL's own rules for a base backup ("Making a
 * Base Backup Using the Low Level API"): the files as they are, and the write-ahead log that makes
 * them those of the moment of the backup's end. PostgreSQL as it comes from Maven has no pg_dump
 * and no pg_basebackup.
 */
public final class DatabaseBackup {
  /** Whose content belongs to the running server alone; the folders themselves are needed. */
  private static final Set<String> EMPTY_FOLDERS =
      Set.of(
          "pg_dynshmem",
          "pg_notify",
          "pg_replslot",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans",
          "pg_wal");

  private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts");

  private final Path data;

  private DatabaseBackup(Path data) {
    this.data = data;
  }

  /** What is to be done at the moment of the backup's end. */
  @FunctionalInterface
  public interface AtTheEnd {
    void run() throws IOException;
  }

  /**
   * Writes the backup.
   *
   * @param database which its superuser may sign in to, on this machine
   * @param target made by this; holds a data folder afterwards that PostgreSQL starts from
   * @param atTheEnd runs while no media file comes or goes: between the moment whose rows the
   *     backup holds, and the next change of {@code core.media_object}
   */
  public static void write(DatabaseAccess database, Path target, AtTheEnd atTheEnd)
      throws IOException {
    try (Connection backup = database.connect(DatabaseRole.SUPERUSER);
        Connection still = database.connect(DatabaseRole.SUPERUSER)) {
      Path data = Path.of(text(backup, "show data_directory"));
      new DatabaseBackup(data).write(backup, still, target, atTheEnd);
    } catch (SQLException e) {
      throw new LaunchException(
          "The database could not be backed up: "
              + e.getMessage().lines().findFirst().orElse("")
              + " Start the backup again.",
          null,
          e);
    }
  }

  private void write(Connection backup, Connection still, Path target, AtTheEnd atTheEnd)
      throws SQLException, IOException {
    // Keeps the log from being recycled until this connection ends.
    text(
        backup,
        "select slot_name from pg_create_physical_replication_slot('backup_' || pg_backend_pid(),"
            + " true, true)");
    String first = text(backup, "select pg_walfile_name(pg_backup_start('otklik', true))");
    Files.createDirectories(target);
    copyFiles(target);
    String last;
    still.setAutoCommit(false);
    try (Statement sql = still.createStatement()) {
      sql.execute("set local lock_timeout = '60s'");
      sql.execute("lock table core.media_object in share mode");
      last = stop(backup, target);
      atTheEnd.run();
    } finally {
      still.rollback();
    }
    copyLog(target, first, last);
  }

  /** Ends the backup's time; returns the name of the last file of the log that it needs. */
  private static String stop(Connection backup, Path target) throws SQLException, IOException {
    try (Statement sql = backup.createStatement();
        ResultSet end =
            sql.executeQuery(
                "select lsn::text, labelfile, spcmapfile from pg_backup_stop(false)")) {
      end.next();
      String spaces = end.getString(3);
      if (spaces != null && !spaces.isBlank()) {
        throw new LaunchException(
            "The database has tablespaces outside of its folder, which a backup would miss: move"
                + " their tables back, or back the database up with PostgreSQL's own tools.");
      }
      Files.writeString(target.resolve("backup_label"), end.getString(2));
      return logFileOf(backup, end.getString(1));
    }
  }

  private static String logFileOf(Connection connection, String position) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement("select pg_walfile_name(cast(? as pg_lsn))")) {
      sql.setString(1, position);
      try (ResultSet name = sql.executeQuery()) {
        name.next();
        return name.getString(1);
      }
    }
  }

  private void copyFiles(Path target) throws IOException {
    Files.walkFileTree(
        data,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (folder.getFileName().toString().startsWith("pgsql_tmp")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(target.resolve(data.relativize(folder).toString()));
            return EMPTY_FOLDERS.contains(data.relativize(folder).toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = file.getFileName().toString();
            if (!LEFT_OUT.contains(name) && !name.startsWith("pg_internal.init")) {
              copy(file, target.resolve(data.relativize(file).toString()));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
  }

  /** Tables that are dropped meanwhile take their files with them; the log tells of it. */
  private static void copy(Path file, Path target) throws IOException {
    try {
      Files.copy(file, target);
    } catch (NoSuchFileException e) {
      Files.deleteIfExists(target);
    }
  }

  /** Names of the log's files are in its order. */
  private void copyLog(Path target, String first, String last) throws IOException {
    Path log = target.resolve("pg_wal");
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(data.resolve("pg_wal"), "[0-9A-F]*")) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (name.length() == last.length()
            && name.compareTo(first) >= 0
            && name.compareTo(last) <= 0) {
          Files.copy(file, log.resolve(name));
        }
      }
    }
    for (String needed : List.of(first, last)) {
      if (!Files.exists(log.resolve(needed))) {
        throw new IOException("The log lacks " + needed);
      }
    }
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
