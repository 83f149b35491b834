package org.otklik.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.otklik.platform.Console;
import org.otklik.platform.FileTrees;
import org.otklik.platform.FolderLock;
import org.otklik.platform.LaunchException;
import org.otklik.platform.Platform;

/**
 * Makes the server's home out of WildFly's zip: our modules, our configuration, the models and the
 * decoder's jars. Done once for the same inputs; a kill in the middle leaves nothing that a later
 * run would take for a whole server.
 */
public final class ServerProvisioner {
  static final String NATIVES = "org.otklik.natives";

  private static final String OBJECT_STORE = "org.otklik.object-store";

  private static final String SCRIPT = "configure-server.cli";

  /** To be raised when this class makes another server from the same inputs. */
  private static final String RECIPE = "1";

  private static final long MIN_FREE_BYTES = 1L << 30;

  private final BuildLayout layout;
  private final Console console;

  public ServerProvisioner(BuildLayout layout, Console console) {
    this.layout = layout;
    this.console = console;
  }

  /**
   * Provides the server, and brings models, demo and decoder in it up to date.
   *
   * @return its home
   */
  public Path provision() throws IOException, InterruptedException {
    Path home = layout.server();
    try (FolderLock lock = FolderLock.await(layout.folder().resolve("server.lock"))) {
      String inputs = console.step("Checking the server's parts", this::hashOfInputs);
      if (!inputs.equals(madeFrom(home))) {
        make(home, inputs);
      }
      FileTrees.mirror(layout.models(), home.resolve("otklik/models"));
      FileTrees.mirror(layout.demo(), home.resolve("otklik/demo"));
      FileTrees.mirror(layout.decoder(), home.resolve("otklik/decoder"));
    }
    return home;
  }

  private String hashOfInputs() throws IOException {
    List<Path> inputs = new ArrayList<>(layout.nativeJars());
    inputs.addAll(layout.objectStoreJars());
    inputs.add(layout.jdbcDriver());
    inputs.add(layout.wildflyZip());
    return FileTrees.hash(inputs, RECIPE, script());
  }

  private static String madeFrom(Path home) throws IOException {
    Path mark = home.resolve("otklik/made-from.sha256");
    return Files.exists(mark) ? Files.readString(mark) : "";
  }

  private void make(Path home, String inputs) throws IOException, InterruptedException {
    requireSpace();
    Path fresh = home.resolveSibling("server.new");
    FileTrees.delete(fresh);
    Files.createDirectories(fresh);
    console.step(
        "Unpacking " + layout.wildflyZip().getFileName(),
        () -> ZipArchive.unpackWithoutTopFolder(layout.wildflyZip(), fresh));
    console.step(
        "Adding database driver, native libraries and the object store's client",
        () -> addModules(fresh));
    console.step("Configuring the server", () -> configure(fresh));
    Files.createDirectories(fresh.resolve("otklik"));
    Files.writeString(fresh.resolve("otklik/made-from.sha256"), inputs);
    FileTrees.replace(fresh, home);
  }

  private void requireSpace() throws IOException {
    long free = layout.folder().toFile().getUsableSpace();
    if (free < MIN_FREE_BYTES) {
      throw new LaunchException(
          "Only "
              + (free >> 20)
              + " MiB are free on the disk of "
              + layout.folder()
              + "; the server needs 1024 MiB.");
    }
  }

  private Void addModules(Path home) throws IOException {
    List<String> driverNeeds = List.of("java.se", "jakarta.transaction.api");
    new ServerModule("org.postgresql", List.of(layout.jdbcDriver()), driverNeeds).install(home);
    List<String> nativesNeed = List.of("java.se", "jdk.unsupported");
    new ServerModule(NATIVES, layout.nativeJars(), nativesNeed).install(home);
    List<String> storeNeeds = List.of("java.se", "jdk.unsupported", "org.slf4j");
    new ServerModule(OBJECT_STORE, layout.objectStoreJars(), storeNeeds).install(home);
    return null;
  }

  private Void configure(Path home) throws IOException, InterruptedException {
    Path script = home.resolve(SCRIPT);
    Files.writeString(script, script());
    Path log = layout.folder().resolve("server-configuration.log");
    ProcessBuilder cli =
        new ProcessBuilder(
                Platform.java().toString(),
                "-Xmx512m",
                "-Djboss.home.dir=" + home,
                "-Djboss.modules.system.pkgs=com.sun.java.swing",
                "-Dlogging.configuration="
                    + home.resolve("bin/jboss-cli-logging.properties").toUri(),
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                "org.jboss.as.cli",
                "--file=" + script)
            .directory(layout.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    cli.environment().put("JBOSS_HOME", home.toString());
    runToItsEnd(cli, log);
    quietenBoot(home.resolve("standalone/configuration/logging.properties"));
    for (String left : List.of("configuration/standalone_xml_history", "data", "log", "tmp")) {
      FileTrees.delete(home.resolve("standalone").resolve(left));
    }
    return null;
  }

  /** Until its logging subsystem is up, the server logs by this file: the same rules hold there. */
  private static void quietenBoot(Path file) throws IOException {
    String boot = Files.readString(file);
    Files.writeString(
        file,
        boot.replace("formatter=COLOR-PATTERN", "formatter=PATTERN")
            .replace("org.jboss.as.config.level=DEBUG", "org.jboss.as.config.level=INFO"));
  }

  private static void runToItsEnd(ProcessBuilder cli, Path log)
      throws IOException, InterruptedException {
    Process process = cli.start();
    process.getOutputStream().close();
    Thread stopWithUs = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(stopWithUs);
    int status = process.waitFor();
    Runtime.getRuntime().removeShutdownHook(stopWithUs);
    if (status != 0) {
      throw new LaunchException("The server could not be configured.", log);
    }
  }

  private static String script() throws IOException {
    try (InputStream in = ServerProvisioner.class.getResourceAsStream(SCRIPT)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
