package org.otklik.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.otklik.it.AccessMatrixTable.Door;
import org.otklik.it.AccessMatrixTable.Line;
import org.otklik.it.AccessMatrixTable.Who;

/** Asks what a line of the table asks, as one of those who may call. */
final class AccessMatrixCaller {
  private static final Pattern CODE = Pattern.compile("\"code\": ?\"([A-Z_]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AccessMatrixFixture fixture;
  private final Map<Who, PortalBrowser> browsers = new EnumMap<>(Who.class);
  private final Map<Who, String> cookies = new EnumMap<>(Who.class);
  private final Map<Who, String> tokens = new EnumMap<>(Who.class);

  AccessMatrixCaller(AccessMatrixFixture fixture) {
    this.fixture = fixture;
  }

  /** As the table writes it. */
  String answer(Line line, Who who) throws IOException, InterruptedException, SQLException {
    HttpRequest.Builder request = request(line);
    if (who != Who.NOBODY && line.door() == Door.API) {
      identify(request, who);
    } else if (who != Who.NOBODY) {
      request.header("Cookie", cookie(who));
    }
    if (line.door() == Door.PORTAL && who != Who.NOBODY) {
      request.header("X-Upload-Token", token(who));
    }
    return word(send(request));
  }

  /** By a script or form of another site's page, in the browser of somebody signed in. */
  String forged(Line line, Who who, String site)
      throws IOException, InterruptedException, SQLException {
    HttpRequest.Builder request = request(line).header("Sec-Fetch-Site", site);
    identify(request, who);
    request.header("Cookie", cookie(who)).header("X-Upload-Token", token(who));
    return told(send(request));
  }

  /** With the session's cookie, which a browser adds by itself, and nothing else. */
  String withSessionAlone(Line line, Who who)
      throws IOException, InterruptedException, SQLException {
    return told(send(request(line).header("Cookie", cookie(who))));
  }

  void postForm(Who who, String page, String form)
      throws IOException, InterruptedException, SQLException {
    send(
        HttpRequest.newBuilder(TestGround.portal().resolve(page))
            .header("Cookie", cookie(who))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  PortalBrowser browser(Who who) throws IOException, InterruptedException, SQLException {
    PortalBrowser browser = browsers.get(who);
    if (browser == null) {
      browser = new PortalBrowser("en");
      HttpResponse<String> inside = browser.signIn(fixture.login(who), UserFixture.PASSWORD);
      if (inside.statusCode() != 200) {
        throw new IOException("Not signed in: " + inside.statusCode());
      }
      browsers.put(who, browser);
    }
    return browser;
  }

  private String cookie(Who who) throws IOException, InterruptedException, SQLException {
    if (!cookies.containsKey(who)) {
      cookies.put(who, browser(who).cookieHeader());
    }
    return cookies.get(who);
  }

  /** Readers are offered none: they send what they may have guessed. */
  private String token(Who who) throws IOException, InterruptedException, SQLException {
    if (!tokens.containsKey(who)) {
      String page = browser(who).open("campaign.xhtml?id=" + fixture.thing("campaign")).body();
      String images = browser(who).open("images.xhtml").body();
      tokens.put(who, PortalBrowser.attribute(page + images, "data-token"));
    }
    return tokens.get(who);
  }

  private void identify(HttpRequest.Builder request, Who who) {
    String both = fixture.login(who) + ":" + UserFixture.PASSWORD;
    request.header(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
  }

  private HttpRequest.Builder request(Line line)
      throws IOException, InterruptedException, SQLException {
    URI address = TestGround.portal().resolve(fixture.filled(line.path()));
    String content = fixture.filled(line.content());
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (content != null) {
      request.header("Content-Type", line.mediaType());
    }
    if (line.path().startsWith("/upload/videos/")) {
      request.header("Tus-Resumable", "1.0.0").header("Upload-Length", "4");
    }
    return request.method(
        line.method(),
        content == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(content));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException, SQLException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String word(HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status == 302) {
      String to = answer.headers().firstValue("Location").orElse("");
      return to.contains("/login.xhtml") ? "door" : "in";
    }
    boolean refused = status == 401 || status == 403 || status == 404 || status >= 500;
    return refused || status == 405 || status == 415 ? Integer.toString(status) : "in";
  }

  private static String told(HttpResponse<String> answer) {
    Matcher code = CODE.matcher(answer.body());
    return answer.statusCode() + (code.find() ? " " + code.group(1) : "");
  }
}
