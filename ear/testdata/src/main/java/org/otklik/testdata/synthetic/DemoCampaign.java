package org.otklik.testdata.synthetic;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The story of the demo: one creative, and recordings of synthetic viewers of it. The videos lie
 * ready-made in {@code ear/testdata/src/main/demo}, listed by {@value #MANIFEST}; {@link #main}
 * draws them anew.
 */
public final class DemoCampaign {
  static final String MANIFEST = "demo.json";
  static final String CAMPAIGN_NAME = "Утро бывает разным";
  static final String CREATIVE_NAME = "Зонтик и кот, 20 с";
  static final String CREATIVE_FILE = "ad-otklik-tea.mp4";

  private DemoCampaign() {}

  /** All viewers, in the order of their codes. */
  public static List<DemoViewer> viewers() {
    return DemoViewers.all();
  }

  /**
   * Draws every video and writes the manifest.
   *
   * @param args the folder
   */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    List<Callable<Path>> drawings = new ArrayList<>();
    drawings.add(() -> new SyntheticCreative().writeTo(folder.resolve(CREATIVE_FILE)));
    for (DemoViewer viewer : viewers()) {
      drawings.add(() -> viewer.writeTo(folder.resolve(viewer.fileName())));
    }
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      for (Future<Path> drawn : threads.invokeAll(drawings)) {
        drawn.get();
      }
    } finally {
      threads.shutdownNow();
    }
    Map<String, Object> pretty = Map.of(JsonGenerator.PRETTY_PRINTING, true);
    try (JsonWriter writer =
        Json.createWriterFactory(pretty)
            .createWriter(Files.newBufferedWriter(folder.resolve(MANIFEST)))) {
      writer.write(manifest(folder));
    }
  }

  private static JsonObject manifest(Path folder) throws IOException {
    JsonArrayBuilder viewers = Json.createArrayBuilder();
    for (DemoViewer viewer : viewers()) {
      JsonObjectBuilder attributes = Json.createObjectBuilder();
      viewer.attributes().forEach(attributes::add);
      viewers.add(
          Json.createObjectBuilder()
              .add("code", viewer.code())
              .add("attributes", attributes)
              .add("file", viewer.fileName())
              .add("sha256", Sha256.of(Files.readAllBytes(folder.resolve(viewer.fileName()))))
              .add("storyline", viewer.storyline()));
    }
    return Json.createObjectBuilder()
        .add("campaign", CAMPAIGN_NAME)
        .add(
            "creative",
            Json.createObjectBuilder()
                .add("name", CREATIVE_NAME)
                .add("file", CREATIVE_FILE)
                .add("sha256", Sha256.of(Files.readAllBytes(folder.resolve(CREATIVE_FILE)))))
        .add("viewers", viewers)
        .build();
  }
}
