package org.otklik.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The image in its file, by the OCI image format: index, manifest, configuration and layers. */
class ImageContentTest {
  private static final Path FILE = Path.of(System.getProperty("otklik.image"));
  private static final String VERSION = System.getProperty("otklik.version");
  private static final int MAX_JSON_BYTES = 1 << 20;

  private static final Map<String, TarArchiveEntry> FILES = new TreeMap<>();
  private static JsonObject configuration;

  @BeforeAll
  static void read() throws IOException {
    Map<String, byte[]> small = new HashMap<>();
    visit(
        Files.newInputStream(FILE),
        (entry, content) -> {
          if (entry.getSize() < MAX_JSON_BYTES) {
            small.put(entry.getName(), content.readAllBytes());
          }
        });
    JsonObject index = json(small.get("index.json"));
    JsonObject manifest = json(small.get(blob(index.getJsonArray("manifests").getJsonObject(0))));
    configuration = json(small.get(blob(manifest.getJsonObject("config"))));
    Set<String> layers =
        Set.copyOf(
            manifest.getJsonArray("layers").stream()
                .map(layer -> blob(layer.asJsonObject()))
                .toList());
    visit(
        Files.newInputStream(FILE),
        (blob, content) -> {
          if (layers.contains(blob.getName())) {
            visit(
                new GZIPInputStream(new Unclosed(content)),
                (file, ignored) -> FILES.put(file.getName().replaceAll("/$", ""), file));
          }
        });
  }

  private interface Visitor {
    void see(TarArchiveEntry entry, InputStream content) throws IOException;
  }

  /** The tar around a layer is read on after it. */
  private static final class Unclosed extends java.io.FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // the outer archive's
    }
  }

  private static void visit(InputStream file, Visitor visitor) throws IOException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new BufferedInputStream(file))) {
      for (TarArchiveEntry one = tar.getNextEntry(); one != null; one = tar.getNextEntry()) {
        visitor.see(one, tar);
      }
    }
  }

  private static String blob(JsonObject descriptor) {
    return "blobs/" + descriptor.getString("digest").replace(':', '/');
  }

  private static JsonObject json(byte[] bytes) {
    assertNotNull(bytes);
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
      return reader.readObject();
    }
  }

  @Test
  void startsAsAnAccountOfItsOwnInTheForeground() {
    JsonObject config = configuration.getJsonObject("config");
    assertEquals("10001:10001", config.getString("User"));
    assertEquals(List.of("/opt/otklik/bin/otklik", "run"), strings(config, "Entrypoint"));
    assertTrue(strings(config, "Env").contains("OTKLIK_DATA=/var/lib/otklik/data"));
    assertEquals(Set.of("/var/lib/otklik"), config.getJsonObject("Volumes").keySet());
    assertEquals(Set.of("8080/tcp", "8443/tcp"), config.getJsonObject("ExposedPorts").keySet());
    assertEquals(
        VERSION, config.getJsonObject("Labels").getString("org.opencontainers.image.version"));
  }

  private static List<String> strings(JsonObject object, String name) {
    return object.getJsonArray(name).getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .toList();
  }

  @Test
  void holdsTheDistributionAndAFolderForItsData() {
    for (String needed : List.of("otklik.ear", "conf/otklik.properties", "docs/operations.md")) {
      assertTrue(FILES.containsKey("opt/otklik/" + needed), needed);
    }
    assertEquals(0755, FILES.get("opt/otklik/bin/otklik").getMode() & 0777);
    assertTrue(FILES.containsKey("etc/passwd"), "PostgreSQL needs the account's name");
    TarArchiveEntry data = FILES.get("var/lib/otklik");
    assertTrue(data.isDirectory());
    assertEquals(0777, data.getMode() & 0777);
  }

  /** What the server must not change belongs to root; nothing says when it was built. */
  @Test
  void programsAreRootsAndOfOneTime() {
    FILES.forEach(
        (name, file) -> {
          if (name.startsWith("opt/otklik/")) {
            assertEquals(0, file.getLongUserId(), name);
            assertEquals(0, file.getMode() & 0022, name);
            assertEquals(1000, file.getLastModifiedTime().toMillis(), name);
          }
          assertFalse(name.matches(".*(passwords\\.properties|\\.p12|\\.pem)"), name);
        });
  }
}
