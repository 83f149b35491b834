package org.otklik.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.jboss.jandex.Indexer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.emotion.Emotion;
import org.otklik.request.RequestReader;

/** What the API says of itself, made of the compiled classes as the server makes it. */
class ApiDocumentTest {
  private static final String JSON = "application/json";

  private static OpenAPI document;

  @BeforeAll
  static void make() throws IOException, URISyntaxException {
    Indexer indexer = new Indexer();
    for (Class<?> one : List.of(ApiDocument.class, RequestReader.class, Emotion.class)) {
      index(indexer, one.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
    document =
        SmallRyeOpenAPI.builder()
            .withIndex(indexer.complete())
            .withScannerClassLoader(ApiDocumentTest.class.getClassLoader())
            .withFilters(List.of(new ApiDocument()))
            .build()
            .model();
  }

  /** A folder of classes, or an archive of them. */
  private static void index(Indexer indexer, URI place) throws IOException {
    Path path = Path.of(place);
    if (Files.isDirectory(path)) {
      indexTree(indexer, path);
      return;
    }
    try (FileSystem archive = FileSystems.newFileSystem(path)) {
      indexTree(indexer, archive.getPath("/"));
    }
  }

  private static void indexTree(Indexer indexer, Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(file -> file.toString().endsWith(".class"))
          .forEach(file -> index(indexer, file));
    }
  }

  private static void index(Indexer indexer, Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      indexer.index(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyRequestHasADescribedType() {
    Set<String> without = new TreeSet<>();
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach(
                        (method, operation) -> {
                          if (!isDescribed(operation.getRequestBody())) {
                            without.add(method + " " + path);
                          }
                        }));
    assertEquals(Set.of(), without);
    assertEquals(
        "#/components/schemas/NewSchedule", sent("/schedules/{id}", PathItem.HttpMethod.PUT));
    assertEquals("#/components/schemas/NewCampaign", sent("/campaigns", PathItem.HttpMethod.POST));
  }

  private static boolean isDescribed(RequestBody body) {
    return body == null
        || body.getContent().getMediaTypes().entrySet().stream()
            .allMatch(type -> !type.getKey().equals("*/*") && type.getValue().getSchema() != null);
  }

  private static String sent(String path, PathItem.HttpMethod method) {
    RequestBody body =
        document
            .getPaths()
            .getPathItem("/api/v1" + path)
            .getOperations()
            .get(method)
            .getRequestBody();
    assertTrue(body.getRequired());
    Content content = body.getContent();
    return content.getMediaType(JSON).getSchema().getRef();
  }

  @ParameterizedTest
  @CsvSource({
    "NewSchedule, excludedDates, maxItems, 1000",
    "NewSchedule, text, maxLength, 4000",
    "NewSchedule, keepDays, maximum, 3650",
    "Recurrence, every, maximum, 1000",
    "Recurrence, times, maximum, 1000000",
    "MetricSettings, minResponseSeconds, minimum, 0.1",
    "MetricSettings, minResponseSeconds, maximum, 60",
    "MetricSettings, silentWeight, minimum, 0.2",
    "NewCampaign, name, maxLength, 200",
    "RecordingRequest, segment, maxItems, 20",
    "AuditQuery, limit, maximum, 500"
  })
  void limitsThatAreEnforcedAreTold(String schema, String field, String limit, BigDecimal value) {
    Schema described = document.getComponents().getSchemas().get(schema).getProperties().get(field);
    Object told =
        switch (limit) {
          case "maxItems" -> described.getMaxItems();
          case "maxLength" -> described.getMaxLength();
          case "maximum" -> described.getMaximum();
          default -> described.getMinimum();
        };
    assertEquals(
        0, value.compareTo(new BigDecimal(String.valueOf(told))), () -> limit + " " + told);
  }
}
