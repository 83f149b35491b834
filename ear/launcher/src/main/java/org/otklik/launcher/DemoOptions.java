package org.otklik.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.otklik.platform.LaunchException;

/**
 * What {@code mvn -Pdemo} was asked to do.
 *
 * @param folder everything the demo keeps and writes
 * @param ad one's own ad, else the synthetic one
 * @param recordings one's own recordings, else the synthetic viewers
 * @param exit end after the report instead of waiting for Ctrl-C
 * @param port where the portal should be; the next free one is taken when it is not free
 * @param mail a mail server for schedules, as host:port; without encryption and sign-in, as those
 *     that catch mail for tests are
 */
record DemoOptions(
    Path folder,
    Optional<Path> ad,
    List<Path> recordings,
    boolean exit,
    int port,
    Optional<String> mail) {
  private static final int MAX_PORT = 65_535;

  /** Reads the system properties {@code demo.*}; an empty one counts as absent. */
  static DemoOptions fromSystemProperties() throws LaunchException {
    Path folder = Path.of(text("demo.folder").orElse("target/demo")).toAbsolutePath().normalize();
    Optional<Path> ad = text("demo.ad").map(Path::of);
    List<Path> recordings =
        text("demo.recordings").stream()
            .flatMap(list -> Arrays.stream(list.split(",")))
            .map(String::trim)
            .filter(name -> !name.isEmpty())
            .map(Path::of)
            .toList();
    requireFile("demo.ad", ad.stream().toList());
    requireFile("demo.recordings", recordings);
    if (ad.isPresent() == recordings.isEmpty()) {
      throw new LaunchException("Give both -Ddemo.ad and -Ddemo.recordings, or neither.");
    }
    boolean exit = text("demo.exit").map(DemoOptions::yesOrNo).orElse(false);
    return new DemoOptions(folder, ad, recordings, exit, wishedPort(), mailServer());
  }

  /** The server's properties that the options ask for. */
  ServerSettings on(ServerSettings settings) {
    return mail.map(address -> withMail(settings, address.split(":"))).orElse(settings);
  }

  private static ServerSettings withMail(ServerSettings settings, String[] hostAndPort) {
    return settings
        .with("otklik.mail.host", hostAndPort[0])
        .with("otklik.mail.port", hostAndPort[1])
        .with("otklik.mail.security", "NONE")
        .with("otklik.mail.from", "otklik@localhost")
        .with("otklik.first-user.email", "demo@localhost")
        .with("otklik.portal.url", "http://127.0.0.1:" + settings.httpPort());
  }

  private static Optional<String> mailServer() throws LaunchException {
    Optional<String> mail = text("demo.mail");
    if (mail.isPresent() && !mail.get().matches("[A-Za-z0-9.-]+:\\d{1,5}")) {
      throw new LaunchException("-Ddemo.mail=" + mail.get() + " is no HOST:PORT.");
    }
    return mail;
  }

  private static Optional<String> text(String property) {
    return Optional.ofNullable(System.getProperty(property))
        .map(String::trim)
        .filter(value -> !value.isEmpty());
  }

  /** {@code -Ddemo.exit} alone means true, as everywhere in Maven. */
  private static boolean yesOrNo(String value) {
    return value.equalsIgnoreCase("true");
  }

  private static int wishedPort() throws LaunchException {
    String wished = text("demo.port").orElse("8080");
    if (wished.matches("\\d{1,5}")) {
      int port = Integer.parseInt(wished);
      if (port > 0 && port <= MAX_PORT) {
        return port;
      }
    }
    throw new LaunchException("-Ddemo.port=" + wished + " is no port: use 1 to 65535.");
  }

  private static void requireFile(String property, List<Path> files) throws LaunchException {
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new LaunchException("-D" + property + ": there is no file " + file + ".");
      }
      if (!Files.isReadable(file)) {
        throw new LaunchException("-D" + property + ": " + file + " cannot be read.");
      }
    }
  }
}
