package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.launcher.RestClient;
import org.otklik.testdata.synthetic.DemoCampaign;

/**
 * Nonsense in every place of every operation of the OpenAPI document, one place at a time, with
 * everything else right: whatever is sent, the server says what is wrong with it, and never that it
 * is itself at fault.
 */
class OpenApiFuzzIT {
  private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([^}]+)}");

  private static final List<String> NONSENSE_WORDS =
      List.of(
          "",
          " ",
          "\0",
          "null",
          "-1",
          "99999999999999999999",
          "NaN",
          "00000000-0000-0000-0000-000000000000",
          "' or 1=1 --",
          "../../etc/passwd",
          "<script>alert(1)</script>",
          "${jndi:ldap://x}",
          "#{1+1}",
          "\r\nX-Injected: 1",
          "\uD83D\uDE00\u202E\uFFFF",
          "a:b:c",
          "a:\0",
          "x".repeat(3_000));

  private static final List<JsonValue> NONSENSE_VALUES =
      List.of(
          JsonValue.NULL,
          JsonValue.TRUE,
          JsonValue.EMPTY_JSON_ARRAY,
          JsonValue.EMPTY_JSON_OBJECT,
          Json.createValue(""),
          Json.createValue("\0"),
          Json.createValue("\uD83D"),
          Json.createValue("x".repeat(100_000)),
          Json.createValue(-1),
          Json.createValue(0.5),
          Json.createValue(new BigDecimal("1e400")),
          Json.createValue(Long.MAX_VALUE),
          Json.createArrayBuilder(List.of(1, "a")).add(JsonValue.NULL).build(),
          Json.createObjectBuilder().add("a", Json.createObjectBuilder().add("b", 1)).build());

  private static final List<String> NONSENSE_BODIES =
      List.of(
          "",
          "{",
          "[]",
          "\"text\"",
          "null",
          "{\"a\":1,\"a\":2}",
          "[".repeat(20_000),
          "{\"unknown\":true}",
          "\u0000\u0001");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static Map<String, String> known;
  private static UserFixture administrator;

  /** Something real for every path, so that the nonsense reaches what lies behind it. */
  @BeforeEach
  void provideSubjects() throws IOException, InterruptedException {
    if (known != null) {
      return;
    }
    administrator = UserFixture.of("ADMINISTRATOR");
    RestClient rest = TestGround.administrator();
    CampaignFixture campaign = CampaignFixture.create(rest, "Fuzz", DemoVideoFixture.ad());
    String recording =
        campaign.record("v1", DemoVideoFixture.recording(DemoCampaign.viewers().get(0)));
    campaign.settled();
    JsonObject order = Json.createObjectBuilder().add("locale", "en").build();
    known =
        Map.of(
            "campaigns", campaign.campaignId(),
            "creatives", campaign.creativeId(),
            "recordings", recording,
            "reports",
                campaign
                    .made("creatives/" + campaign.creativeId() + "/reports", order)
                    .getString("id"),
            "schedules",
                rest.post(
                        "campaigns/" + campaign.campaignId() + "/schedules",
                        ScheduleFixture.order(campaign.creativeId(), Map.of()))
                    .getString("id"),
            "users", administrator.login(),
            "thumbnails", "1",
            "answers", "v1");
  }

  @Test
  void nonsenseIsRefusedWithAProblem() throws IOException, InterruptedException {
    List<OpenApi.Operation> operations = OpenApi.ofServer().operations();
    assertTrue(operations.size() > 40, operations::toString);
    List<String> faults = new ArrayList<>();
    for (OpenApi.Operation operation : operations) {
      fuzzPath(operation, faults);
      if (!operation.method().equals("DELETE")) {
        fuzzQuery(operation, faults);
        fuzzBody(operation, faults);
      }
    }
    assertEquals(List.of(), faults.stream().distinct().limit(40).toList());
  }

  private void fuzzPath(OpenApi.Operation operation, List<String> faults)
      throws IOException, InterruptedException {
    Matcher parameter = PATH_PARAMETER.matcher(operation.path());
    while (parameter.find()) {
      for (String word : NONSENSE_WORDS) {
        String path =
            operation.path().substring(0, parameter.start())
                + RestClient.encoded(word).replace("+", "%20")
                + operation.path().substring(parameter.end());
        send(operation, real(path), "", body(operation, null), faults);
      }
    }
  }

  private void fuzzQuery(OpenApi.Operation operation, List<String> faults)
      throws IOException, InterruptedException {
    for (String name : operation.query()) {
      for (String word : NONSENSE_WORDS) {
        String query = "?" + name + "=" + RestClient.encoded(word);
        send(operation, real(operation.path()), query, body(operation, null), faults);
      }
    }
  }

  private void fuzzBody(OpenApi.Operation operation, List<String> faults)
      throws IOException, InterruptedException {
    for (String body : operation.mediaTypes().isEmpty() ? List.<String>of() : NONSENSE_BODIES) {
      send(operation, real(operation.path()), "", body, faults);
    }
    if (operation.body() != null) {
      for (JsonObject nonsense : variants(operation.body())) {
        send(operation, real(operation.path()), "", body(operation, nonsense), faults);
      }
    }
  }

  /** The object with one field, however deep, replaced by nonsense or left out. */
  private static List<JsonObject> variants(JsonObject example) {
    List<JsonObject> all = new ArrayList<>();
    example.forEach(
        (name, value) -> {
          all.add(Json.createObjectBuilder(example).remove(name).build());
          NONSENSE_VALUES.forEach(
              nonsense -> all.add(Json.createObjectBuilder(example).add(name, nonsense).build()));
          if (value instanceof JsonObject inner) {
            variants(inner)
                .forEach(
                    variant ->
                        all.add(Json.createObjectBuilder(example).add(name, variant).build()));
          } else if (value instanceof JsonArray array
              && !array.isEmpty()
              && array.get(0) instanceof JsonObject inner) {
            variants(inner)
                .forEach(
                    variant ->
                        all.add(
                            Json.createObjectBuilder(example)
                                .add(name, Json.createArrayBuilder().add(variant))
                                .build()));
          }
        });
    return all;
  }

  private static String body(OpenApi.Operation operation, JsonObject variant) {
    if (operation.mediaTypes().isEmpty()) {
      return null;
    }
    JsonObject json = variant == null ? operation.body() : variant;
    return json == null ? "nonsense" : json.toString();
  }

  /** The path with what exists in place of its parameters; unknown ones stay unknown. */
  private static String real(String path) {
    StringBuilder real = new StringBuilder();
    Matcher parameter = Pattern.compile("([^/{}]+)/\\{[^}]+}").matcher(path);
    while (parameter.find()) {
      String id = known.getOrDefault(parameter.group(1), "00000000-0000-0000-0000-00000000000a");
      parameter.appendReplacement(real, parameter.group(1) + "/" + Matcher.quoteReplacement(id));
    }
    return parameter.appendTail(real).toString();
  }

  private void send(
      OpenApi.Operation operation, String path, String query, String body, List<String> faults)
      throws IOException, InterruptedException {
    String pair = administrator.login() + ":" + administrator.password();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(TestGround.portal().resolve(path) + query))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
            .method(
                operation.method(),
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!operation.mediaTypes().isEmpty()) {
      String type = operation.body() == null ? operation.mediaTypes().get(0) : "application/json";
      request.header("Content-Type", type.replace("*", "mp4"));
    }
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    String fault = fault(answer);
    if (!fault.isEmpty()) {
      faults.add(fault + " for " + operation + query + " " + (body == null ? "" : shortened(body)));
    }
  }

  private static String fault(HttpResponse<String> answer) {
    int status = answer.statusCode();
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (status >= 500) {
      return status + " " + shortened(answer.body());
    }
    if (status >= 400 && !type.startsWith("application/problem+json")) {
      return status + " without a problem (" + type + ")";
    }
    if (answer.headers().firstValue("X-Injected").isPresent()) {
      return "a header was let in";
    }
    return answer.body().contains("Exception") ? "an exception is told" : "";
  }

  private static String shortened(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
