package org.otklik.it;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A small OpenID provider on a port of its own: discovery, authorisation code flow with PKCE, keys,
 * user info and sign-out. It is as strict as real ones are, and lies where a test wants it to.
 */
final class OpenIdProviderFixture implements AutoCloseable {
  static final String CLIENT = "otklik";
  static final String SECRET = "a secret of the portal: with %, + and ü";

  /** Makes the ID token out of the claims that an honest one has. */
  interface Mint {
    JWT token(JWTClaimsSet honest) throws JOSEException;
  }

  /** What a code stands for. */
  private record Granted(String person, String nonce, String challenge) {}

  private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();
  private final Map<String, Granted> codes = new ConcurrentHashMap<>();
  private final Map<String, String> accessTokens = new ConcurrentHashMap<>();
  private final RSAKey key;
  private final int port;
  private volatile URI portal;
  private volatile Mint mint = this::signed;
  private HttpServer server;

  private OpenIdProviderFixture(RSAKey key, int port) {
    this.key = key;
    this.port = port;
  }

  /** Not answering yet. */
  static OpenIdProviderFixture create() throws IOException, JOSEException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    return new OpenIdProviderFixture(new RSAKeyGenerator(2048).keyID("one").generate(), port);
  }

  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
    server.createContext("/.well-known/openid-configuration", this::discover);
    server.createContext("/keys", exchange -> json(exchange, new JWKSet(key).toString(true)));
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.createContext("/userinfo", this::userInfo);
    server.createContext("/end-session", this::endSession);
    server.start();
  }

  /** From now on it does not answer; {@link #start} ends that. */
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  URI issuer() {
    return URI.create("http://localhost:" + port); // another site than the portal's 127.0.0.1
  }

  /**
   * @param address ends with a slash
   */
  void register(URI address) {
    this.portal = address;
  }

  RSAKey key() {
    return key;
  }

  /** Knows somebody, or knows them otherwise from now on. */
  void person(String name, Map<String, Object> claims) {
    people.put(name, claims);
  }

  void mint(Mint other) {
    this.mint = other;
  }

  void mintHonestly() {
    this.mint = this::signed;
  }

  JWT signed(JWTClaimsSet claims) throws JOSEException {
    return signed(claims, key);
  }

  static JWT signed(JWTClaimsSet claims, RSAKey by) throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build(), claims);
    token.sign(new RSASSASigner(by));
    return token;
  }

  /** The address that it sends the browser of somebody back to who has signed in. */
  String answer(String authorisation, String person) {
    Map<String, List<String>> asked = checked(authorisation);
    String code = UUID.randomUUID().toString();
    codes.put(code, new Granted(person, one(asked, "nonce"), one(asked, "code_challenge")));
    return back(asked) + "?code=" + code + "&state=" + one(asked, "state");
  }

  /** The same of somebody who has not. */
  String error(String authorisation, String error) {
    Map<String, List<String>> asked = checked(authorisation);
    return back(asked) + "?error=" + error + "&state=" + one(asked, "state");
  }

  private static String back(Map<String, List<String>> asked) {
    return one(asked, "redirect_uri");
  }

  private Map<String, List<String>> checked(String authorisation) {
    URI address = URI.create(authorisation);
    Map<String, List<String>> asked = URLUtils.parseParameters(address.getRawQuery());
    require(authorisation.startsWith(issuer() + "/authorize?"), "not the provider's: " + address);
    require(CLIENT.equals(one(asked, "client_id")), "client " + asked);
    require("code".equals(one(asked, "response_type")), "flow " + asked);
    require(one(asked, "scope").contains("openid"), "scope " + asked);
    require("S256".equals(one(asked, "code_challenge_method")), "no PKCE " + asked);
    require(back(asked).equals(portal + "sso/callback"), "unknown callback " + asked);
    require(one(asked, "state").length() >= 22, "guessable state " + asked);
    require(one(asked, "nonce").length() >= 22, "guessable nonce " + asked);
    return asked;
  }

  private void discover(HttpExchange exchange) throws IOException {
    json(
        exchange,
        Json.createObjectBuilder()
            .add("issuer", issuer().toString())
            .add("authorization_endpoint", issuer() + "/authorize")
            .add("token_endpoint", issuer() + "/token")
            .add("userinfo_endpoint", issuer() + "/userinfo")
            .add("end_session_endpoint", issuer() + "/end-session")
            .add("jwks_uri", issuer() + "/keys")
            .add("subject_types_supported", Json.createArrayBuilder().add("public"))
            .add("response_types_supported", Json.createArrayBuilder().add("code"))
            .add(
                "id_token_signing_alg_values_supported",
                Json.createArrayBuilder().add("RS256").add("HS256").add("none"))
            .build()
            .toString());
  }

  /** A page that asks who it is; what they say leads back to the portal. */
  private void authorize(HttpExchange exchange) throws IOException {
    String address = issuer() + exchange.getRequestURI().toString();
    if (exchange.getRequestMethod().equals("GET")) {
      checked(address);
      html(
          exchange,
          "<form method='post'><label>Who are you? <input name='person' autofocus></label>"
              + "<button name='is' value='in'>Continue</button>"
              + "<button name='is' value='out'>Refuse</button></form>");
      return;
    }
    Map<String, List<String>> said = form(exchange);
    redirect(
        exchange,
        "in".equals(one(said, "is"))
            ? answer(address, one(said, "person"))
            : error(address, "access_denied"));
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, List<String>> asked = form(exchange);
    Granted granted = codes.remove(one(asked, "code")); // good for once
    if (!isPortal(exchange.getRequestHeaders().getFirst("Authorization"))) {
      refuse(exchange, 401, "invalid_client");
    } else if (granted == null
        || !one(asked, "redirect_uri").equals(portal + "sso/callback")
        || !isVerified(one(asked, "code_verifier"), granted.challenge())) {
      refuse(exchange, 400, "invalid_grant");
    } else {
      String access = UUID.randomUUID().toString();
      accessTokens.put(access, granted.person());
      json(
          exchange,
          Json.createObjectBuilder()
              .add("access_token", access)
              .add("token_type", "Bearer")
              .add("id_token", idToken(granted))
              .build()
              .toString());
    }
  }

  /** The parts are form-encoded before they are put together (RFC 6749, 2.3.1). */
  private static boolean isPortal(String header) {
    String both = URLUtils.serializeParameters(Map.of(CLIENT, List.of(SECRET))).replace('=', ':');
    String right = Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    return ("Basic " + right).equals(header);
  }

  private static boolean isVerified(String verifier, String challenge) {
    return verifier != null
        && CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier))
            .getValue()
            .equals(challenge);
  }

  private String idToken(Granted granted) {
    Instant now = Instant.now();
    JWTClaimsSet honest =
        new JWTClaimsSet.Builder()
            .issuer(issuer().toString())
            .subject("subject of " + granted.person())
            .audience(CLIENT)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)))
            .claim("nonce", granted.nonce())
            .build();
    try {
      return mint.token(honest).serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("The key does not sign.", e);
    }
  }

  /** Everything but the subject is told here alone, as some providers do. */
  private void userInfo(HttpExchange exchange) throws IOException {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    String person = accessTokens.get(header.replaceFirst("^Bearer ", ""));
    var claims = Json.createObjectBuilder(people.getOrDefault(person, Map.of()));
    json(exchange, claims.add("sub", "subject of " + person).build().toString());
  }

  /** Leads back only with a token of its own, and only to the address it knows. */
  private void endSession(HttpExchange exchange) throws IOException {
    Map<String, List<String>> asked =
        URLUtils.parseParameters(exchange.getRequestURI().getRawQuery());
    try {
      String subject = SignedJWT.parse(one(asked, "id_token_hint")).getJWTClaimsSet().getSubject();
      require(subject.startsWith("subject of "), "whose token? " + subject);
    } catch (java.text.ParseException e) {
      throw new IllegalStateException("No token: " + asked, e);
    }
    String to = one(asked, "post_logout_redirect_uri");
    require(to.equals(portal + "login.xhtml?out=1"), "unknown address " + to);
    redirect(exchange, to);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  private static String one(Map<String, List<String>> parameters, String name) {
    List<String> values = parameters.get(name);
    return values == null ? null : values.get(0);
  }

  private static Map<String, List<String>> form(HttpExchange exchange) throws IOException {
    return URLUtils.parseParameters(
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  private static void refuse(HttpExchange exchange, int status, String error) throws IOException {
    send(exchange, status, "application/json", "{\"error\": \"" + error + "\"}");
  }

  private static void json(HttpExchange exchange, String json) throws IOException {
    send(exchange, 200, "application/json", json);
  }

  private static void html(HttpExchange exchange, String body) throws IOException {
    String page =
        "<!doctype html><html lang='en'><title>Acme</title><link rel='icon' href='data:,'>";
    send(exchange, 200, "text/html;charset=UTF-8", page + body);
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    stop();
  }
}
