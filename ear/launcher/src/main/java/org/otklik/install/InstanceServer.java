package org.otklik.install;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.otklik.launcher.ServerSettings;
import org.otklik.platform.FreePorts;
import org.otklik.platform.LaunchException;

/** How an instance's settings become those of the server. */
record InstanceServer(Distribution distribution, Instance instance, InstanceSettings settings) {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int MIN_MEMORY_MIB = 512;
  private static final int MAX_MEMORY_MIB = 65_536;

  /** What the launcher gives to the server by itself. */
  private static final List<String> OWN =
      List.of(
          "otklik.db.url",
          "otklik.db.batch-url",
          "otklik.db.user",
          "otklik.db.password",
          "otklik.db.password-file",
          "otklik.db.owner-password",
          "otklik.db.owner-password-file",
          "jboss.node.name",
          "otklik.run.id");

  /**
   * @throws LaunchException when a port is taken or a setting is wrong
   */
  ServerSettings forStart() throws IOException {
    int port = settings.port("otklik.http.port", 8080);
    requireFree("otklik.http.port", port);
    int memory = settings.number("otklik.server.memory-mib", 1024, MIN_MEMORY_MIB, MAX_MEMORY_MIB);
    ServerSettings byDefault =
        ServerSettings.of(distribution.server(), instance.server(), distribution.ear());
    return new ServerSettings(
        byDefault.home(),
        byDefault.folder(),
        byDefault.ear(),
        settings.text("jboss.node.name").orElse(byDefault.nodeName()),
        port,
        byDefault.managementPort(),
        byDefault.batchThreads(),
        List.of("-Xmx" + memory + "m"),
        properties());
  }

  private Map<String, String> properties() throws IOException {
    Map<String, String> properties = new TreeMap<>(settings.all());
    properties.keySet().removeAll(OWN);
    properties.put("jboss.bind.address", isTls() ? LOOPBACK : address());
    properties.put("otklik.http.address", address());
    if (isTls()) {
      int port = httpsPort();
      requireFree("otklik.https.port", port);
      Path keys = Path.of(settings.text("otklik.https.key-store").orElseThrow()).toAbsolutePath();
      if (!Files.isReadable(keys)) {
        throw new LaunchException("The key store cannot be read: " + keys);
      }
      properties.put("otklik.https.key-store", keys.toString());
      properties.put("otklik.https.port", Integer.toString(port));
      properties.put(
          "otklik.https.key-store-password",
          settings.requiredSecret("otklik.https.key-store-password", "otklik.https.key-store"));
    }
    if (Files.exists(instance.setUpCode()) && settings.secret("otklik.setup.code").isEmpty()) {
      properties.put("otklik.setup.code-file", instance.setUpCode().toString());
    }
    return properties;
  }

  private static void requireFree(String name, int port) throws LaunchException {
    if (!FreePorts.isFree(port)) {
      throw new LaunchException(
          "Port "
              + port
              + " is taken by another program: stop that, or set "
              + name
              + " to another port.");
    }
  }

  /** Where people find the portal; without a slash at its end. */
  URI portal() throws LaunchException {
    if (settings.text("otklik.portal.url").isPresent()) {
      return URI.create(settings.text("otklik.portal.url").get().replaceFirst("/$", ""));
    }
    String host = address().equals("0.0.0.0") ? "localhost" : address();
    return URI.create(
        isTls()
            ? "https://" + host + ":" + httpsPort()
            : "http://" + host + ":" + settings.port("otklik.http.port", 8080));
  }

  /** Where this machine reaches it, whatever its name. */
  URI local() throws LaunchException {
    String host = isTls() || address().equals("0.0.0.0") ? LOOPBACK : address();
    return URI.create("http://" + host + ":" + settings.port("otklik.http.port", 8080));
  }

  /** The folder of videos, images and reports. */
  Path media() {
    return settings
        .text("otklik.media.dir")
        .map(Path::of)
        .orElse(instance.server().resolve("media"))
        .toAbsolutePath();
  }

  private String address() {
    return settings.text("otklik.http.address").orElse(LOOPBACK);
  }

  private int httpsPort() throws LaunchException {
    return settings.port("otklik.https.port", 8443);
  }

  private boolean isTls() {
    return settings.text("otklik.https.key-store").isPresent();
  }
}
