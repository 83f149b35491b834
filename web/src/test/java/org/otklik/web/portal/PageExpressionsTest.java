package org.otklik.web.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Named;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What pages name is there: a bean's property or method that was renamed, or a template that was
 * moved, would show only when somebody opens the page.
 */
class PageExpressionsTest {
  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Path CLASSES = Path.of("target/classes");

  private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{([^}]*)\\}");
  private static final Pattern TEXT = Pattern.compile("'[^']*'");
  private static final Pattern MEMBER = Pattern.compile("(?<![\\w.])([a-z]\\w*)\\.([A-Za-z]\\w*)");
  private static final Pattern INCLUDE =
      Pattern.compile("(?:src|template)=\"(/WEB-INF/[^\"#]+\\.xhtml)\"");

  private static final Map<String, Set<String>> MEMBERS = new TreeMap<>();

  @BeforeAll
  static void findBeans() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".class")).toList()) {
        Class<?> type = type(file);
        Named named = type.getAnnotation(Named.class);
        if (named != null) {
          MEMBERS.put(
              named.value().isEmpty() ? decapitalised(type.getSimpleName()) : named.value(),
              Arrays.stream(type.getMethods()).map(Method::getName).collect(Collectors.toSet()));
        }
      }
    }
  }

  @Test
  void beansHaveWhatPagesAskOfThem() throws IOException {
    assertFalse(MEMBERS.isEmpty());
    List<String> missing = new ArrayList<>();
    int asked = 0;
    for (Path page : pages()) {
      Matcher expressions = EXPRESSION.matcher(Files.readString(page));
      while (expressions.find()) {
        Matcher members = MEMBER.matcher(TEXT.matcher(expressions.group(1)).replaceAll("''"));
        while (members.find()) {
          Set<String> known = MEMBERS.get(members.group(1));
          if (known != null) {
            asked++;
            if (!has(known, members.group(2))) {
              missing.add(page.getFileName() + ": " + members.group());
            }
          }
        }
      }
    }
    assertTrue(asked > 0, "the test checks nothing");
    assertEquals(List.of(), missing);
  }

  @Test
  void templatesThatPagesIncludeAreThere() throws IOException {
    List<String> missing = new ArrayList<>();
    int asked = 0;
    for (Path page : pages()) {
      Matcher includes = INCLUDE.matcher(Files.readString(page));
      while (includes.find()) {
        asked++;
        if (!Files.exists(PAGES.resolve(includes.group(1).substring(1)))) {
          missing.add(page.getFileName() + ": " + includes.group(1));
        }
      }
    }
    assertTrue(asked > 0, "the test checks nothing");
    assertEquals(List.of(), missing);
  }

  private static boolean has(Set<String> methods, String member) {
    String property = member.substring(0, 1).toUpperCase(Locale.ROOT) + member.substring(1);
    return methods.contains(member)
        || methods.contains("get" + property)
        || methods.contains("is" + property);
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(PAGES)) {
      return files.filter(one -> one.toString().endsWith(".xhtml")).toList();
    }
  }

  private static Class<?> type(Path file) {
    String name = CLASSES.relativize(file).toString().replaceFirst("\\.class$", "");
    try {
      return Class.forName(
          name.replace(file.getFileSystem().getSeparator(), "."),
          false,
          PageExpressionsTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("It was compiled, and is not there: " + file, e);
    }
  }

  private static String decapitalised(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
