package org.otklik.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.otklik.platform.FreePorts;

/**
 * One server instance. The same settings given again mean the same instance: its data go on.
 *
 * @param home the provisioned server ({@link ServerProvisioner#provision()}); only read
 * @param folder everything this instance writes: configuration, data, logs, media
 * @param ear the application
 * @param nodeName told apart in the batch repository and in transactions
 * @param batchThreads three more than long jobs at a time: one is for quick ones, one for short
 *     jobs, JBeret keeps one free
 * @param javaOptions of the Java machine, beside those of {@link ServerCommand}
 * @param properties further system properties of the server
 */
public record ServerSettings(
    Path home,
    Path folder,
    Path ear,
    String nodeName,
    int httpPort,
    int managementPort,
    int batchThreads,
    List<String> javaOptions,
    Map<String, String> properties) {
  private static final String LOOPBACK = "127.0.0.1";

  public ServerSettings {
    folder = folder.toAbsolutePath().normalize();
    javaOptions = List.copyOf(javaOptions);
    properties = Map.copyOf(properties);
  }

  /** The built EAR on free ports, with one long job a core at a time (at least two). */
  public static ServerSettings of(BuildLayout layout, Path folder) throws IOException {
    return of(layout.server(), folder, layout.ear());
  }

  /** The same of any server and EAR. */
  public static ServerSettings of(Path home, Path folder, Path ear) throws IOException {
    return new ServerSettings(
        home,
        folder,
        ear,
        "otklik",
        FreePorts.any(),
        FreePorts.any(),
        Math.max(2, Runtime.getRuntime().availableProcessors()) + 3,
        List.of("-Xmx1g"),
        Map.of());
  }

  public ServerSettings withHttpPort(int port) {
    return new ServerSettings(
        home, folder, ear, nodeName, port, managementPort, batchThreads, javaOptions, properties);
  }

  /** So many threads for jobs; see {@code otklik.batch.threads}. */
  public ServerSettings withBatchThreads(int threads) {
    return new ServerSettings(
        home, folder, ear, nodeName, httpPort, managementPort, threads, javaOptions, properties);
  }

  /** Adds options of the Java machine. */
  public ServerSettings withJavaOptions(List<String> further) {
    List<String> all = new ArrayList<>(javaOptions);
    all.addAll(further);
    return new ServerSettings(
        home, folder, ear, nodeName, httpPort, managementPort, batchThreads, all, properties);
  }

  /** Adds a system property of the server, such as one that slows a job down for a test. */
  public ServerSettings with(String property, String value) {
    Map<String, String> more = new TreeMap<>(properties);
    more.put(property, value);
    return new ServerSettings(
        home, folder, ear, nodeName, httpPort, managementPort, batchThreads, javaOptions, more);
  }

  /** The server's own log, everything at INFO and above. */
  public Path log() {
    return folder.resolve("log/server.log");
  }

  /** The address that the server listens on; one of this machine. */
  String address() {
    String bound = properties.getOrDefault("jboss.bind.address", LOOPBACK);
    return bound.equals("0.0.0.0") ? LOOPBACK : bound;
  }

  /** Where uploaded videos lie. */
  public Path media() {
    return folder.resolve("media");
  }

  /** Where pictures may lie that are looked at in place, in a folder of each client's code. */
  public Path inbox() {
    return folder.resolve("inbox");
  }

  /** What the Java machine wrote to its standard output, stack traces of crashes included. */
  Path consoleLog() {
    return folder.resolve("log/console.log");
  }

  Path deployments() {
    return folder.resolve("deployments");
  }

  /** Whether the portal answers by TLS, too. */
  boolean isTls() {
    return properties.containsKey("otklik.https.key-store");
  }

  /** Whether each line of the server's log is an object of JSON. */
  boolean isLogJson() {
    return JsonLog.VALUE.equals(properties.get(JsonLog.PROPERTY));
  }

  /** What is added to the server's configuration for TLS. */
  Path tlsConfiguration() {
    return folder.resolve("configuration/otklik-tls.yml");
  }

  /** The properties file with the password in it. */
  Path propertiesFile() {
    return folder.resolve("otklik.properties");
  }
}
