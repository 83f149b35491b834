package org.otklik.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.otklik.platform.Console;
import org.otklik.platform.FileTrees;
import org.otklik.platform.FolderLock;
import org.otklik.platform.FreePorts;
import org.otklik.platform.LaunchException;
import org.otklik.platform.Platform;
import org.otklik.platform.ProcessGuard;
import org.otklik.platform.StopSignal;

/**
 * A real PostgreSQL of our own on this machine: its data stay in their folder between runs, it
 * listens on the loopback only, and everybody signs in with a password.
 *
 * <p>Life: {@link #start} → use → {@link #close}. Roles, database and the schema {@code batch} are
 * there after the start; tables come from the migrations ({@link DatabaseMigration}).
 */
public final class LocalDatabase implements DatabaseAccess, AutoCloseable {
  /** In the database's folder; each role's password. */
  public static final String PASSWORDS_FILE = "passwords.properties";

  static final String DATABASE = "otklik";
  private static final String PORT_FILE = "port";
  private static final Duration START_PATIENCE = Duration.ofMinutes(3);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);
  private static final int ATTEMPTS = 10;

  private final Settings settings;
  private final ProcessGuard guard;
  private final FolderLock lock;
  private final DatabasePasswords passwords;
  private final PostgresCluster cluster;
  private Process server;
  private int port;

  /**
   * What to run, and where.
   *
   * @param folder holds the data, the passwords and the log; made when it is not there
   * @param binariesJar PostgreSQL's programs, as they come from Maven
   * @param binariesFolder where they are unpacked to
   * @param durable true keeps the data safe and in place; false is for tests: no fsync, and the
   *     folder is deleted at the end
   */
  public record Settings(Path folder, Path binariesJar, Path binariesFolder, boolean durable) {
    public Settings {
      folder = folder.toAbsolutePath().normalize();
    }
  }

  private LocalDatabase(
      Settings settings,
      ProcessGuard guard,
      FolderLock lock,
      DatabasePasswords passwords,
      PostgresCluster cluster) {
    this.settings = settings;
    this.guard = guard;
    this.lock = lock;
    this.passwords = passwords;
    this.cluster = cluster;
  }

  /**
   * Starts the database, making it first when there is none yet.
   *
   * @throws LaunchException when it cannot, or when another process uses the folder
   */
  public static LocalDatabase start(Settings settings, ProcessGuard guard, Console console)
      throws IOException, InterruptedException {
    Files.createDirectories(settings.folder());
    FolderLock lock = FolderLock.take(settings.folder());
    LocalDatabase database = null;
    try {
      database = prepare(settings, guard, lock, console);
      database.startServer(console);
      new DatabaseBootstrap(database.passwords).apply(database.url("postgres"), database.url());
      return database;
    } catch (IOException | InterruptedException | RuntimeException e) {
      if (database != null) {
        database.stop();
      }
      lock.close();
      throw e;
    }
  }

  /** The database in a folder, if a process runs it now; the programs are not needed for that. */
  public static Optional<DatabaseAccess> running(Path folder) throws IOException {
    Path port = folder.resolve(PORT_FILE);
    Path kept = folder.resolve(PASSWORDS_FILE);
    if (!Files.exists(port) || !Files.exists(kept)) {
      return Optional.empty();
    }
    DatabasePasswords passwords = DatabasePasswords.loadOrCreate(kept);
    DatabaseAccess access =
        new DatabaseLogins(
            "jdbc:postgresql://127.0.0.1:" + Files.readString(port).trim() + "/" + DATABASE,
            passwords.all());
    try (Connection connection = access.connect(DatabaseRole.SUPERUSER)) {
      return connection.isValid(1) ? Optional.of(access) : Optional.empty();
    } catch (SQLException nobodyThere) {
      return Optional.empty();
    }
  }

  /**
   * Puts a backup ({@link DatabaseBackup}) into a folder without a database.
   *
   * @param backup the data folder that was written
   * @param passwords the {@code passwords.properties} of the database that it was made from
   */
  public static void restore(Settings settings, Path backup, Path passwords)
      throws IOException, InterruptedException {
    Files.createDirectories(settings.folder());
    try (FolderLock lock = FolderLock.take(settings.folder())) {
      PostgresAccount account = PostgresAccount.choose();
      PostgresCluster cluster =
          new PostgresCluster(
              settings.binariesFolder(),
              PostgresPlace.reachable(settings.folder(), account),
              account,
              settings.durable());
      cluster.restore(backup);
      Path kept = settings.folder().resolve(PASSWORDS_FILE);
      Platform.createPrivate(kept);
      Files.write(kept, Files.readAllBytes(passwords));
    }
  }

  private static LocalDatabase prepare(
      Settings settings, ProcessGuard guard, FolderLock lock, Console console)
      throws IOException, InterruptedException {
    PostgresAccount account = PostgresAccount.choose();
    Path programs =
        PostgresBinaries.unpack(
            settings.binariesJar(),
            PostgresPlace.reachable(settings.binariesFolder(), account),
            console);
    PostgresCluster cluster =
        new PostgresCluster(
            programs,
            PostgresPlace.reachable(settings.folder(), account),
            account,
            settings.durable());
    Path kept = settings.folder().resolve(PASSWORDS_FILE);
    if (!Files.exists(kept) && cluster.exists()) {
      discardOrphan(cluster, settings.folder());
    }
    DatabasePasswords passwords = DatabasePasswords.loadOrCreate(kept);
    return new LocalDatabase(settings, guard, lock, passwords, cluster);
  }

  /** Data beneath /var/tmp outlive a deleted folder (mvn clean), and nobody has their passwords. */
  private static void discardOrphan(PostgresCluster cluster, Path folder)
      throws IOException, InterruptedException {
    if (cluster.place().equals(folder)) {
      throw new LaunchException(
          "The passwords of the database in "
              + cluster.data()
              + " are lost: put passwords.properties back beside it, or delete "
              + folder
              + " to begin anew.");
    }
    var server = cluster.runningServer();
    if (server.isPresent()) {
      StopSignal.INT.stop(server.get(), STOP_PATIENCE);
    }
    FileTrees.delete(cluster.data());
  }

  private void startServer(Console console) throws IOException, InterruptedException {
    stopLeftOver(console);
    if (!cluster.exists()) {
      String password = passwords.of(DatabaseRole.SUPERUSER);
      console.step(
          "Creating the database in " + cluster.data(),
          () -> {
            cluster.create(password, log());
            return null;
          });
    }
    cluster.requireSameMajor(version());
    console.step("Starting PostgreSQL " + version(), () -> startOnSomePort(console));
  }

  private String version() {
    String name = settings.binariesJar().getFileName().toString();
    return name.replaceFirst("^.*-(\\d+\\.\\d+).*$", "$1");
  }

  /** The lock is ours, so a server that still runs here was left by a launcher that was killed. */
  private void stopLeftOver(Console console) throws IOException, InterruptedException {
    var leftOver = cluster.runningServer();
    if (leftOver.isPresent()) {
      console.say("Stopping the PostgreSQL that an earlier run left behind");
      StopSignal.INT.stop(leftOver.get(), STOP_PATIENCE);
    }
    cluster.forgetServer();
  }

  private Integer startOnSomePort(Console console) throws IOException, InterruptedException {
    Path remembered = settings.folder().resolve(PORT_FILE);
    port = rememberedPort(remembered);
    for (int attempt = 1; ; attempt++) {
      long logged = Files.exists(log()) ? Files.size(log()) : 0;
      server = cluster.startServer(port, log());
      guard.watch(server.toHandle(), StopSignal.INT);
      if (answers()) {
        Files.writeString(remembered, Integer.toString(port));
        return port;
      }
      guard.forget(server.toHandle());
      recover(PostgresCluster.tail(log(), logged), attempt, console);
    }
  }

  private static int rememberedPort(Path file) throws IOException {
    if (Files.exists(file)) {
      int port = Integer.parseInt(Files.readString(file).trim());
      if (FreePorts.isFree(port)) {
        return port;
      }
    }
    return FreePorts.any();
  }

  /** Waits until somebody can sign in; false when the server ended instead. */
  private boolean answers() throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(START_PATIENCE);
    while (server.isAlive()) {
      try (Connection connection = connect("postgres", DatabaseRole.SUPERUSER)) {
        return connection.isValid(1);
      } catch (SQLException notYet) {
        if ("28P01".equals(notYet.getSQLState()) || Instant.now().isAfter(deadline)) {
          throw new LaunchException("PostgreSQL does not let us in.", log(), notYet);
        }
      }
      Thread.sleep(50);
    }
    return false;
  }

  private void recover(String said, int attempt, Console console)
      throws IOException, InterruptedException {
    boolean portTaken = said.contains("could not bind") || said.contains("could not create any");
    boolean oldOnesLinger = said.contains("pre-existing shared memory block");
    if (attempt == ATTEMPTS || !(portTaken || oldOnesLinger)) {
      throw new LaunchException(
          "PostgreSQL ended while it started: " + PostgresCluster.firstComplaint(said), log());
    }
    if (portTaken) {
      port = FreePorts.any();
    } else {
      console.say("  … waiting for the children of a killed PostgreSQL to end");
      Thread.sleep(1000);
    }
  }

  /** The application's database, for any role. */
  @Override
  public String url() {
    return url(DATABASE);
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  public int port() {
    return port;
  }

  @Override
  public String password(DatabaseRole role) {
    return passwords.of(role);
  }

  /** A new connection to any database of the server. */
  public Connection connect(String database, DatabaseRole role) throws SQLException {
    return DriverManager.getConnection(url(database), role.login(), passwords.of(role));
  }

  /** What is kept of it, the data included. */
  public Path folder() {
    return settings.folder();
  }

  /** PostgreSQL's own log. */
  public Path log() {
    return settings.folder().resolve("postgresql.log");
  }

  /** The server's process, for tests that kill it. */
  public ProcessHandle process() {
    return server.toHandle();
  }

  /** Stops the server; a throw-away database is gone afterwards. */
  @Override
  public void close() throws IOException {
    try {
      stop();
      if (!settings.durable()) {
        FileTrees.delete(cluster.place());
        FileTrees.delete(settings.folder());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.close();
    }
  }

  private void stop() throws IOException, InterruptedException {
    if (server != null && server.isAlive()) {
      StopSignal.INT.stop(server.toHandle(), STOP_PATIENCE);
      guard.forget(server.toHandle());
    }
  }
}
