package org.otklik.it;

import com.nimbusds.jose.JOSEException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.otklik.database.LocalDatabase;
import org.otklik.launcher.BuildLayout;
import org.otklik.launcher.RestClient;
import org.otklik.launcher.ServerProvisioner;
import org.otklik.launcher.ServerSettings;
import org.otklik.platform.Console;
import org.otklik.platform.FileTrees;
import org.otklik.platform.ProcessGuard;

/**
 * What all tests of a Java machine share, made when the first of them asks: a throw-away database,
 * migrated, and two servers, each started when a test needs it, and stopped when the machine ends.
 * Everything is on free ports and in a folder of its own, so that neither a running demo nor the
 * tests of another machine or checkout are in the way.
 */
public final class TestGround {
  private static final Duration MAX_RUN = Duration.ofMinutes(30);

  /** Opens the metrics of the shared server. */
  static final String METRICS_TOKEN = "a-token-of-the-tests";

  private static TestGround current;
  private static Exception failure;

  private BuildLayout layout;
  private Path folder;
  private Console console;
  private ProcessGuard guard;
  private TestServer server;
  private TestServer newServer;

  /** The database that the server works on. */
  public static LocalDatabase database() {
    return current().server.database();
  }

  public static BuildLayout layout() {
    return current().layout;
  }

  /** Stops what a test started and did not stop, when the tests' Java ends. */
  public static ProcessGuard guard() {
    return current().guard;
  }

  /** Writes to console.log in the run's folder: standard output belongs to Surefire. */
  public static Console console() {
    return current().console;
  }

  /**
   * The server that nearly all tests share: with mail, and with single sign-on whose claims give
   * roles and clients. Whoever uses it makes a campaign, and users, of their own.
   */
  static TestServer server() {
    return started(current().server);
  }

  /** A server that nobody has set up, without mail; who comes by single sign-on is not said. */
  static TestServer newServer() {
    return started(current().newServer);
  }

  private static synchronized TestServer started(TestServer one) {
    try {
      return one.running();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The API of the server, as its administrator. */
  public static RestClient administrator() {
    return server().administrator();
  }

  /** The API of the server, as somebody else. */
  public static RestClient client(String login, String password) {
    return server().client(login, password);
  }

  /** Where the server answers. */
  public static URI portal() {
    return server().portal();
  }

  /** A new folder beneath target/it, kept for a look after the run. */
  public static Path newFolder(String name) throws IOException {
    return Files.createTempDirectory(current().folder, name + "-");
  }

  private static synchronized TestGround current() {
    if (failure != null) {
      throw new IllegalStateException("The ground of the tests could not be laid before", failure);
    }
    if (current == null) {
      current = new TestGround();
      try {
        current.prepare();
      } catch (IOException | JOSEException e) {
        failure = e;
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return current;
  }

  private void prepare() throws IOException, InterruptedException, JOSEException {
    layout = BuildLayout.current();
    Path all = Files.createDirectories(layout.folder().resolve("it"));
    pruneEarlierRuns(all);
    folder = Files.createTempDirectory(all, "run-");
    console =
        new Console(
            new PrintStream(
                new FileOutputStream(folder.resolve("console.log").toFile()),
                true,
                StandardCharsets.UTF_8));
    guard = ProcessGuard.start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::release));
    new ServerProvisioner(layout, console).provision();
    server =
        TestServer.passing("shared")
            .withAdministrator()
            .withMail()
            .withProvider()
            .with("otklik.sso.role-claim", "realm.groups")
            .with(
                "otklik.sso.roles",
                "cn=admins,ou=otklik=ADMINISTRATOR; analysts=ANALYST; everybody=READER")
            .with("otklik.sso.client-claim", "brands")
            .with("otklik.metrics.token", METRICS_TOKEN)
            .with("otklik.log.format", "JSON")
            .startDatabase();
    server.mail().start();
    server.provider().start();
    newServer =
        TestServer.passing("new")
            .shortLived()
            .withProvider()
            .with("otklik.proxy.addresses", "127.0.0.1")
            .with("otklik.sso.name", "Acme ID")
            .with("otklik.setup.code", NewServer.CODE);
    tellArquillian();
  }

  /** A run leaves some 250 MB for a look; one that may still go on is left alone. */
  private static void pruneEarlierRuns(Path all) throws IOException {
    FileTime longAgo = FileTime.from(Instant.now().minus(MAX_RUN));
    List<Path> runs;
    try (Stream<Path> found = Files.list(all)) {
      runs = found.toList();
    }
    for (Path run : runs) {
      try {
        if (Files.getLastModifiedTime(run).compareTo(longAgo) < 0) {
          Path claimed =
              run.resolveSibling(run.getFileName() + "-" + ProcessHandle.current().pid());
          Files.move(run, claimed, StandardCopyOption.ATOMIC_MOVE);
          FileTrees.delete(claimed);
        }
      } catch (NoSuchFileException e) {
        // the other Java machine of this run has claimed it
      }
    }
  }

  /** Its tests are deployed beside the application; arquillian.xml reads where. */
  private void tellArquillian() {
    ServerSettings settings = server.settings();
    System.setProperty("otklik.it.home", settings.home().toString());
    System.setProperty("otklik.it.management-port", Integer.toString(settings.managementPort()));
  }

  private synchronized void release() {
    try {
      if (newServer != null) {
        newServer.close();
        newServer = null;
      }
      if (server != null) {
        server.close();
        server = null;
        guard.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
