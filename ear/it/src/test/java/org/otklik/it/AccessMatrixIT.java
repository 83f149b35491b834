package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.it.AccessMatrixTable.Door;
import org.otklik.it.AccessMatrixTable.Line;
import org.otklik.it.AccessMatrixTable.Who;

/** Every page and every operation × everybody: {@code access-matrix.txt} holds, and is complete. */
class AccessMatrixIT {
  private static List<Line> lines;
  private static AccessMatrixFixture fixture;
  private static AccessMatrixCaller caller;

  @BeforeEach
  void provide() throws IOException, InterruptedException, SQLException {
    if (caller == null) {
      lines = AccessMatrixTable.lines();
      fixture = AccessMatrixFixture.create();
      caller = new AccessMatrixCaller(fixture);
    }
  }

  @Test
  void everybodyIsAnsweredAsTheTableSays() throws IOException, InterruptedException, SQLException {
    List<String> wrong = new ArrayList<>();
    for (Line line : lines) {
      for (Who who : Who.values()) {
        String answer = caller.answer(line, who);
        String expected = line.expected().get(who);
        if (!answer.equals(expected)) {
          wrong.add(line + " as " + who + ": " + answer + ", not " + expected);
        }
      }
    }
    assertEquals(List.of(), wrong, () -> "\n" + String.join("\n", wrong));
  }

  @Test
  void tableNamesEveryOperationOfTheCodeAndOfTheDescription()
      throws IOException, InterruptedException, SQLException {
    Set<String> named =
        lines.stream()
            .filter(line -> line.door() == Door.API)
            .map(Line::operation)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> coded = WebSurvey.operations();
    assertTrue(coded.size() > 60, () -> "hardly any found: " + coded);
    assertEquals(withoutNames(coded), withoutNames(named), "the resources' code");
    assertEquals(withoutNames(WebSurvey.described()), withoutNames(named), "the OpenAPI document");
  }

  /** The table writes an answer's viewer and such in full. */
  private static Set<String> withoutNames(Set<String> operations) {
    return operations.stream()
        .map(operation -> operation.replace("/clients/demo", "/clients/{}"))
        .map(operation -> operation.replace("/answers/v1", "/answers/{}"))
        .map(operation -> operation.replace("/jobs/0", "/jobs/{}"))
        .map(operation -> operation.replace("/thumbnails/0", "/thumbnails/{}"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void tableNamesEveryPageAndServlet() throws IOException {
    Set<String> pages =
        lines.stream()
            .filter(line -> line.door() == Door.PAGE && line.path().contains(".xhtml"))
            .map(line -> line.path().replaceFirst("\\?.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(WebSurvey.pages(), pages);
    for (String servlet : WebSurvey.servlets()) {
      String begin = servlet.replaceFirst("\\*$", "");
      assertTrue(
          lines.stream().anyMatch(line -> line.path().startsWith(begin)) || isForErrors(servlet),
          () -> "no line for " + servlet);
    }
  }

  /** They tell of problems and do nothing. */
  private static boolean isForErrors(String servlet) {
    return servlet.equals("/error") || servlet.equals("/api/*");
  }

  @Test
  void otherSitesPagesChangeNothing() throws IOException, InterruptedException, SQLException {
    List<String> wrong = new ArrayList<>();
    for (Line line : lines) {
      for (String site : line.changes() ? List.of("cross-site", "same-site") : List.<String>of()) {
        String answer = caller.forged(line, Who.ADMINISTRATOR, site);
        if (!answer.equals("403 FOREIGN_REQUEST")) {
          wrong.add(line + " from " + site + ": " + answer);
        }
      }
    }
    assertEquals(List.of(), wrong, () -> "\n" + String.join("\n", wrong));
  }

  @Test
  void sessionAloneChangesNothing() throws IOException, InterruptedException, SQLException {
    List<String> wrong = new ArrayList<>();
    for (Line line : lines) {
      // What needs no sign-in is no session's either: its path holds a secret.
      boolean isForAll = line.expected().get(Who.NOBODY).equals("404");
      if (line.changes() && line.door() != Door.PAGE && !isForAll) {
        String expected = line.door() == Door.API ? "401 SIGN_IN_NEEDED" : "403 SESSION_OVER";
        String answer = caller.withSessionAlone(line, Who.ADMINISTRATOR);
        if (!answer.equals(expected)) {
          wrong.add(line + ": " + answer + ", not " + expected);
        }
      }
    }
    assertEquals(List.of(), wrong, () -> "\n" + String.join("\n", wrong));
  }

  @Test
  void formsFromElsewhereChangeNothing() throws IOException, InterruptedException, SQLException {
    String victim = UserFixture.of("READER").login();
    String page = "/admin-user.xhtml?id=" + victim;
    PortalBrowser browser = caller.browser(Who.ADMINISTRATOR);
    String button =
        PortalBrowser.document(browser.open(page))
            .select(
                "button:containsOwn(Deactivate), button:has(:containsOwn(Deactivate)), input[value=Deactivate]")
            .attr("name");
    assertFalse(button.isEmpty());
    String form = "door=door&" + button + "=Deactivate&jakarta.faces.ViewState=";
    for (String state : List.of("", "stateless", "-1%3A-1")) {
      caller.postForm(Who.ADMINISTRATOR, page, form + state);
      assertTrue(
          TestGround.administrator().object("users/" + victim).getBoolean("active"),
          () -> "with the view state " + state);
    }
  }
}
