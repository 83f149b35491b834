package org.otklik.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.otklik.platform.Platform;

/** How the server's Java is called; the password is in the properties file, never here. */
public final class ServerCommand {
  /** From WildFly's bin/common.sh, where the reason for each is told. */
  private static final List<String> MODULE_OPTIONS =
      List.of(
          "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
          "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
          "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
          "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
          "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
          "--add-opens=java.base/java.io=ALL-UNNAMED",
          "--add-opens=java.base/java.net=ALL-UNNAMED",
          "--add-opens=java.base/java.security=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.management/javax.management=ALL-UNNAMED",
          "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

  private static final int JAVA_THAT_WARNS_OF_NATIVE_ACCESS = 24;

  private final ServerSettings settings;

  public ServerCommand(ServerSettings settings) {
    this.settings = settings;
  }

  /** Options of the Java machine, the instance's folder and ports among them. */
  public List<String> javaOptions() {
    Path folder = settings.folder();
    List<String> options = new ArrayList<>(MODULE_OPTIONS);
    // A video's frames are half a megabyte each: G1 marks for them without end, which takes as long
    // as the models do (docs/decisions/0033).
    options.add("-XX:+UseParallelGC");
    options.add("-XX:+ExitOnOutOfMemoryError");
    options.add("-XX:ErrorFile=" + folder.resolve("log/java-crash-%p.log"));
    if (Runtime.version().feature() >= JAVA_THAT_WARNS_OF_NATIVE_ACCESS) {
      options.add("--enable-native-access=ALL-UNNAMED");
      options.add("--sun-misc-unsafe-memory-access=allow");
    }
    options.add("-Djava.awt.headless=true");
    options.add("-Djava.net.preferIPv4Stack=true");
    options.add("-Dfile.encoding=UTF-8");
    options.add("-Djava.io.tmpdir=" + folder.resolve("tmp/java"));
    options.add("-Djboss.modules.system.pkgs=org.jboss.byteman");
    // Seconds that WildFly waits for a deployment at its start (its default is 300): whoever waits
    // for the server looks at its logs instead.
    options.add("-Djboss.as.management.blocking.timeout=7200");
    options.add("-Djboss.node.name=" + settings.nodeName());
    options.add("-Djboss.tx.node.id=" + settings.nodeName());
    options.add("-Djboss.http.port=" + settings.httpPort());
    options.add("-Djboss.management.http.port=" + settings.managementPort());
    options.add("-Djboss.server.base.dir=" + folder);
    options.add("-Djboss.server.log.dir=" + settings.log().getParent());
    options.addAll(settings.javaOptions());
    return options;
  }

  /** Arguments of the server itself. */
  public List<String> serverArguments() {
    List<String> arguments = new ArrayList<>();
    arguments.add("-P=" + settings.propertiesFile().toUri());
    if (settings.isTls()) {
      arguments.add("--yaml=" + settings.tlsConfiguration());
    }
    return arguments;
  }

  /**
   * The whole command with its arguments in a file: ONNX Runtime 1.29 crashes in a process whose
   * command line is longer than 4,096 bytes, and deep folders make ours that long.
   */
  List<String> throughArgumentFile() throws IOException {
    return List.of(Platform.java().toString(), argumentFile(arguments(), "server.arguments"));
  }

  /** The options of {@link #javaOptions()} as one argument, for a server that another starts. */
  public String javaOptionsInFile() throws IOException {
    return argumentFile(javaOptions(), "java-options.arguments");
  }

  /** See "java Command-Line Argument Files" in the JDK's tool reference. */
  private String argumentFile(List<String> arguments, String name) throws IOException {
    Path file = settings.folder().resolve("tmp").resolve(name);
    Files.write(
        file,
        arguments.stream()
            .map(one -> '"' + one.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
            .toList());
    return "@" + file;
  }

  private List<String> arguments() {
    Path home = settings.home();
    List<String> command = new ArrayList<>();
    command.addAll(javaOptions());
    command.add("-Djboss.home.dir=" + home);
    command.add("-Dorg.jboss.boot.log.file=" + settings.log());
    command.add(
        "-Dlogging.configuration="
            + settings.folder().resolve("configuration/logging.properties").toUri());
    command.add("-jar");
    command.add(home.resolve("jboss-modules.jar").toString());
    command.add("-mp");
    command.add(home.resolve("modules").toString());
    command.add("org.jboss.as.standalone");
    command.addAll(serverArguments());
    return command;
  }
}
