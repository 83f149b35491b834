package org.otklik.it;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the web has: operations by its code and by its description, pages, servlets. */
final class WebSurvey {
  private WebSurvey() {}

  /** By the annotations of the compiled resources: {@code GET /campaigns/{}}. */
  static Set<String> operations() throws IOException {
    Set<String> operations = new TreeSet<>();
    for (JavaClass resource : classes()) {
      if (resource.isAnnotatedWith(Path.class)) {
        String base = resource.getAnnotationOfType(Path.class).value();
        for (JavaMethod method : resource.getMethods()) {
          verb(method).ifPresent(verb -> operations.add(verb + " " + plain(base + path(method))));
        }
      }
    }
    return operations;
  }

  private static Optional<String> verb(JavaMethod method) {
    return method.getAnnotations().stream()
        .map(JavaAnnotation::getRawType)
        .filter(type -> type.isMetaAnnotatedWith(HttpMethod.class))
        .map(JavaClass::getSimpleName)
        .filter(verb -> !verb.equals("HEAD")) // asks as GET does, and the description has it not
        .findFirst();
  }

  private static String path(JavaMethod method) {
    return method.isAnnotatedWith(Path.class) ? method.getAnnotationOfType(Path.class).value() : "";
  }

  /** By the OpenAPI document that the server gives. */
  static Set<String> described() throws IOException, InterruptedException {
    return OpenApi.ofServer().operations().stream()
        .map(OpenApi.Operation::toString)
        .map(operation -> plain(operation.replaceFirst(" /api/v1", " ")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Every page that has an address of its own: {@code /index.xhtml}. */
  static Set<String> pages() throws IOException {
    java.nio.file.Path root = web().resolve("src/main/webapp");
    Set<String> pages = new TreeSet<>();
    try (Stream<java.nio.file.Path> files = Files.walk(root)) {
      files
          .map(file -> "/" + root.relativize(file).toString().replace('\\', '/'))
          .filter(path -> path.endsWith(".xhtml") && !path.startsWith("/WEB-INF/"))
          .forEach(pages::add);
    }
    return pages;
  }

  static Set<String> servlets() throws IOException {
    Set<String> patterns = new TreeSet<>();
    for (JavaClass servlet : classes()) {
      if (servlet.isAnnotatedWith(WebServlet.class)) {
        WebServlet annotation = servlet.getAnnotationOfType(WebServlet.class);
        patterns.addAll(List.of(annotation.value()));
        patterns.addAll(List.of(annotation.urlPatterns()));
      }
    }
    return patterns;
  }

  private static JavaClasses classes() throws IOException {
    return new ClassFileImporter().importPath(web().resolve("target/classes"));
  }

  private static java.nio.file.Path web() {
    return TestGround.layout().folder().resolve("../../../web").normalize();
  }

  private static String plain(String path) {
    return path.replaceAll("\\{[^}]*}", "{}");
  }
}
