package org.otklik.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.otklik.database.DatabaseAccess;
import org.otklik.database.DatabaseLogins;
import org.otklik.database.DatabaseMigration;
import org.otklik.database.LocalDatabase;
import org.otklik.platform.Console;
import org.otklik.platform.FreePorts;
import org.otklik.platform.ProcessGuard;

/** Database and server together, up in the right order and down in the reverse one. */
public final class Otklik implements AutoCloseable {
  private final ProcessGuard guard;
  private LocalDatabase database;
  private OtklikServer server;
  private boolean closed;

  private Otklik(ProcessGuard guard) {
    this.guard = guard;
  }

  /** Nothing runs yet: {@link #start} does the work, {@link #close} may interrupt it. */
  public static Otklik create() throws IOException, InterruptedException {
    return new Otklik(ProcessGuard.start());
  }

  /**
   * Provisions, starts, migrates and deploys what Maven has built.
   *
   * @param folder all that is kept: database, media, logs
   * @param more what the server's settings are to have besides
   */
  public void start(
      BuildLayout layout,
      Path folder,
      int wishedPort,
      UnaryOperator<ServerSettings> more,
      Console console)
      throws IOException, InterruptedException {
    new ServerProvisioner(layout, console).provision();
    start(
        layout.database(folder.resolve("postgres"), true),
        started -> {
          int port = FreePorts.from(wishedPort);
          if (port != wishedPort) {
            console.say("Port " + wishedPort + " is taken: the portal will be on port " + port);
          }
          return more.apply(ServerSettings.of(layout, folder.resolve("server")).withHttpPort(port));
        },
        console);
  }

  /** The settings of the server on a database that is migrated. */
  @FunctionalInterface
  public interface ServerOn {
    ServerSettings on(DatabaseAccess database) throws IOException;
  }

  /**
   * Starts and migrates a database of our own, then starts the server on it.
   *
   * @param server asked once the database is there
   */
  public void start(LocalDatabase.Settings database, ServerOn server, Console console)
      throws IOException, InterruptedException {
    LocalDatabase started = LocalDatabase.start(database, guard, console);
    keep(started, null);
    int applied = console.step("Migrating the database", () -> DatabaseMigration.migrate(started));
    console.say("  " + applied + " migrations applied");
    keep(started, OtklikServer.start(server.on(started), started, guard, console));
  }

  /** Migrates a database that somebody else runs, then starts the server on it. */
  public void start(DatabaseLogins database, ServerOn server, Console console)
      throws IOException, InterruptedException {
    int applied = console.step("Migrating the database", () -> DatabaseMigration.migrate(database));
    console.say("  " + applied + " migrations applied");
    keep(null, OtklikServer.start(server.on(database), database, guard, console));
  }

  private synchronized void keep(LocalDatabase startedDatabase, OtklikServer startedServer)
      throws IOException {
    database = startedDatabase;
    server = startedServer;
    if (closed) {
      stopBoth();
    }
  }

  public OtklikServer server() {
    return server;
  }

  public LocalDatabase database() {
    return database;
  }

  /** Stops everything; may be called from another thread and more than once. */
  @Override
  public void close() throws IOException {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      stopBoth();
    }
    guard.close();
  }

  private void stopBoth() throws IOException {
    if (server != null) {
      server.close();
    }
    if (database != null) {
      database.close();
    }
  }
}
