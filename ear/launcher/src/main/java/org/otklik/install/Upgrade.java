package org.otklik.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.otklik.database.DatabaseLogins;
import org.otklik.database.DatabaseMigration;
import org.otklik.database.LocalDatabase;
import org.otklik.platform.Console;
import org.otklik.platform.FolderLock;
import org.otklik.platform.LaunchException;
import org.otklik.platform.Platform;

/**
 * {@code otklik upgrade}: this version takes over the folder of data from the version before. What
 * can be judged is judged while that one still runs; nothing is changed before there is a whole
 * backup, by which the way back leads.
 */
final class Upgrade {
  private final Distribution distribution;
  private final Instance instance;
  private final InstanceSettings settings;
  private final Console console;

  Upgrade(
      Distribution distribution, Instance instance, InstanceSettings settings, Console console) {
    this.distribution = distribution;
    this.instance = instance;
    this.settings = settings;
    this.console = console;
  }

  /**
   * @param target of the backup, made by this; empty where the database is the company's own, which
   *     its administrator has backed up
   */
  void execute(Optional<Path> target) throws IOException, InterruptedException {
    String before = instance.version().orElse("an earlier version");
    requireLaterVersion();
    requireBackup(target);
    Background background = new Background(distribution, instance, settings, console);
    boolean ran = background.isRunning();
    background.stop();
    if (target.isPresent()) {
      backUp(target.get());
    }
    try {
      carrySettingsOver(before);
      migrate();
      instance.writeVersion(distribution);
      console.say("Upgraded from " + before + " to " + distribution.version() + ".");
      if (ran) {
        new Background(distribution, instance, read(), console).start();
      } else {
        console.show("It did not run before: start it by otklik start, or by systemd.");
      }
    } catch (LaunchException e) {
      console.show(wayBack(before, target));
      throw e;
    }
  }

  private void requireLaterVersion() throws IOException {
    instance.requireNotNewer(distribution);
    if (instance.version().equals(Optional.of(distribution.version()))) {
      throw new LaunchException(
          "The data in "
              + instance.folder()
              + " are of this version already: call bin/otklik of the new one.");
    }
  }

  private void requireBackup(Optional<Path> target) throws IOException {
    boolean isOfTheCompany =
        new InstanceDatabase(distribution, instance, settings).ofTheCompany().isPresent();
    if (isOfTheCompany && target.isPresent()) {
      throw new LaunchException(
          "The database is the company's own: back it up with its own tools, and the folder of"
              + " media after it; then call otklik upgrade --backed-up.");
    }
    if (!isOfTheCompany && target.isEmpty()) {
      throw new LaunchException(
          "otklik upgrade needs a new folder for the backup: otklik upgrade FOLDER.");
    }
    if (target.isPresent() && Files.exists(target.get())) {
      throw new LaunchException(target.get() + " exists already: name a new folder.");
    }
  }

  private void backUp(Path target) throws IOException, InterruptedException {
    new Backup(distribution, instance, settings, console).write(target);
    console.step("Checking the backup", new BackupFolder(target)::verify);
  }

  private void carrySettingsOver(String before) throws IOException {
    Path file = instance.settings();
    String earlier = Files.readString(file, StandardCharsets.UTF_8);
    Path kept = file.resolveSibling(file.getFileName() + ".before-" + distribution.version());
    Files.deleteIfExists(kept);
    Platform.createPrivate(kept);
    Files.writeString(kept, earlier);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Platform.createPrivate(fresh);
    Files.writeString(
        fresh,
        SettingsFile.carriedOver(
            earlier, Files.readString(distribution.settings(), StandardCharsets.UTF_8)));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    console.say("Settings are carried over; the file of " + before + " is kept as " + kept);
  }

  private InstanceSettings read() throws IOException {
    return InstanceSettings.read(instance.settings(), System.getenv());
  }

  private void migrate() throws IOException, InterruptedException {
    try (FolderLock lock = FolderLock.take(instance.folder())) {
      new InstanceDatabase(distribution, instance, settings)
          .use(
              console,
              database ->
                  console.step(
                      "Migrating the database",
                      () ->
                          database instanceof LocalDatabase own
                              ? DatabaseMigration.migrate(own)
                              : DatabaseMigration.migrate((DatabaseLogins) database)));
    }
  }

  private String wayBack(String before, Optional<Path> target) {
    return target
        .map(
            backup ->
                "The way back: move "
                    + instance.folder()
                    + " away, then with bin/otklik of "
                    + before
                    + ": otklik --data "
                    + instance.folder()
                    + " restore "
                    + backup)
        .orElse("The way back: restore the company's database, then start " + before + ".");
  }
}
