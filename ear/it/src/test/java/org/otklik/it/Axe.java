package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Deque's axe looks at a page for what people with a disability would stumble over. */
final class Axe {
  private static final String WCAG_22_AA =
      """
      async () => {
        const found = await axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          resultTypes: ['violations'],
        });
        return found.violations
          .filter((fault) => ['serious', 'critical'].includes(fault.impact) || !fault.tags.includes('best-practice')
            || ['heading-order', 'landmark-unique', 'empty-table-header'].includes(fault.id))
          .map((fault) => `${fault.impact} ${fault.id}: ${fault.help}: `
            + fault.nodes.slice(0, 5).map((node) => node.html.slice(0, 200) + ' [' + node.failureSummary + ']').join(' | '));
      }
      """;

  private Axe() {}

  /**
   * Fails with what breaks a rule of WCAG 2.2 AA, or seriously another rule of axe; or how headings
   * and landmarks are set.
   *
   * @param where named in the message
   */
  static void assertNothingFound(Page page, String where) throws IOException {
    assertEquals(List.of(), findings(page), where);
  }

  static List<?> findings(Page page) throws IOException {
    page.evaluate(source()); // the browser's own tools stand above the page's security policy
    return (List<?>) page.evaluate(WCAG_22_AA);
  }

  private static String source() throws IOException {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
