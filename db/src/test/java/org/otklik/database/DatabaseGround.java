package org.otklik.database;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.otklik.platform.Console;
import org.otklik.platform.FileTrees;
import org.otklik.platform.ProcessGuard;

/**
 * Started once for all tests of a Java machine: a throw-away PostgreSQL whose database is migrated
 * and then only copied ({@link FreshDatabase}). In a folder of its own and on a free port, so that
 * neither a running demo nor other tests are in the way.
 */
final class DatabaseGround {
  /** The module's target folder, by the build. */
  private static final Path BUILD = Path.of(System.getProperty("otklik.build.folder"));

  private static DatabaseGround current;

  private final Path folder;
  private final Console console;
  private final ProcessGuard guard;
  private final LocalDatabase server;

  private DatabaseGround() throws IOException, InterruptedException {
    folder = Path.of(System.getProperty("otklik.it.folder"));
    FileTrees.delete(folder);
    Files.createDirectories(folder);
    console =
        new Console(
            new PrintStream(
                new FileOutputStream(folder.resolve("console.log").toFile()),
                true,
                StandardCharsets.UTF_8));
    guard = ProcessGuard.start();
    server = LocalDatabase.start(settings(folder.resolve("postgres"), false), guard, console);
    DatabaseMigration.migrate(server);
  }

  static synchronized DatabaseGround get() throws IOException, InterruptedException {
    if (current == null) {
      current = new DatabaseGround();
      Runtime.getRuntime().addShutdownHook(new Thread(current::close));
    }
    return current;
  }

  /**
   * The server, whose database is the template: nobody may be connected to it while it is copied.
   */
  LocalDatabase server() {
    return server;
  }

  ProcessGuard guard() {
    return guard;
  }

  Console console() {
    return console;
  }

  static Path programs() {
    return BUILD.resolve("postgres");
  }

  static LocalDatabase.Settings settings(Path folder, boolean durable) throws IOException {
    try (Stream<Path> jars = Files.list(BUILD.resolve("postgres-binaries"))) {
      return new LocalDatabase.Settings(
          folder, jars.findFirst().orElseThrow(), programs(), durable);
    }
  }

  /** A file or folder of the repository. */
  static Path repository(String name) {
    return BUILD.resolve("../..").resolve(name).normalize();
  }

  /** A new folder beneath target/it-N, kept for a look after the run. */
  Path newFolder(String name) throws IOException {
    return Files.createTempDirectory(folder, name + "-");
  }

  private void close() {
    try {
      server.close();
      guard.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
