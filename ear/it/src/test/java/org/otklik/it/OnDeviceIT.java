package org.otklik.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.FaceMovement;

/** The server's models in the browser. */
class OnDeviceIT {
  private static final int SECONDS = 12;

  /** Where the machine does much else, the models take seconds to load. */
  private static final int SLOW_MS = 120_000;

  private static final Path GOLDEN =
      Path.of("../../models/src/test/resources/org/otklik/vision/golden");

  /** What the build brought, where npm is. */
  private static final Path RUNTIME = Path.of("../../web/target/npm/packed/version");

  /** Values of 0..255 in the detector's input, as in GoldenTest. */
  private static final double SAME_INPUT = 0.255;

  /** Grey levels: the training's crops are not rounded. */
  private static final double SAME_LEVEL = 0.5 + 0.255;

  private static final double SAME_PX = 0.1;

  /** Processors round an INT8 model's sums differently, and WebAssembly as another one. */
  private static final double SAME_PROBABILITY = 0.03;

  /**
   * All that is asked of the page about the golden faces: what goes into each model, what comes out
   * of it, and the whole way on the device and by the server.
   */
  private static final String OBSERVE_FACES =
      """
      async (faces) => {
        const plan = JSON.parse(document.getElementById('camera').dataset.plan);
        const pipeline = window.otklikDevicePipeline;
        const models = await window.otklikDeviceModels.load(plan);
        const socket = new WebSocket(location.origin.replace('http', 'ws') + document.getElementById('camera').dataset.socket);
        await new Promise((done, failed) => { socket.onopen = done; socket.onerror = failed; });
        const answers = [];
        for (const face of faces) {
          const png = new Blob([Uint8Array.from(atob(face.png), (c) => c.charCodeAt(0))], {type: 'image/png'});
          const bitmap = await createImageBitmap(png);
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
          canvas.getContext('2d').drawImage(bitmap, 0, 0);
          const picture = canvas.getContext('2d').getImageData(0, 0, bitmap.width, bitmap.height);
          const tensor = pipeline.frameTensor(picture, plan.detector);
          const known = {box: face.box, landmarks: face.landmarks};
          const crop = pipeline.crop(picture, pipeline.faceSquare(known, picture, plan.classifier));
          let server;
          do {
            server = await new Promise((done) => { socket.onmessage = (event) => done(JSON.parse(event.data)); socket.send(png); });
          } while (server.isBusy);
          answers.push({
            shape: tensor.shape,
            tensor: Array.from(tensor.values.filter((any, at) => at % face.step === 0)),
            crop: Array.from(crop),
            ofCrop: (await models.classify([face.crop]))[0],
            device: await models.observe(picture),
            server: server.faces,
          });
        }
        socket.close();
        return JSON.stringify(answers);
      }
      """;

  @RegisterExtension
  static final Chromium chromium = Chromium.withCamera(() -> CameraVideo.draw(SECONDS));

  @BeforeAll
  static void isBrought() {
    boolean isThere = Files.exists(RUNTIME);
    String line = "SKIPPED: OnDeviceIT needs onnxruntime-web, which the build brings where npm is";
    if (!isThere) {
      System.err.println(line);
    }
    assumeTrue(isThere, line);
  }

  private static Page opened(String language, int widthPx, int heightPx) throws Exception {
    UserFixture reader = UserFixture.of("READER");
    Browser.NewContextOptions options =
        Chromium.options(language)
            .setPermissions(List.of("camera"))
            .setViewportSize(widthPx, heightPx);
    Page page = chromium.window(options);
    Chromium.signIn(page, reader.login(), reader.password());
    page.navigate("camera.xhtml?lang=" + language);
    return page;
  }

  @Test
  void goldenFacesHaveTheSameAnswersInJavaAndInThePage(TestReporter reporter) throws Exception {
    Page page = opened("en", 1280, 720);
    List<JsonObject> golden = golden();
    List<Map<String, Object>> asked = asked(golden);
    JsonArray answers = array((String) page.evaluate(OBSERVE_FACES, asked));
    assertEquals(golden.size(), answers.size());
    double furthest = 0;
    for (int i = 0; i < golden.size(); i++) {
      JsonObject face = golden.get(i);
      JsonObject answer = answers.getJsonObject(i);
      String name = face.getString("file");
      assertEquals(face.getJsonArray("tensorShape"), shape(answer), name);
      assertNear(face.getJsonArray("tensorValues"), answer.getJsonArray("tensor"), SAME_INPUT);
      assertNear(doubles(asked.get(i).get("exact")), answer.getJsonArray("crop"), SAME_LEVEL);
      assertEmotions(face, answer.getJsonObject("ofCrop"));
      List<JsonObject> device = faces(answer, "device");
      List<JsonObject> server = faces(answer, "server");
      assertEquals(1, device.size(), name);
      assertEquals(1, server.size(), name);
      JsonArray found = face.getJsonArray("found").getJsonObject(0).getJsonArray("box");
      assertNear(found, device.get(0).getJsonArray("box"), SAME_PX);
      assertNear(server.get(0).getJsonArray("box"), device.get(0).getJsonArray("box"), SAME_PX);
      furthest = Math.max(furthest, assertSame(server.get(0), device.get(0), name));
    }
    reporter.publishEntry(
        "%d golden faces: device and server differ by %.4f at most"
            .formatted(golden.size(), furthest));
  }

  @Test
  void imagesStayOnTheDevice(TestReporter reporter) throws Exception {
    Page page = opened("en", 1280, 720);
    List<Request> requests = new ArrayList<>();
    List<String> sockets = new ArrayList<>();
    page.onRequest(requests::add);
    page.onWebSocket(socket -> sockets.add(socket.url()));
    page.reload();
    assertFalse(requests.stream().anyMatch(OnDeviceIT::isDeviceFile), "fetched unasked");
    page.locator("[name=where][value=device]").check();
    page.locator("#keepScores").check();
    requests.clear();
    page.locator("#cameraStart").click();
    page.waitForFunction(
        "() => Number(document.querySelector('[data-emotion=HAPPINESS] .count').textContent) > 20",
        null,
        new Page.WaitForFunctionOptions().setTimeout(SLOW_MS));
    assertThat(page.locator("#cameraState"))
        .hasText("The camera is on; its images stay on this device.");
    assertThat(page.locator("#emotion")).not().isEmpty();
    Chromium.picture(page, "camera-on-device-1280");
    reporter.publishEntry(speed(page));
    Axe.assertNothingFound(page, "the camera on the device");

    Download download = page.waitForDownload(() -> page.locator("#saveScores").click());
    List<String> lines = Files.readAllLines(download.path());
    assertTrue(
        lines.stream().anyMatch(line -> line.matches("2\\S+Z,HAPPINESS(,[0-9.]+){7}")),
        lines::toString);
    List<String> fetched =
        requests.stream()
            .filter(OnDeviceIT::isDeviceFile)
            .map(one -> one.url().replaceFirst(".*[./]", ""))
            .sorted()
            .toList();
    assertEquals(List.of("mjs", "mjs", "onnx", "onnx", "wasm"), fetched);
    assertTrue(
        requests.stream().allMatch(one -> one.method().equals("GET") && one.postData() == null),
        () -> requests.stream().map(Request::url).collect(Collectors.joining(" ")));
    assertTrue(
        requests.stream().allMatch(one -> isDeviceFile(one) || one.url().startsWith("blob:")),
        () -> requests.stream().map(Request::url).collect(Collectors.joining(" ")));
    assertEquals(List.of(), sockets);

    // By the server from now on, and back.
    page.locator("[name=where][value=server]").check();
    assertEquals("The camera is on.", page.locator("#cameraState").textContent(), "at once");
    page.waitForCondition(() -> sockets.size() == 1);
    page.locator("[name=where][value=device]").check();
    page.waitForCondition(
        () -> page.locator("#cameraState").textContent().contains("stay on this device"),
        new Page.WaitForConditionOptions().setTimeout(SLOW_MS));
    page.locator("#cameraStop").click();
    assertThat(page.locator("#cameraState")).hasText("The camera is off.");
  }

  @Test
  void filesThatDoNotArriveAreToldAndTheServerIsThere() throws Exception {
    Page page = opened("ru", 360, 740);
    page.route("**/device/models/**", route -> route.abort());
    page.locator("[name=where][value=device]").check();
    page.locator("#cameraStart").click();
    assertThat(page.locator("#cameraState"))
        .hasText(
            "Модели не запустились в этом браузере. Попробуйте ещё раз или выберите сервер.",
            new LocatorAssertions.HasTextOptions().setTimeout(SLOW_MS));
    Chromium.picture(page, "camera-on-device-failed-360-ru");
    page.unroute("**/device/models/**");
    page.locator("#cameraStart").click();
    assertThat(page.locator("#cameraState"))
        .hasText(
            "Камера включена; изображения остаются на этом устройстве.",
            new LocatorAssertions.HasTextOptions().setTimeout(SLOW_MS));
    Chromium.picture(page, "camera-on-device-360-ru");
    int wide = (int) page.evaluate("document.documentElement.scrollWidth");
    assertTrue(wide <= 360, "wide: " + wide);
  }

  @Test
  void filesArePackedKeptForGoodAndForWhoIsSignedIn() throws Exception {
    Page page = opened("en", 1280, 720);
    String plan = page.locator("#camera").getAttribute("data-plan");
    JsonObject told = object(plan);
    String wasm = told.getString("runtime") + "ort-wasm-simd-threaded.wasm";
    APIResponse answer = page.request().get(wasm);
    assertEquals(200, answer.status());
    assertEquals("application/wasm", answer.headers().get("content-type"));
    assertEquals("br", answer.headers().get("content-encoding"));
    assertEquals("private, max-age=31536000, immutable", answer.headers().get("cache-control"));
    assertTrue(answer.body().length > 10_000_000, "unpacked: " + answer.body().length);
    APIResponse module = page.request().get(told.getString("runtime") + "ort.wasm.min.mjs");
    assertTrue(module.headers().get("content-type").startsWith("text/javascript"));
    String detector = told.getJsonObject("detector").getString("address");
    assertEquals("gzip", page.request().get(detector).headers().get("content-encoding"));
    RequestOptions plain = RequestOptions.create().setHeader("Accept-Encoding", "identity");
    APIResponse unpacked = page.request().get(detector, plain);
    assertTrue(detector.contains(sha256(unpacked.body())), detector);

    assertEquals(404, page.request().get(wasm.replaceFirst("runtime/.", "runtime/0a")).status());
    assertEquals(404, page.request().get("device/runtime/../version").status());
    page.context().clearCookies();
    RequestOptions asItIs = RequestOptions.create().setMaxRedirects(0);
    assertFalse(page.request().get(wasm, asItIs).ok());
  }

  @Test
  void onlyThePageThatRunsModelsMayCompileThem() throws Exception {
    Page page = opened("en", 1280, 720);
    assertTrue(
        policy(page, "camera.xhtml").contains("script-src 'self' 'wasm-unsafe-eval' 'nonce-"));
    String other = policy(page, "index.xhtml");
    assertTrue(other.contains("script-src 'self' 'nonce-"), other);
    assertFalse(other.contains("wasm"), other);
  }

  private static String policy(Page page, String address) {
    return page.request().get(address).headersArray().stream()
        .filter(header -> header.name.equalsIgnoreCase("Content-Security-Policy"))
        .map(header -> header.value)
        .collect(Collectors.joining("; "));
  }

  private static String sha256(byte[] content) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  private static boolean isDeviceFile(Request request) {
    return request.url().contains("/device/");
  }

  private static String speed(Page page) {
    double[] ms =
        ((List<?>) page.evaluate("otklikCameraDelays()"))
            .stream().mapToDouble(one -> ((Number) one).doubleValue()).sorted().toArray();
    return "On the device: %d images, median %.0f ms, p95 %.0f ms an image"
        .formatted(ms.length, ms[ms.length / 2], ms[(int) (0.95 * ms.length)]);
  }

  private static List<JsonObject> golden() throws IOException {
    return object(Files.readString(GOLDEN.resolve("golden.json")))
        .getJsonArray("faces")
        .getValuesAs(JsonValue::asJsonObject);
  }

  private static List<Map<String, Object>> asked(List<JsonObject> golden) throws IOException {
    FloatBuffer crops =
        ByteBuffer.wrap(Files.readAllBytes(GOLDEN.resolve("crops.f32")))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    int step = object(Files.readString(GOLDEN.resolve("golden.json"))).getInt("tensorStep");
    int pixels = crops.capacity() / golden.size();
    List<Map<String, Object>> asked = new ArrayList<>();
    for (int i = 0; i < golden.size(); i++) {
      List<Double> exact = new ArrayList<>();
      List<Double> levels = new ArrayList<>();
      for (int pixel = 0; pixel < pixels; pixel++) {
        exact.add(crops.get(i * pixels + pixel) * 255.0);
        levels.add(Math.rint(exact.get(pixel)));
      }
      Map<String, Object> face = new HashMap<>();
      byte[] png = Files.readAllBytes(GOLDEN.resolve(golden.get(i).getString("file")));
      face.put("png", Base64.getEncoder().encodeToString(png));
      face.put("step", step);
      face.put("box", doubles(golden.get(i).getJsonArray("box")));
      face.put("landmarks", doubles(golden.get(i).getJsonArray("landmarks")));
      face.put("exact", exact);
      face.put("crop", levels);
      asked.add(face);
    }
    return asked;
  }

  private static void assertEmotions(JsonObject golden, JsonObject seen) {
    for (Emotion emotion : Emotion.values()) {
      double expected =
          golden.getJsonArray("probabilities").getJsonNumber(emotion.ordinal()).doubleValue();
      assertEquals(expected, number(seen, "emotions", emotion.name()), SAME_PROBABILITY);
    }
    for (FaceMovement movement : FaceMovement.values()) {
      double expected =
          golden.getJsonArray("movements").getJsonNumber(movement.ordinal()).doubleValue();
      assertEquals(expected, number(seen, "movements", movement.name()), SAME_PROBABILITY);
    }
  }

  /** The greatest difference. */
  private static double assertSame(JsonObject server, JsonObject device, String name) {
    double furthest = 0;
    for (Emotion emotion : Emotion.values()) {
      double one = number(server, "emotions", emotion.name());
      double other = number(device, "emotions", emotion.name());
      assertEquals(one, other, SAME_PROBABILITY, name + " " + emotion);
      furthest = Math.max(furthest, Math.abs(one - other));
    }
    for (String group : server.getJsonObject("groups").keySet()) {
      double one = number(server, "groups", group);
      assertEquals(one, number(device, "groups", group), SAME_PROBABILITY, name + " " + group);
    }
    return furthest;
  }

  private static double number(JsonObject face, String of, String key) {
    return face.getJsonObject(of).getJsonNumber(key).doubleValue();
  }

  private static JsonArray shape(JsonObject answer) {
    return Json.createArrayBuilder(answer.getJsonArray("shape")).remove(0).build();
  }

  private static List<JsonObject> faces(JsonObject answer, String by) {
    return answer.getJsonArray(by).getValuesAs(JsonValue::asJsonObject);
  }

  private static void assertNear(JsonArray expected, JsonArray seen, double tolerance) {
    assertNear(doubles(expected), seen, tolerance);
  }

  private static void assertNear(List<Double> expected, JsonArray seen, double tolerance) {
    assertEquals(expected.size(), seen.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i), seen.getJsonNumber(i).doubleValue(), tolerance, "value " + i);
    }
  }

  private static List<Double> doubles(JsonArray values) {
    return values.getValuesAs(JsonNumber::doubleValue);
  }

  @SuppressWarnings("unchecked")
  private static List<Double> doubles(Object exact) {
    return (List<Double>) exact;
  }

  private static JsonObject object(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  private static JsonArray array(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readArray();
    }
  }
}
