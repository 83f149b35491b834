package org.otklik.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files for containers name what there is: settings, probes, secrets, volumes, labels. */
class ContainerFilesTest {
  private static final Path FOLDER = Path.of("../distribution/src/main/containers");
  private static final Path IMAGE = Path.of("../image/pom.xml");
  private static final Path HEALTH =
      Path.of("../../web/src/main/java/org/otklik/web/api/HealthResource.java");
  private static final Set<String> VARIABLES =
      InstanceSettings.known().stream()
          .map(InstanceSettings::variable)
          .collect(Collectors.toCollection(TreeSet::new));

  /** A commented-out variable is one that somebody will use. */
  private static final Pattern VARIABLE = Pattern.compile("\\b(?:OTKLIK|JBOSS)_[A-Z0-9_]+");

  /** Of the file itself and of {@code bin/otklik}. */
  private static final Set<String> NO_SETTINGS = Set.of("OTKLIK_VERSION", "OTKLIK_DATA");

  private static List<Map<String, Object>> documents(String file) throws IOException {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    List<Map<String, Object>> documents = new ArrayList<>();
    try (Reader in = Files.newBufferedReader(FOLDER.resolve(file))) {
      new Yaml(new SafeConstructor(strict)).loadAll(in).forEach(one -> documents.add(map(one)));
    }
    return documents;
  }

  @SuppressWarnings("unchecked") // a YAML document's keys are strings here
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  /** What lies at a path of keys. */
  private static Object at(Object document, String... keys) {
    Object value = document;
    for (String key : keys) {
      assertTrue(map(value).containsKey(key), () -> key + " is not in " + document);
      value = map(value).get(key);
    }
    return value;
  }

  private static List<Map<String, Object>> list(Object document, String... keys) {
    return StreamSupport.stream(((Iterable<?>) at(document, keys)).spliterator(), false)
        .map(ContainerFilesTest::map)
        .toList();
  }

  private static Map<String, Object> ofKind(List<Map<String, Object>> documents, String kind) {
    return documents.stream()
        .filter(document -> kind.equals(document.get("kind")))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compose.yaml",
        "kubernetes/one-server.yaml",
        "kubernetes/several-servers.yaml",
        "kubernetes/secret.yaml"
      })
  void onlySettingsThatThereAreAreNamedAndNoneIsASecret(String file) throws IOException {
    assertFalse(documents(file).isEmpty());
    Set<String> named =
        VARIABLE
            .matcher(Files.readString(FOLDER.resolve(file)))
            .results()
            .map(one -> one.group())
            .collect(Collectors.toCollection(TreeSet::new));
    named.removeAll(NO_SETTINGS);
    assertTrue(VARIABLES.containsAll(named), () -> named + " are not all among " + VARIABLES);
    named.removeIf(name -> !VARIABLES.contains(name + "_FILE") || !isSecret(name));
    assertEquals(Set.of(), named, "secrets stand in files");
  }

  private static boolean isSecret(String variable) {
    return variable.matches(".*_(PASSWORD|TOKEN|SECRET|CODE)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kubernetes/one-server.yaml", "kubernetes/several-servers.yaml"})
  void serversArePlacedProbedAndFoundByKubernetes(String file) throws IOException {
    List<Map<String, Object>> documents = documents(file);
    Map<String, Object> set = ofKind(documents, "StatefulSet");
    Map<String, Object> pod = map(at(set, "spec", "template", "spec"));
    Map<String, Object> container = list(pod, "containers").get(0);
    Object labels = at(set, "spec", "template", "metadata", "labels");
    assertEquals(labels, at(set, "spec", "selector", "matchLabels"));
    Map<String, Object> service = ofKind(documents, "Service");
    assertEquals(labels, at(service, "spec", "selector"));
    assertEquals(at(service, "metadata", "name"), at(set, "spec", "serviceName"));

    String port = (String) at(list(container, "ports").get(0), "name");
    assertEquals(port, at(list(service, "spec", "ports").get(0), "targetPort"));
    String health = Files.readString(HEALTH);
    for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
      assertEquals(port, at(container, probe, "httpGet", "port"));
      String path = (String) at(container, probe, "httpGet", "path");
      assertTrue(path.startsWith("/api/v1/health/"), path);
      assertTrue(health.contains("@Path(\"" + path.substring(14) + "\")"), path);
    }
    assertEquals(true, at(pod, "securityContext", "runAsNonRoot"));
    String image = Files.readString(IMAGE);
    String user = String.valueOf(at(pod, "securityContext", "runAsUser"));
    assertTrue(Files.readString(IMAGE.resolveSibling("src/main/etc/passwd")).contains(":" + user));
    assertTrue(
        image.contains("<image.user>" + at(pod, "securityContext", "runAsUser") + "</image.user>"));

    Set<Object> there = new TreeSet<>();
    list(pod, "volumes").forEach(volume -> there.add(volume.get("name")));
    list(set, "spec", "volumeClaimTemplates")
        .forEach(claim -> there.add(at(claim, "metadata", "name")));
    Set<Object> mounted = new TreeSet<>();
    list(container, "volumeMounts").forEach(mount -> mounted.add(mount.get("name")));
    assertEquals(there, mounted);
    assertTrue(image.contains("<volume>" + mountPath(container, "data") + "</volume>"));
  }

  private static Object mountPath(Map<String, Object> container, String volume) {
    return list(container, "volumeMounts").stream()
        .filter(mount -> volume.equals(mount.get("name")))
        .map(mount -> mount.get("mountPath"))
        .findFirst()
        .orElseThrow();
  }

  /** Each server's name stays and is its own; database and media are everybody's. */
  @Test
  void severalServersShareDatabaseAndMedia() throws IOException {
    List<Map<String, Object>> documents = documents("kubernetes/several-servers.yaml");
    Map<String, Object> pod = map(at(ofKind(documents, "StatefulSet"), "spec", "template", "spec"));
    Map<String, Object> container = list(pod, "containers").get(0);
    Map<Object, Map<String, Object>> variables =
        list(container, "env").stream()
            .collect(Collectors.toMap(one -> one.get("name"), one -> one));
    assertEquals(
        "metadata.name",
        at(variables.get("JBOSS_NODE_NAME"), "valueFrom", "fieldRef", "fieldPath"));
    assertTrue(variables.containsKey("OTKLIK_DB_URL"));
    assertEquals(mountPath(container, "media"), at(variables.get("OTKLIK_MEDIA_DIR"), "value"));
    Map<String, Object> claim = ofKind(documents, "PersistentVolumeClaim");
    assertEquals(List.of("ReadWriteMany"), at(claim, "spec", "accessModes"));
    String media =
        list(pod, "volumes").stream()
            .filter(volume -> "media".equals(volume.get("name")))
            .map(volume -> (String) at(volume, "persistentVolumeClaim", "claimName"))
            .findFirst()
            .orElseThrow();
    assertEquals(at(claim, "metadata", "name"), media);
    Set<String> keys = map(at(documents("kubernetes/secret.yaml").get(0), "stringData")).keySet();
    variables.forEach(
        (name, variable) -> {
          if (variable.get("value") instanceof String path && path.startsWith("/run/secrets/")) {
            String key = path.substring(path.lastIndexOf('/') + 1);
            assertTrue(keys.contains(key), key);
          }
        });
  }

  /** With the values of the file itself nobody gets in: no server starts. */
  @Test
  void secretsMustBeReplaced() throws IOException {
    Map<String, Object> secrets = map(at(documents("kubernetes/secret.yaml").get(0), "stringData"));
    secrets.forEach((key, value) -> assertEquals("REPLACE", value, key));
  }

  @Test
  void composeKeepsDataInAVolumeAndSecretsInFiles() throws IOException {
    Map<String, Object> compose = documents("compose.yaml").get(0);
    Map<String, Object> otklik = map(at(compose, "services", "otklik"));
    List<?> volumes = (List<?>) at(otklik, "volumes");
    assertEquals(List.of("data:/var/lib/otklik"), volumes);
    assertTrue(map(at(compose, "volumes")).containsKey("data"));
    assertEquals(map(at(compose, "secrets")).keySet(), Set.copyOf((List<?>) at(otklik, "secrets")));
    assertTrue(
        Files.readString(IMAGE).contains("<volume>/var/lib/otklik</volume>"),
        "as the image has it");
  }
}
