package org.otklik.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.demo.DemoManifest.ViewerVideo;
import org.otklik.platform.Console;

/** Against a server whose answers are those of Otklik where something fails. */
class DemoTest {
  @TempDir Path folder;

  private HttpServer server;
  private String summaryState = "READY";
  private int reports;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    String state = path.endsWith("/reports/ru") ? "FAILED" : "COMPLETED";
    String json;
    if (path.endsWith("/viewings")) {
      json = "[{\"state\":\"COMPLETED\",\"progress\":1.0,\"framesSampled\":10}]";
    } else if (path.endsWith("/reports")) {
      json = "{\"id\":\"" + (reports++ == 0 ? "en" : "ru") + "\"}";
    } else if (path.endsWith("/file")) {
      json = "a report";
    } else {
      json =
          "{\"id\":\"1\",\"settled\":%s,\"summaryState\":\"%s\",\"state\":\"%s\"}"
              .formatted(!summaryState.equals("FAILED"), summaryState, state);
    }
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(
        exchange.getRequestMethod().equals("POST") ? 201 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void reportThatFailsLeavesThePortalAndTheOtherReport() throws Exception {
    DemoResult result = demo().run();
    assertEquals(List.of(folder.resolve("otklik-report-en.pdf")), result.reports());
    assertEquals(List.of("The report (ru) could not be made."), result.problems());
  }

  @Test
  void figuresThatFailLeaveThePortal() throws Exception {
    summaryState = "FAILED";
    DemoResult result = demo().run();
    assertEquals(List.of(), result.reports());
    assertEquals(List.of("The analysed recordings could not be summarised."), result.problems());
  }

  private Demo demo() throws IOException {
    Path video = Files.writeString(folder.resolve("v.mp4"), "a video");
    DemoMedia media =
        new DemoMedia("Demo", true, "Ad", video, List.of(new ViewerVideo("V1", Map.of(), video)));
    DemoOptions options =
        new DemoOptions(folder, Optional.empty(), List.of(), true, 1, Optional.empty());
    URI portal = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    Console console = new Console(new PrintStream(new ByteArrayOutputStream(), true));
    return new Demo(options, media, portal, DemoUser.random(), console);
  }
}
