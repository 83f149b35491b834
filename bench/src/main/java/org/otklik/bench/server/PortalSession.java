package org.otklik.bench.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.otklik.launcher.DemoUser;
import org.otklik.launcher.RestClient;
import org.otklik.platform.LaunchException;

/** A signed-in user's browser as the server sees it: kept connections, cookies, gzip. */
final class PortalSession {
  private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
  private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final URI portal;

  private PortalSession(URI portal) {
    this.portal = portal;
  }

  /**
   * An answer.
   *
   * @param milliseconds from the request to the last byte
   * @param bytes as they came over the line
   */
  record Answer(URI address, double milliseconds, int bytes, String text, String nonce) {}

  static PortalSession of(URI portal, DemoUser user) throws IOException, InterruptedException {
    PortalSession session = new PortalSession(portal);
    Answer door = session.get("login.xhtml");
    Map<String, String> fields = hidden(door, "login");
    fields.put("user", user.login());
    fields.put("password", user.password());
    String button = door.text().replaceAll("(?s).*<button[^>]*name=\"([^\"]*)\".*", "$1");
    fields.put(button, "");
    Answer inside = session.send(session.request("login.xhtml", fields));
    if (inside.address().getPath().endsWith("login.xhtml")) {
      throw new LaunchException("The portal does not let us in.");
    }
    return session;
  }

  List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /**
   * What a page's script sends when something on it is used.
   *
   * @param form the form's id; it keeps its page's state
   * @param source the id of what is used
   * @param render ids of what is to be drawn anew
   */
  Answer use(Answer page, String form, String source, String value, String render)
      throws IOException, InterruptedException {
    Map<String, String> fields = hidden(page, form);
    fields.put(form, form);
    fields.put("jakarta.faces.partial.ajax", "true");
    fields.put("jakarta.faces.source", source);
    fields.put("jakarta.faces.partial.execute", source);
    fields.put("jakarta.faces.partial.render", render);
    fields.put("jakarta.faces.behavior.event", "change");
    fields.put("jakarta.faces.partial.event", "change");
    fields.put(source, value);
    String query = page.address().getQuery();
    String path = page.address().getPath().substring(1) + (query == null ? "" : "?" + query);
    Answer answer = send(request(path, fields).header("Faces-Request", "partial/ajax"));
    if (!answer.text().contains("<update id=\"" + render.split(" ")[0] + "\">")) {
      throw new LaunchException(source + " was not answered by " + render + ": " + answer.text());
    }
    return answer;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(portal.resolve(path))
        .header("Accept-Encoding", "gzip")
        .header("Accept-Language", "en");
  }

  private HttpRequest.Builder request(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(
                field ->
                    RestClient.encoded(field.getKey()) + "=" + RestClient.encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    HttpResponse<byte[]> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    double milliseconds = (System.nanoTime() - begun) / 1e6;
    byte[] body = response.body();
    if (response.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
      try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
        body = unpacked.readAllBytes();
      }
    }
    String text = new String(body, StandardCharsets.UTF_8);
    if (response.statusCode() != 200) {
      throw new LaunchException(
          response.uri() + " was answered by " + response.statusCode() + ": " + text);
    }
    String policies = String.join(" ", response.headers().allValues("Content-Security-Policy"));
    Matcher nonce = NONCE.matcher(policies);
    return new Answer(
        response.uri(),
        milliseconds,
        response.body().length,
        text,
        nonce.find() ? nonce.group(1) : "");
  }

  /** The fields of a form that nobody fills in. */
  private static Map<String, String> hidden(Answer page, String form) {
    int begin = page.text().indexOf("<form id=\"" + form + "\"");
    Matcher hidden =
        HIDDEN.matcher(page.text()).region(begin, page.text().indexOf("</form>", begin));
    Map<String, String> fields = new LinkedHashMap<>();
    while (hidden.find()) {
      fields.put(attribute(hidden.group(), "name"), attribute(hidden.group(), "value"));
    }
    fields.put("primefaces.nonce", page.nonce()); // PrimeFaces' script adds it
    return fields;
  }

  /** The attribute's value where it first stands, or nothing. */
  static String attribute(String html, String name) {
    Matcher matcher = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(html);
    return matcher.find() ? matcher.group(1).replace("&amp;", "&") : "";
  }
}
