package org.otklik.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of the tus protocol with the session of a signed-in browser. */
final class TusFixture {
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([0-9a-f]+)\"");

  private final URI portal;
  private final HttpClient http;
  private final String token;

  private TusFixture(URI portal, HttpClient http, String token) {
    this.portal = portal;
    this.http = http;
    this.token = token;
  }

  /** Signs in, and takes the token from the list of open uploads, as the page does. */
  static TusFixture of(PortalBrowser browser) throws IOException, InterruptedException {
    Matcher found = TOKEN.matcher(browser.open("upload/videos").body());
    if (!found.find()) {
      throw new AssertionError("No token in the list of open uploads.");
    }
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(browser.cookies())
            .build();
    return new TusFixture(browser.portal(), http, found.group(1));
  }

  /** The same session without the token, as another site's page would use it. */
  TusFixture withoutToken() {
    return new TusFixture(portal, http, null);
  }

  HttpResponse<String> create(String path, long size, String name)
      throws IOException, InterruptedException {
    String packed = Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    return send(
        request("upload/videos/" + path)
            .header("Upload-Length", Long.toString(size))
            .header("Upload-Metadata", "filename " + packed)
            .POST(HttpRequest.BodyPublishers.noBody()));
  }

  /** Announces a video; gives its address. */
  String begun(String path, long size, String name) throws IOException, InterruptedException {
    HttpResponse<String> answer = create(path, size, name);
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return answer.headers().firstValue("Location").orElseThrow().substring(1);
  }

  HttpResponse<String> patch(String upload, long offset, byte[] part, String checksum)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(upload)
            .header("Content-Type", "application/offset+octet-stream")
            .header("Upload-Offset", Long.toString(offset))
            .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(part));
    if (checksum != null) {
      request.header("Upload-Checksum", checksum);
    }
    return send(request);
  }

  /** A part that may be larger than memory. */
  HttpResponse<String> patch(String upload, long offset, HttpRequest.BodyPublisher part)
      throws IOException, InterruptedException {
    return send(
        request(upload)
            .header("Content-Type", "application/offset+octet-stream")
            .header("Upload-Offset", Long.toString(offset))
            .method("PATCH", part));
  }

  HttpResponse<String> head(String upload) throws IOException, InterruptedException {
    return send(request(upload).method("HEAD", HttpRequest.BodyPublishers.noBody()));
  }

  long offset(String upload) throws IOException, InterruptedException {
    return head(upload).headers().firstValueAsLong("Upload-Offset").orElseThrow();
  }

  HttpResponse<String> delete(String upload) throws IOException, InterruptedException {
    return send(request(upload).DELETE());
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpRequest.Builder request(String path) {
    URI address = portal.resolve(path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Tus-Resumable", "1.0.0")
            .header("Accept-Language", "en");
    return token == null ? request : request.header("X-Upload-Token", token);
  }
}
