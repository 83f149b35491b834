package org.otklik.it;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser as poor as can be: cookies, redirects and forms, but no scripts. */
final class PortalBrowser {
  private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final HttpClient stubborn =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();
  private final URI portal;
  private final String language;

  /** At the server that tests share. */
  PortalBrowser(String language) {
    this(TestGround.portal(), language);
  }

  PortalBrowser(URI portal, String language) {
    this.portal = portal;
    this.language = language;
  }

  /** What was answered, as elements. */
  static Document document(HttpResponse<String> page) {
    return Jsoup.parse(page.body());
  }

  /** Where it is; ends with a slash. */
  URI portal() {
    return portal;
  }

  /** The session, for clients that speak another protocol. */
  CookieManager cookies() {
    return cookies;
  }

  HttpResponse<String> open(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** As {@link #open}, but stays where a redirect is answered. */
  HttpResponse<String> ask(String path) throws IOException, InterruptedException {
    return stubborn.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** How much came over the line, for a browser that takes gzip. */
  int compressedBytes(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(
            request(path).header("Accept-Encoding", "gzip").build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200
        || !answer.headers().firstValue("Content-Encoding").equals(Optional.of("gzip"))) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.headers());
    }
    return answer.body().length;
  }

  /** Sends content as a page's script would. */
  HttpResponse<String> upload(String path, String token, String content)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(content));
    if (token != null) {
      request.header("X-Upload-Token", token);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Fills in a page's form and presses its button; gives the page that this leads to. */
  HttpResponse<String> press(
      HttpResponse<String> page, String formId, String label, Map<String, String> filledIn)
      throws IOException, InterruptedException {
    Element form = document(page).getElementById(formId);
    if (form == null) {
      throw new AssertionError("No form " + formId + " on the page:\n" + page.body());
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element hidden : form.select("input[type=hidden]")) {
      fields.put(hidden.attr("name"), hidden.val());
    }
    fields.putIfAbsent("primefaces.nonce", nonce(page)); // PrimeFaces' script adds it
    fields.putAll(filledIn);
    fields.putIfAbsent(button(form, label), "");
    return post(page.uri().resolve(form.attr("action")).toString(), fields);
  }

  /** Sends a form as it stands. */
  HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return http.send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** The page after the attempt, whichever it is. */
  HttpResponse<String> signIn(String login, String password)
      throws IOException, InterruptedException {
    return press(
        open("login.xhtml"),
        "login",
        language.equals("ru") ? "Войти" : "Sign in",
        Map.of("user", login, "password", password));
  }

  /** What it would send along: {@code name=value; …}. */
  String cookieHeader() {
    return cookies.getCookieStore().getCookies().stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private HttpRequest.Builder request(String path) {
    URI address = portal.resolve(path);
    return HttpRequest.newBuilder(address).header("Accept-Language", language);
  }

  private static String nonce(HttpResponse<String> page) {
    String policies = String.join(" ", page.headers().allValues("Content-Security-Policy"));
    Matcher nonce = NONCE.matcher(policies);
    return nonce.find() ? nonce.group(1) : "";
  }

  private static String button(Element form, String label) {
    for (Element button : form.select("button, input[type=submit]")) {
      if (label.equals(button.tagName().equals("button") ? button.text() : button.val())) {
        return button.attr("name");
      }
    }
    throw new AssertionError("No button “" + label + "” in the form:\n" + form);
  }

  /** The attribute's value where it first stands, or nothing. */
  static String attribute(String html, String name) {
    return Jsoup.parse(html).select("[" + name + "]").attr(name);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
