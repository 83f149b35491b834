package org.otklik.install;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.otklik.access.password.OneTimePassword;
import org.otklik.database.DatabaseAccess;
import org.otklik.database.DatabaseLogins;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.LauncherLog;
import org.otklik.launcher.Otklik;
import org.otklik.launcher.ServerSettings;
import org.otklik.platform.Console;
import org.otklik.platform.FolderLock;
import org.otklik.platform.LaunchException;
import org.otklik.platform.Platform;
import org.otklik.platform.ProcessMark;

/** {@code otklik run}: database and server, in this process's care until it is asked to end. */
final class InstanceRun {
  private static final System.Logger LOG = System.getLogger(InstanceRun.class.getName());

  private final Distribution distribution;
  private final Instance instance;
  private final InstanceSettings settings;
  private final Console console;
  private final AtomicBoolean ending = new AtomicBoolean();

  InstanceRun(
      Distribution distribution, Instance instance, InstanceSettings settings, Console console) {
    this.distribution = distribution;
    this.instance = instance;
    this.settings = settings;
    this.console = console;
  }

  /** Returns once it was asked to end; fails when the server ended by itself. */
  void run() throws IOException, InterruptedException {
    instance.requireNotNewer(distribution);
    LauncherLog.writeTo(instance.folder().resolve("launcher.log"));
    try (FolderLock lock = FolderLock.take(instance.folder());
        Otklik otklik = Otklik.create()) {
      Thread stopper = new Thread(() -> stop(otklik), "stop-everything");
      Runtime.getRuntime().addShutdownHook(stopper);
      Files.deleteIfExists(instance.portal());
      ProcessMark.of(ProcessHandle.current()).write(instance.process());
      start(otklik);
      instance.writeVersion(distribution);
      console.say("Otklik is up: " + server().portal());
      Files.writeString(instance.portal(), server().portal().toString());
      otklik.server().awaitEnd();
      if (!ending.get()) {
        throw new LaunchException("The server ended by itself.", otklik.server().settings().log());
      }
    } finally {
      Files.deleteIfExists(instance.portal());
    }
  }

  private InstanceServer server() {
    return new InstanceServer(distribution, instance, settings);
  }

  private void start(Otklik otklik) throws IOException, InterruptedException {
    Optional<DatabaseLogins> company =
        new InstanceDatabase(distribution, instance, settings).ofTheCompany();
    if (company.isPresent()) {
      otklik.start(company.get(), this::serverOn, console);
    } else {
      otklik.start(instance.database(distribution), this::serverOn, console);
    }
  }

  private ServerSettings serverOn(DatabaseAccess database) throws IOException {
    provideSetUpCode(database);
    return server().forStart();
  }

  /** Of a server without users, so that whoever starts it can be told; gone once there are any. */
  private void provideSetUpCode(DatabaseAccess database) throws IOException {
    if (hasUsers(database)) {
      Files.deleteIfExists(instance.setUpCode());
    } else if (!Files.exists(instance.setUpCode())) {
      Platform.createPrivate(instance.setUpCode());
      Files.writeString(instance.setUpCode(), OneTimePassword.random());
    }
  }

  static boolean hasUsers(DatabaseAccess database) throws LaunchException {
    try (Connection connection = database.connect(DatabaseRole.APPLICATION);
        Statement sql = connection.createStatement();
        ResultSet users = sql.executeQuery("select exists (select from core.app_user)")) {
      users.next();
      return users.getBoolean(1);
    } catch (SQLException e) {
      throw new LaunchException("The database could not be read: " + e.getMessage(), null, e);
    }
  }

  private void stop(Otklik otklik) {
    if (ending.getAndSet(true)) {
      return;
    }
    console.say("Stopping the server and the database");
    try {
      otklik.close();
      Files.deleteIfExists(instance.portal());
      console.say("Stopped");
    } catch (IOException e) {
      LOG.log(System.Logger.Level.ERROR, "Stopping failed", e);
      console.say("Stopping failed: " + e.getMessage());
    }
  }
}
