package org.otklik.bench.server;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.otklik.platform.Console;

/** What somebody sees who opens a page in Chromium, which has nothing of it stored yet. */
final class FirstViews {
  private static final int ROUNDS = 5;
  private static final int LIMIT_MS = 1500;

  /** Pages that go on by themselves are still by then, and their layout has had time to jump. */
  private static final int PAUSE_MS = 1500;

  private static final String WATCH =
      """
      window.seen = {largest: 0, shift: 0};
      new PerformanceObserver(list => list.getEntries().forEach(entry => {
        window.seen.largest = entry.startTime;
      })).observe({type: 'largest-contentful-paint', buffered: true});
      new PerformanceObserver(list => list.getEntries().forEach(entry => {
        if (!entry.hadRecentInput) window.seen.shift += entry.value;
      })).observe({type: 'layout-shift', buffered: true});
      """;

  private static final String SEEN =
      """
      () => [window.seen.largest, performance.getEntriesByType('navigation')[0].loadEventEnd,
        1000 * window.seen.shift,
        performance.getEntriesByType('resource').reduce((sum, one) => sum + one.transferSize, 0)
          + performance.getEntriesByType('navigation')[0].transferSize]
      """;

  private final Console console;
  private final URI portal;
  private final PortalSession session;

  FirstViews(Console console, URI portal, PortalSession session) {
    this.console = console;
    this.portal = portal;
    this.session = session;
  }

  /**
   * @param pages paths by name
   */
  void measure(Map<String, String> pages) {
    Optional<Path> program = BrowserProgram.find();
    if (program.isEmpty()) {
      console.show("portal-first-view: not measured, no Chromium is installed");
      return;
    }
    Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(program.get())
            .setChromiumSandbox(false) // root has none
            .setArgs(BrowserProgram.QUIET);
    try (Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        Browser browser = playwright.chromium().launch(options)) {
      pages.forEach((name, path) -> measure(browser, name, path));
    }
  }

  private void measure(Browser browser, String name, String path) {
    List<List<Double>> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      rounds.add(look(browser, path));
    }
    console.show(
        String.format(
            Locale.ROOT,
            "portal-first-view-%s %.0f ms (limit %d; loaded after %.0f; layout shift %.3f; %.0f kB"
                + " with all that it loads)",
            name,
            median(rounds, 0),
            LIMIT_MS,
            median(rounds, 1),
            median(rounds, 2) / 1000,
            median(rounds, 3) / 1000));
  }

  private List<Double> look(Browser browser, String path) {
    try (BrowserContext context = browser.newContext()) {
      context.addCookies(
          session.cookies().stream()
              .map(
                  cookie ->
                      new Cookie(cookie.getName(), cookie.getValue()).setUrl(portal.toString()))
              .toList());
      context.addInitScript(WATCH);
      Page page = context.newPage();
      page.navigate(portal.resolve(path).toString());
      page.waitForTimeout(PAUSE_MS);
      List<?> seen = (List<?>) page.evaluate(SEEN);
      return seen.stream().map(figure -> ((Number) figure).doubleValue()).toList();
    }
  }

  private static double median(List<List<Double>> rounds, int figure) {
    return rounds.stream().map(round -> round.get(figure)).sorted().toList().get(ROUNDS / 2);
  }
}
