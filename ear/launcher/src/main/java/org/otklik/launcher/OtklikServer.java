package org.otklik.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.otklik.database.DatabaseAccess;
import org.otklik.platform.Console;
import org.otklik.platform.FolderLock;
import org.otklik.platform.GrowingFiles;
import org.otklik.platform.LaunchException;
import org.otklik.platform.Platform;
import org.otklik.platform.ProcessGuard;
import org.otklik.platform.ProcessMark;
import org.otklik.platform.StopSignal;

/**
 * The application server with the EAR in it, as a child process.
 *
 * <p>Life: {@link #start} → use → {@link #stop} or {@link #kill}; then the same settings may be
 * started again and find the same data.
 */
public final class OtklikServer implements AutoCloseable {
  /** A server that starts says something every few seconds, on a busy machine every minute. */
  private static final Duration QUIET_PATIENCE = Duration.ofMinutes(5);

  /** A start takes half a minute where nothing else runs. */
  private static final Duration LONG_START = Duration.ofMinutes(2);

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);
  private static final int MAX_REASON_LENGTH = 600;

  private final ServerSettings settings;
  private final ProcessGuard guard;
  private final FolderLock lock;
  private final Process process;

  private OtklikServer(
      ServerSettings settings, ProcessGuard guard, FolderLock lock, Process process) {
    this.settings = settings;
    this.guard = guard;
    this.lock = lock;
    this.process = process;
  }

  /**
   * Starts the server and waits until the EAR is deployed and HTTP is answered.
   *
   * @throws LaunchException when the server ends, refuses the EAR or has said nothing for five
   *     minutes
   */
  public static OtklikServer start(
      ServerSettings settings, DatabaseAccess database, ProcessGuard guard, Console console)
      throws IOException, InterruptedException {
    Files.createDirectories(settings.folder());
    FolderLock lock = FolderLock.take(settings.folder());
    OtklikServer server;
    try {
      stopLeftOver(settings, console);
      ServerFolder folder = new ServerFolder(settings);
      folder.prepare(database);
      folder.deploy();
      server = new OtklikServer(settings, guard, lock, launch(settings));
    } catch (IOException | InterruptedException | RuntimeException e) {
      lock.close();
      throw e;
    }
    guard.watch(server.process(), StopSignal.TERM);
    try {
      ProcessMark.of(server.process()).write(mark(settings));
      ServerOutput.follow(server.process, settings.consoleLog(), console);
      console.step("Starting the server", () -> server.awaitDeployment(console));
      return server;
    } catch (IOException | InterruptedException | RuntimeException e) {
      server.stop();
      throw e;
    }
  }

  private static Process launch(ServerSettings settings) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(Platform.ownSession());
    command.addAll(new ServerCommand(settings).throughArgumentFile());
    Process process =
        new ProcessBuilder(command)
            .directory(settings.folder().toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    return process;
  }

  /** The lock is ours, so a server that still runs here was left by a launcher that was killed. */
  private static void stopLeftOver(ServerSettings settings, Console console)
      throws IOException, InterruptedException {
    var leftOver = ProcessMark.read(mark(settings));
    if (leftOver.isPresent()) {
      console.say("Stopping the server that an earlier run left behind");
      StopSignal.TERM.stop(leftOver.get(), STOP_PATIENCE);
    }
  }

  private static Path mark(ServerSettings settings) {
    return settings.folder().resolve("server.process");
  }

  /** However long it takes, as long as the server's logs grow. */
  private Void awaitDeployment(Console console) throws IOException, InterruptedException {
    GrowingFiles logs =
        new GrowingFiles(List.of(settings.consoleLog(), settings.log()), InstantSource.system());
    Instant begun = Instant.now();
    boolean told = false;
    while (!(isDeployed() && answers())) {
      if (!process.isAlive()) {
        throw new LaunchException(
            "The server ended while it started (exit code " + process.exitValue() + ").",
            settings.consoleLog());
      }
      if (logs.quietFor().compareTo(QUIET_PATIENCE) > 0) {
        throw new LaunchException(
            "The server has not deployed the application, and its log has not grown for "
                + QUIET_PATIENCE.toMinutes()
                + " minutes.",
            settings.log());
      }
      if (!told && Instant.now().isAfter(begun.plus(LONG_START))) {
        console.say("This machine is slow or busy: the server is waited for while its log grows");
        told = true;
      }
      Thread.sleep(200);
    }
    return null;
  }

  private boolean isDeployed() throws IOException {
    Path failed = settings.deployments().resolve("otklik.ear.failed");
    if (Files.exists(failed)) {
      String reason = Files.readString(failed).replaceAll("\\s+", " ");
      throw new LaunchException(
          "The server refused the application: "
              + reason.substring(0, Math.min(reason.length(), MAX_REASON_LENGTH)),
          settings.log());
    }
    return Files.exists(settings.deployments().resolve("otklik.ear.deployed"));
  }

  private boolean answers() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(baseUri()).timeout(Duration.ofSeconds(10)).GET().build();
    try {
      HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Where the portal is; ends with a slash. */
  public URI baseUri() {
    return URI.create("http://" + settings.address() + ":" + settings.httpPort() + "/");
  }

  public ServerSettings settings() {
    return settings;
  }

  public ProcessHandle process() {
    return process.toHandle();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits until the server has ended, for whatever reason. */
  public void awaitEnd() throws InterruptedException {
    process.waitFor();
  }

  /** Stops the server in good order, by force after a minute; does nothing when it has ended. */
  public void stop() throws IOException, InterruptedException {
    StopSignal.TERM.stop(process(), STOP_PATIENCE);
    guard.forget(process());
    lock.close();
  }

  /** Ends the server at once, as a power cut would (SIGKILL). */
  public void kill() throws IOException, InterruptedException {
    process.destroyForcibly().waitFor();
    guard.forget(process());
    lock.close();
  }

  @Override
  public void close() throws IOException {
    try {
      stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
