package org.otklik.it;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What the running server says of its REST API, by its OpenAPI document. */
final class OpenApi {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
  private static final int DEEPEST = 4;

  private final JsonObject document;

  private OpenApi(JsonObject document) {
    this.document = document;
  }

  static OpenApi ofServer() throws IOException, InterruptedException {
    URI address = TestGround.portal().resolve("openapi?format=JSON");
    String text =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return new OpenApi(reader.readObject());
    }
  }

  /**
   * One thing that can be asked of the API.
   *
   * @param path with its parameters in braces
   * @param query names of the query's parameters
   * @param mediaTypes of the body; empty where there is none
   * @param body an example of a JSON body, made from its schema; null where there is none
   */
  record Operation(
      String method, String path, List<String> query, List<String> mediaTypes, JsonObject body) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    document
        .getJsonObject("paths")
        .forEach(
            (path, item) ->
                item.asJsonObject().entrySet().stream()
                    .filter(entry -> METHODS.contains(entry.getKey()))
                    .map(entry -> operation(path, item.asJsonObject(), entry.getKey()))
                    .forEach(all::add));
    return all;
  }

  private Operation operation(String path, JsonObject item, String method) {
    JsonObject operation = item.getJsonObject(method);
    List<String> query =
        Stream.of(item, operation)
            .filter(holder -> holder.containsKey("parameters"))
            .flatMap(holder -> holder.getJsonArray("parameters").stream())
            .map(JsonValue::asJsonObject)
            .filter(parameter -> parameter.getString("in").equals("query"))
            .flatMap(this::names)
            .toList();
    JsonObject content = JsonValue.EMPTY_JSON_OBJECT;
    if (operation.containsKey("requestBody")) {
      content = resolved(operation.getJsonObject("requestBody")).getJsonObject("content");
    }
    JsonObject json = content.getJsonObject("application/json");
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        query,
        List.copyOf(content.keySet()),
        json == null ? null : (JsonObject) example(json.getJsonObject("schema"), 0));
  }

  /** An object's fields are sent one by one, as its parameter is exploded. */
  private Stream<String> names(JsonObject parameter) {
    JsonObject schema = resolved(parameter.getJsonObject("schema"));
    return type(schema).equals("object")
        ? schema.getJsonObject("properties").keySet().stream()
        : Stream.of(parameter.getString("name"));
  }

  private JsonObject resolved(JsonObject schema) {
    String reference = schema.getString("$ref", null);
    return reference == null
        ? schema
        : resolved((JsonObject) document.getValue(reference.substring(1)));
  }

  private JsonValue example(JsonObject unresolved, int depth) {
    JsonObject schema = resolved(unresolved);
    if (schema.containsKey("enum")) {
      return schema.getJsonArray("enum").get(0);
    }
    return switch (type(schema)) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "integer", "number" -> Json.createValue(1);
      case "boolean" -> JsonValue.TRUE;
      default -> Json.createValue("text");
    };
  }

  private static String type(JsonObject schema) {
    JsonValue type = schema.get("type");
    if (type == null) {
      return schema.containsKey("properties") ? "object" : "string";
    }
    return type.getValueType() == JsonValue.ValueType.ARRAY
        ? type.asJsonArray().getString(0)
        : schema.getString("type");
  }

  private JsonObject object(JsonObject schema, int depth) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    if (schema.containsKey("properties") && depth < DEEPEST) {
      schema
          .getJsonObject("properties")
          .forEach((name, of) -> object.add(name, example(of.asJsonObject(), depth + 1)));
    }
    return object.build();
  }

  private JsonValue array(JsonObject schema, int depth) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    if (schema.containsKey("items") && depth < DEEPEST) {
      array.add(example(schema.getJsonObject("items"), depth + 1));
    }
    return array.build();
  }
}
