package org.otklik.it;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import org.otklik.launcher.RestClient;

/** A study, and requests as its viewers' pages send them: without any sign-in. */
final class StudyFixture {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final int PART_BYTES = 192 << 10;

  private final RestClient analyst;
  private final JsonObject study;

  private StudyFixture(RestClient analyst, JsonObject study) {
    this.analyst = analyst;
    this.study = study;
  }

  /** A study of these creatives; more of it may be given. */
  static StudyFixture create(
      RestClient analyst, String campaign, List<String> creatives, JsonObjectBuilder more)
      throws IOException, InterruptedException {
    return new StudyFixture(
        analyst, analyst.post("campaigns/" + campaign + "/studies", request(creatives, more)));
  }

  static JsonObject request(List<String> creatives, JsonObjectBuilder more) {
    JsonArrayBuilder shown = Json.createArrayBuilder();
    creatives.forEach(shown::add);
    return more.add("name", "Study")
        .add("creatives", shown)
        .add("consentEn", "Your face is recorded.")
        .add("consentRu", "Ваше лицо записывается.")
        .build();
  }

  String id() {
    return study.getString("id");
  }

  String link() {
    return study.getString("link");
  }

  String code() {
    return link().replaceAll(".*link=", "");
  }

  /** The same study by a personal link. */
  StudyFixture by(String linkCode) {
    return new StudyFixture(
        analyst,
        Json.createObjectBuilder(study).add("link", link().replace(code(), linkCode)).build());
  }

  JsonObject viewers() throws IOException, InterruptedException {
    return analyst.object("studies/" + id()).getJsonObject("viewers");
  }

  /** SHA-256 of the English text. */
  String consent() {
    return study.getJsonArray("consent").stream()
        .map(text -> text.asJsonObject())
        .filter(text -> text.getString("language").equals("en"))
        .findFirst()
        .orElseThrow()
        .getString("sha256");
  }

  /** As a page does it. */
  static HttpResponse<String> ask(String method, String path, String contentType, byte[] body)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(TestGround.portal().resolve("/api/v1/" + path))
            .header("Content-Type", contentType)
            .header("Accept-Language", "en")
            .method(method, BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofString());
  }

  static HttpResponse<String> ask(String method, String path, JsonObjectBuilder body)
      throws IOException, InterruptedException {
    byte[] content = body == null ? new byte[0] : body.build().toString().getBytes("UTF-8");
    return ask(method, path, "application/json", content);
  }

  /** The status of what anybody gets who has the address. */
  static int opened(String address) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
        .statusCode();
  }

  static JsonObject object(HttpResponse<String> answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }

  HttpResponse<String> begin() throws IOException, InterruptedException {
    return ask(
        "POST",
        "study-links/" + code() + "/participations",
        Json.createObjectBuilder()
            .add("language", "en")
            .add("parameters", Json.createObjectBuilder().add("pid", "a b&c")));
  }

  /** A viewer who has agreed; gives the secret. */
  String agreed() throws IOException, InterruptedException {
    String token = object(begin()).getString("token");
    ask(
        "POST",
        "participations/" + token + "/consent",
        Json.createObjectBuilder().add("textSha256", consent()).add("isOldEnough", true));
    return token;
  }

  static HttpResponse<String> part(String capture, long offset, byte[] content)
      throws IOException, InterruptedException {
    return ask("POST", capture + "/parts?offset=" + offset, "application/octet-stream", content);
  }

  /** Begins a recording; gives its path. */
  static String beginCapture(String token, String creative)
      throws IOException, InterruptedException {
    String captures = "participations/" + token + "/captures";
    return captures
        + "/"
        + object(ask("POST", captures, Json.createObjectBuilder().add("creative", creative)))
            .getString("id");
  }

  /** Sends a whole recording in parts. */
  static void send(String capture, byte[] video) throws IOException, InterruptedException {
    for (int from = 0; from < video.length; from += PART_BYTES) {
      part(
          capture,
          from,
          Arrays.copyOfRange(video, from, Math.min(video.length, from + PART_BYTES)));
    }
  }

  /** A page whose recorder was called at 1000 ms, and whose creative began 500 ms later. */
  static JsonObjectBuilder played(long bytes, int untilMs) {
    JsonArrayBuilder frames = Json.createArrayBuilder();
    for (int ms = 0; ms < untilMs; ms += 200) {
      frames.add(1500.0 + ms).add((double) ms);
    }
    return Json.createObjectBuilder()
        .add("sizeBytes", (double) bytes)
        .add("recorderCalledMs", 1000.0)
        .add("captureTimesMs", Json.createArrayBuilder())
        .add("frames", frames)
        .add("samples", Json.createArrayBuilder())
        .add(
            "events",
            Json.createArrayBuilder()
                .add(event(1500, "PLAYING", 0))
                .add(event(1500.0 + untilMs, "ENDED", untilMs)));
  }

  static JsonObjectBuilder event(double ms, String kind, double creativeMs) {
    return Json.createObjectBuilder().add("ms", ms).add("kind", kind).add("creativeMs", creativeMs);
  }

  /** Records a creative from its beginning to its end. */
  static HttpResponse<String> record(String token, String creative, byte[] video, int untilMs)
      throws IOException, InterruptedException {
    String capture = beginCapture(token, creative);
    send(capture, video);
    return ask("POST", capture + "/end", played(video.length, untilMs));
  }
}
