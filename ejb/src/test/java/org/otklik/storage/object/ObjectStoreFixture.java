package org.otklik.storage.object;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An object store of Adobe (S3Mock) in a process of its own, one for a Java machine's tests. */
final class ObjectStoreFixture {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static ObjectStoreFixture current;

  private final int port;

  private ObjectStoreFixture(int port) {
    this.port = port;
  }

  static synchronized ObjectStoreFixture running() throws IOException, InterruptedException {
    if (current == null) {
      current = start();
    }
    return current;
  }

  private static ObjectStoreFixture start() throws IOException, InterruptedException {
    int port = freePort();
    Path files = Files.createTempDirectory("s3mock-");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + files,
                "-jar",
                "target/s3mock/s3mock.jar",
                "--server.address=127.0.0.1",
                "--server.port=" + freePort(), // that of TLS
                "--http.port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(files.resolve("s3mock.log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, files)));
    Instant limit = Instant.now().plus(PATIENCE);
    ObjectStoreFixture store = new ObjectStoreFixture(port);
    while (!store.answers()) {
      if (!process.isAlive() || Instant.now().isAfter(limit)) {
        throw new IOException(
            "S3Mock does not answer: " + Files.readString(files.resolve("s3mock.log")));
      }
      Thread.sleep(100);
    }
    return store;
  }

  /** Its files are not those of any folder that JUnit deletes. */
  private static void end(Process process, Path files) {
    process.destroyForcibly().onExit().join();
    try (var all = Files.walk(files)) {
      List<Path> deepest = all.sorted(java.util.Comparator.reverseOrder()).toList();
      for (Path file : deepest) {
        Files.delete(file);
      }
    } catch (IOException e) {
      System.getLogger(ObjectStoreFixture.class.getName())
          .log(System.Logger.Level.WARNING, "Files of S3Mock are left", e);
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  private boolean answers() throws InterruptedException {
    try {
      return ask("GET", "").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  void createBucket(String name) throws IOException, InterruptedException {
    HttpResponse<String> answer = ask("PUT", name);
    if (answer.statusCode() != 200) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
  }

  /** Of all objects. */
  Set<String> keys(String bucket) throws IOException {
    return found(bucket + "?list-type=2", "<Key>([^<]*)</Key>");
  }

  /** Of all uploads that were never completed. */
  Set<String> openUploads(String bucket) throws IOException {
    return found(bucket + "?uploads=", "<UploadId>([^<]*)</UploadId>");
  }

  private Set<String> found(String path, String pattern) throws IOException {
    try {
      Matcher matcher = Pattern.compile(pattern).matcher(ask("GET", path).body());
      Set<String> found = new TreeSet<>();
      while (matcher.find()) {
        found.add(matcher.group(1));
      }
      return found;
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private HttpResponse<String> ask(String method, String path)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
