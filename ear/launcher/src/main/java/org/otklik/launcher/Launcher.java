package org.otklik.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.otklik.platform.Console;
import org.otklik.platform.FolderLock;
import org.otklik.platform.LaunchException;

/**
 * {@code mvn -Pdemo}: brings Otklik up, runs the demo, and stays until Ctrl-C. Ends with 0 when all
 * went well, else with {@value #FAILED} after one sentence and the path of a log.
 */
public final class Launcher {
  /** Known to ear/launcher/pom.xml; Java itself ends with 1 when it cannot even start us. */
  static final int FAILED = 3;

  /** Set when the parent is Maven: we end when it does, even if it was killed. */
  private static final String WITH_PARENT = "otklik.launcher.with-parent";

  private static final System.Logger LOG = System.getLogger(Launcher.class.getName());

  private final Console console;
  private final AtomicBoolean ending = new AtomicBoolean();

  private Launcher(Console console) {
    this.console = console;
  }

  public static void main(String[] args) {
    Console console = Console.terminal();
    int status = new Launcher(console).run();
    leaveMark(status, console);
    System.exit(status);
  }

  /** For Maven, which would bury our sentence in a stack trace of its own if we just failed. */
  private static void leaveMark(int status, Console console) {
    try {
      Path mark = BuildLayout.current().folder().resolve("launcher-failed");
      Files.deleteIfExists(mark);
      if (status != 0) {
        Files.createFile(mark);
      }
    } catch (IOException e) {
      console.say("The launcher's end cannot be recorded: " + e);
    }
  }

  private int run() {
    Path log = null;
    try {
      DemoOptions options = DemoOptions.fromSystemProperties();
      log = options.folder().resolve("launcher.log");
      LauncherLog.writeTo(log);
      return launch(options);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    } catch (LaunchException e) {
      LOG.log(System.Logger.Level.ERROR, e.getMessage(), e);
      return fail(e.getMessage(), e.log().orElse(log));
    } catch (IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "Unexpected", e);
      return fail("Something unexpected went wrong: " + e + ".", log);
    }
  }

  /** A failure that the shutdown itself caused is none. */
  private int fail(String sentence, Path log) {
    if (!ending.get()) {
      console.say("FAILED: " + sentence);
      if (log != null) {
        console.show("         See " + log);
      }
    }
    return FAILED;
  }

  private int launch(DemoOptions options) throws IOException, InterruptedException {
    try (FolderLock lock = FolderLock.take(options.folder());
        Otklik otklik = Otklik.create()) {
      Thread stopper = new Thread(() -> stop(otklik), "stop-everything");
      Runtime.getRuntime().addShutdownHook(stopper);
      endWithParent();
      DemoMedia videos = DemoMedia.of(options, BuildLayout.current());
      DemoUser user = DemoUser.random();
      otklik.start(
          BuildLayout.current(),
          options.folder(),
          options.port(),
          settings -> options.on(user.on(settings)),
          console);
      URI portal = otklik.server().baseUri();
      DemoResult result = new Demo(options, videos, portal, user, console).run();
      tell(videos, result, portal, user);
      if (!options.exit()) {
        stayUp(otklik.server());
      }
      stop(otklik);
      return result.problems().isEmpty() ? 0 : FAILED;
    }
  }

  private void tell(DemoMedia videos, DemoResult result, URI portal, DemoUser user) {
    console.show("");
    result.problems().forEach(problem -> console.show("  FAILED    " + problem));
    if (videos.synthetic()) {
      console.show("  The viewers of this demo are synthetic: drawn by a program, not filmed.");
      console.show("");
    }
    result.reports().forEach(report -> console.show("  Report    " + report));
    console.show("  Portal    " + portal);
    console.show("  Sign-in   " + user.login() + "   Password  " + user.password());
    console.show("");
  }

  private void stayUp(OtklikServer server) throws IOException, InterruptedException {
    console.say("Otklik is up at " + server.baseUri() + " : press Ctrl-C to stop");
    server.awaitEnd();
    if (!ending.get()) {
      throw new LaunchException("The server ended by itself.", server.settings().log());
    }
  }

  private void stop(Otklik otklik) {
    if (ending.getAndSet(true)) {
      return;
    }
    console.say("Stopping the server and the database");
    try {
      otklik.close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.ERROR, "Stopping failed", e);
    }
  }

  private void endWithParent() {
    if (Boolean.getBoolean(WITH_PARENT)) {
      ProcessHandle.current()
          .parent()
          .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(FAILED)));
    }
  }
}
