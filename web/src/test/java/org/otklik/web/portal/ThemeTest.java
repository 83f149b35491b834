package org.otklik.web.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code primefaces-otklik/theme.css} has what the pages use, and no colour of its own. */
class ThemeTest {
  private static final Pattern COMPONENT = Pattern.compile("<p:([a-zA-Z]+)");
  private static final Pattern COLOUR =
      Pattern.compile("#[0-9a-fA-F]{3,8}\\b|(rgb|hsl)a?\\([^)]*\\)");

  /** What a component looks like, by the class that PrimeFaces gives it. */
  private static final Map<String, String> LOOKS =
      Map.of(
          "commandButton", ".ui-button",
          "confirmDialog", ".ui-confirm-dialog",
          "dialog", ".ui-dialog",
          "inputText", ".ui-inputfield",
          "password", ".ui-inputfield",
          "selectBooleanCheckbox", ".ui-chkbox",
          "selectOneMenu", ".ui-selectonemenu");

  private static final Set<String> WITHOUT_LOOKS =
      Set.of(
          "ajax", "commandLink", "confirm", "fileDownload", "outputLabel", "poll", "remoteCommand");

  private static String theme() throws IOException {
    return Files.readString(Path.of("src/main/webapp/resources/primefaces-otklik/theme.css"));
  }

  @Test
  void hasTheRulesOfEveryComponentThatPagesUse() throws IOException {
    String theme = theme();
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
      for (Path page : files.filter(path -> path.toString().endsWith(".xhtml")).toList()) {
        Matcher matcher = COMPONENT.matcher(Files.readString(page));
        while (matcher.find()) {
          used.add(matcher.group(1));
        }
      }
    }
    assertFalse(used.isEmpty());
    used.removeAll(WITHOUT_LOOKS);
    for (String component : used) {
      assertTrue(LOOKS.containsKey(component), () -> "p:" + component + " has no rules here");
      assertTrue(theme.contains(LOOKS.get(component)), () -> "p:" + component + " has no rules");
    }
  }

  @Test
  void namesNoColourButShadows() throws IOException {
    Set<String> colours = new TreeSet<>();
    Matcher matcher = COLOUR.matcher(theme());
    while (matcher.find()) {
      if (!matcher.group().startsWith("rgba(0, 0, 0, .")) {
        colours.add(matcher.group());
      }
    }
    assertEquals(Set.of(), colours);
  }
}
