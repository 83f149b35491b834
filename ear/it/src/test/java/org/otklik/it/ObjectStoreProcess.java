package org.otklik.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.otklik.platform.FreePorts;
import org.otklik.platform.Platform;
import org.otklik.platform.StopSignal;

/** An object store of Adobe (S3Mock) as a process that may be killed, and keeps its objects. */
final class ObjectStoreProcess implements AutoCloseable {
  static final String BUCKET = "otklik-media";

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");

  private final Path folder;
  private final int port;
  private final int tlsPort;
  private Process process;

  private ObjectStoreProcess(Path folder) throws IOException {
    this.folder = folder;
    this.port = FreePorts.any();
    this.tlsPort = FreePorts.any();
  }

  /** One with an empty bucket. */
  static ObjectStoreProcess start() throws IOException, InterruptedException {
    ObjectStoreProcess store = new ObjectStoreProcess(TestGround.newFolder("s3mock"));
    store.startAgain();
    if (store.ask("PUT", BUCKET).statusCode() != 200) {
      throw new IOException("S3Mock makes no bucket");
    }
    return store;
  }

  /** The same on what it has kept. */
  void startAgain() throws IOException {
    Path files = Files.createDirectories(folder.resolve("tmp"));
    process =
        new ProcessBuilder(
                Platform.java().toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + files,
                "-jar",
                "target/s3mock/s3mock.jar",
                "--server.address=127.0.0.1",
                "--server.port=" + tlsPort,
                "--http.port=" + port,
                "--com.adobe.testing.s3mock.store.root=" + folder.resolve("objects"),
                "--com.adobe.testing.s3mock.store.retain-files-on-exit=true")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
            .start();
    TestGround.guard().watch(process.toHandle(), StopSignal.TERM);
    await("S3Mock")
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> ask("GET", "").statusCode() == 200);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  void kill() throws IOException {
    TestGround.guard().forget(process.toHandle());
    process.destroyForcibly().onExit().join();
  }

  /** Of all objects. */
  Set<String> keys() throws IOException, InterruptedException {
    Matcher keys = KEY.matcher(ask("GET", BUCKET + "?list-type=2").body());
    Set<String> found = new TreeSet<>();
    while (keys.find()) {
      found.add(keys.group(1));
    }
    return found;
  }

  private HttpResponse<String> ask(String method, String path)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(address().resolve("/" + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() throws IOException {
    kill();
  }
}
