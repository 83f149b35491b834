package org.otklik.it;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.otklik.database.DatabaseMigration;
import org.otklik.database.LocalDatabase;
import org.otklik.launcher.BuildLayout;
import org.otklik.launcher.DemoUser;
import org.otklik.launcher.RestClient;
import org.otklik.launcher.ServerCommand;
import org.otklik.launcher.ServerFolder;
import org.otklik.launcher.ServerProvisioner;
import org.otklik.launcher.ServerSettings;
import org.otklik.platform.Console;
import org.otklik.platform.FileTrees;
import org.otklik.platform.ProcessGuard;

/**
 * Made once for all tests of a run: a throw-away database, migrated, and the settings of the server
 * that Arquillian starts. Everything is on free ports and in a folder of its own, so that neither a
 * running demo nor another checkout's tests are in the way.
 */
public final class TestGround implements LauncherSessionListener {
  private static final DemoUser USER = DemoUser.random();
  private static final Duration LONGEST_RUN = Duration.ofMinutes(30);

  private static TestGround current;

  private BuildLayout layout;
  private Path folder;
  private Console console;
  private ProcessGuard guard;
  private LocalDatabase database;
  private ServerSettings server;

  /** The database that Arquillian's server works on. */
  public static LocalDatabase database() {
    return current.database;
  }

  public static BuildLayout layout() {
    return current.layout;
  }

  /** Stops what a test started and did not stop, when the tests' Java ends. */
  public static ProcessGuard guard() {
    return current.guard;
  }

  /** Writes to console.log in the run's folder: standard output belongs to Surefire. */
  public static Console console() {
    return current.console;
  }

  /** The server that Arquillian runs. */
  public static ServerSettings arquillianServer() {
    return current.server;
  }

  /** The API of the server that Arquillian runs, as its administrator. */
  public static RestClient administrator() {
    return client(USER.login(), USER.password());
  }

  /** The API of the server that Arquillian runs, as somebody else. */
  public static RestClient client(String login, String password) {
    return new RestClient(portal(), login, password, Locale.ENGLISH);
  }

  /** Where the server that Arquillian runs answers. */
  public static URI portal() {
    return URI.create("http://127.0.0.1:" + current.server.httpPort() + "/");
  }

  /** A new folder beneath target/it, kept for a look after the run. */
  public static Path newFolder(String name) throws IOException {
    return Files.createTempDirectory(current.folder, name + "-");
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (current != null) {
      return;
    }
    try {
      current = this;
      prepare();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void prepare() throws IOException, InterruptedException {
    layout = BuildLayout.current();
    Path all = Files.createDirectories(Path.of("target", "it").toAbsolutePath());
    pruneEarlierRuns(all);
    folder = Files.createTempDirectory(all, "run-");
    console =
        new Console(
            new PrintStream(
                new FileOutputStream(folder.resolve("console.log").toFile()),
                true,
                StandardCharsets.UTF_8));
    guard = ProcessGuard.start();
    // Surefire ends its Java without closing the session when a run is broken off.
    Runtime.getRuntime().addShutdownHook(new Thread(this::release));
    new ServerProvisioner(layout, console).provision();
    database =
        LocalDatabase.start(layout.database(folder.resolve("postgres"), false), guard, console);
    DatabaseMigration.migrate(database);
    server = USER.on(ServerSettings.of(layout, folder.resolve("server")));
    new ServerFolder(server).prepare(database);
    tellArquillian();
  }

  /** A run leaves some 250 MB for a look; one that may still go on is left alone. */
  private static void pruneEarlierRuns(Path all) throws IOException {
    FileTime longAgo = FileTime.from(Instant.now().minus(LONGEST_RUN));
    List<Path> runs;
    try (Stream<Path> found = Files.list(all)) {
      runs = found.toList();
    }
    for (Path run : runs) {
      if (Files.getLastModifiedTime(run).compareTo(longAgo) < 0) {
        FileTrees.delete(run);
      }
    }
  }

  private void tellArquillian() throws IOException {
    ServerCommand command = new ServerCommand(server);
    System.setProperty("otklik.it.home", server.home().toString());
    // Arquillian looks for the base folder among the options, and not into the file.
    System.setProperty(
        "otklik.it.java-options",
        command.javaOptionsInFile() + " -Djboss.server.base.dir=" + server.folder());
    System.setProperty("otklik.it.server-arguments", joined(command.serverArguments()));
    System.setProperty("otklik.it.management-port", Integer.toString(server.managementPort()));
  }

  private static String joined(List<String> words) {
    return words.stream()
        .map(word -> word.contains(" ") ? '"' + word + '"' : word)
        .collect(Collectors.joining(" "));
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (current == this) {
      release();
    }
  }

  private synchronized void release() {
    try {
      if (database != null) {
        database.close();
        database = null;
        guard.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
