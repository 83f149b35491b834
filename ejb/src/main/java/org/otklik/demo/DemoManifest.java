package org.otklik.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The demo's ready-made videos, as {@code demo.json} in their folder lists them.
 *
 * @param campaign its name
 * @param creativeName what the creative is called
 * @param creative its video
 */
public record DemoManifest(
    String campaign, String creativeName, Path creative, List<ViewerVideo> viewers) {

  /**
   * A viewer's recording.
   *
   * @param attributes of the viewer, by name, in the order of the manifest
   */
  public record ViewerVideo(String viewerCode, Map<String, String> attributes, Path file) {}

  /** Reads the manifest of a folder. */
  public static DemoManifest in(Path folder) throws IOException {
    try (JsonReader reader =
        Json.createReader(Files.newBufferedReader(folder.resolve("demo.json")))) {
      JsonObject manifest = reader.readObject();
      JsonObject creative = manifest.getJsonObject("creative");
      return new DemoManifest(
          manifest.getString("campaign"),
          creative.getString("name"),
          folder.resolve(creative.getString("file")),
          manifest.getJsonArray("viewers").stream()
              .map(JsonValue::asJsonObject)
              .map(viewer -> viewer(folder, viewer))
              .toList());
    }
  }

  private static ViewerVideo viewer(Path folder, JsonObject viewer) {
    Map<String, String> attributes = new LinkedHashMap<>();
    viewer
        .getJsonObject("attributes")
        .forEach((name, value) -> attributes.put(name, ((JsonString) value).getString()));
    return new ViewerVideo(
        viewer.getString("code"), attributes, folder.resolve(viewer.getString("file")));
  }
}
