package org.otklik.launcher;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;

/**
 * Talks to the public REST API as any user's program would: over HTTP, with a name and password.
 */
public final class RestClient {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI api;
  private final String authorization;
  private final Locale locale;

  /**
   * @param baseUri the portal's address, with a slash at its end
   * @param locale the language of the problems it tells
   */
  public RestClient(URI baseUri, String login, String password, Locale locale) {
    this.api = baseUri.resolve("api/v1/");
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    this.locale = locale;
  }

  /** A refusal by the server, with the sentence it gives to users. */
  public static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    RefusedException(int status, String code, String detail) {
      super(detail);
      this.status = status;
      this.code = code;
    }

    public int status() {
      return status;
    }

    public String code() {
      return code;
    }
  }

  public JsonObject object(String path) throws IOException, InterruptedException {
    return get(path).asJsonObject();
  }

  public JsonStructure get(String path) throws IOException, InterruptedException {
    return json(request(path).GET().build());
  }

  public JsonObject post(String path, JsonObject body) throws IOException, InterruptedException {
    return json(request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build())
        .asJsonObject();
  }

  /** Sends a video as the raw body, straight from the file. */
  public JsonObject upload(String path, Path video) throws IOException, InterruptedException {
    return upload(path, "application/octet-stream", video);
  }

  /** Sends a file as the raw body, with its media type. */
  public JsonObject upload(String path, String mediaType, Path file)
      throws IOException, InterruptedException {
    return json(request(path)
            .header("Content-Type", mediaType)
            .POST(HttpRequest.BodyPublishers.ofFile(file))
            .build())
        .asJsonObject();
  }

  /** Replaces the file; without TRUNCATE_EXISTING the end of a longer one would stay behind. */
  public void download(String path, Path file) throws IOException, InterruptedException {
    HttpResponse<Path> response =
        http.send(
            request(path).GET().build(),
            HttpResponse.BodyHandlers.ofFile(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE));
    if (response.statusCode() != 200) {
      throw new RefusedException(response.statusCode(), "", "The file could not be fetched.");
    }
  }

  /** Sends whatever is given and tells what came back, for those who look closer. */
  public HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    return http.send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Percent-encodes a query value. */
  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(api.resolve(path))
        .timeout(PATIENCE)
        .header("Authorization", authorization)
        .header("Accept-Language", locale.toLanguageTag())
        .header("Accept", "application/json, application/problem+json, */*;q=0.5");
  }

  private JsonStructure json(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    JsonStructure body = parse(response);
    if (response.statusCode() >= 300) {
      JsonObject problem = body.asJsonObject();
      throw new RefusedException(
          response.statusCode(), problem.getString("code", ""), problem.getString("detail", ""));
    }
    return body;
  }

  private static JsonStructure parse(HttpResponse<String> response) throws IOException {
    try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
      return reader.read();
    } catch (JsonException e) {
      throw new IOException(
          "The server answered " + response.statusCode() + " without JSON: " + response.body(), e);
    }
  }
}
