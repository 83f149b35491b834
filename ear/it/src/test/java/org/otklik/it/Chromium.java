package org.otklik.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.otklik.bench.server.BrowserProgram;

/**
 * A real browser, Debian's Chromium, for a class of tests: {@code @RegisterExtension static final
 * Chromium chromium = new Chromium();}. Where none is installed the class is skipped, with one line
 * that says so. After each test its pages are closed; of a test that failed, pictures are kept. A
 * test also fails if a page's script broke, broke the page's security policy, or asked another
 * server for anything.
 */
final class Chromium
    implements ExecutionCondition, BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private final List<PageWatch> watches = new ArrayList<>();
  private final List<PageWatch> lasting = new ArrayList<>();
  private final boolean isNeeded;
  private final Supplier<Path> camera;
  private Playwright playwright;
  private Browser browser;

  Chromium() {
    this(true, null);
  }

  private Chromium(boolean isNeeded, Supplier<Path> camera) {
    this.isNeeded = isNeeded;
    this.camera = camera;
  }

  /** One whose camera shows a film, JPEG after JPEG, again and again; its user allows it. */
  static Chromium withCamera(Supplier<Path> mjpeg) {
    return new Chromium(true, mjpeg);
  }

  /** For a class that has something to prove without a browser, too. */
  static Chromium whereInstalled() {
    return new Chromium(false, null);
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (!isNeeded) {
      return ConditionEvaluationResult.enabled("Chromium is not needed for all of it");
    }
    if (BrowserProgram.find().isPresent()) {
      return ConditionEvaluationResult.enabled("Chromium is installed");
    }
    String line =
        "SKIPPED: "
            + context.getDisplayName()
            + " needs Chromium (Debian: apt-get install chromium), and none is installed";
    if (context.getTestMethod().isEmpty()) {
      System.err.println(line);
    }
    return ConditionEvaluationResult.disabled(line);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (BrowserProgram.find().isEmpty()) {
      return;
    }
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(BrowserProgram.find().orElseThrow())
                    .setChromiumSandbox(false) // root has none
                    .setArgs(arguments()));
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>(BrowserProgram.QUIET);
    if (camera != null) {
      arguments.add("--use-fake-ui-for-media-stream");
      arguments.add("--use-fake-device-for-media-stream");
      arguments.add("--use-file-for-fake-video-capture=" + camera.get());
      arguments.add("--autoplay-policy=no-user-gesture-required");
    }
    return arguments;
  }

  /** A window of its own, 1280 × 800, with cookies of its own; the portal is its base address. */
  Page window(String language) {
    return window(options(language));
  }

  static Browser.NewContextOptions options(String language) {
    return options(TestGround.portal(), language);
  }

  static Browser.NewContextOptions options(URI portal, String language) {
    return new Browser.NewContextOptions()
        .setBaseURL(portal.toString())
        .setLocale(language.equals("ru") ? "ru-RU" : "en-GB")
        .setTimezoneId("UTC")
        .setViewportSize(1280, 800)
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  Page window(Browser.NewContextOptions options) {
    return window(options, Set.of(URI.create(options.baseURL)));
  }

  /**
   * @param servers that its pages may ask, the portal among them
   */
  Page window(Browser.NewContextOptions options, Set<URI> servers) {
    BrowserContext context = browser.newContext(options);
    watches.add(new PageWatch(context, servers));
    return context.newPage();
  }

  /** A window that stays open from test to test, until the last one of the class. */
  Page lastingWindow(Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    lasting.add(new PageWatch(context, Set.of(URI.create(options.baseURL))));
    return context.newPage();
  }

  /** A window whose user has signed in by the page. */
  Page signedIn(String language, String login, String password) {
    Page page = window(language);
    signIn(page, login, password);
    return page;
  }

  /** Fills in the sign-in page and presses Enter. */
  static void signIn(Page page, String login, String password) {
    page.navigate("login.xhtml");
    page.locator("#user").fill(login);
    page.locator("input[type=password]").fill(password);
    page.locator("input[type=password]").press("Enter");
    page.waitForURL(address -> !address.contains("login.xhtml"));
  }

  /**
   * With {@code -Dotklik.screenshots=true} keeps a picture of the page for a look after the run.
   */
  static void picture(Page page, String name) throws IOException {
    if (Boolean.getBoolean("otklik.screenshots")) {
      keepPicture(page, name);
    }
  }

  /** Keeps a picture of the whole page as {@code target/screenshots/NAME.png}. */
  static Path keepPicture(Page page, String name) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "screenshots"));
    Path file = folder.resolve(name + ".png");
    page.bringToFront(); // what lies behind another page is not painted
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    return file;
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    if (context.getExecutionException().isPresent()) {
      for (PageWatch watch : lasting) {
        watch.keepPictures(context.getRequiredTestClass().getSimpleName() + "-lasting");
      }
    }
    end(watches, context);
  }

  private static void end(List<PageWatch> watches, ExtensionContext context) throws IOException {
    List<String> complaints = new ArrayList<>();
    try {
      for (PageWatch watch : watches) {
        if (context.getExecutionException().isPresent()) {
          watch.keepPictures(context.getRequiredTestClass().getSimpleName());
        }
        complaints.addAll(watch.complaints());
        watch.close();
      }
    } finally {
      watches.clear();
    }
    if (!complaints.isEmpty() && context.getExecutionException().isEmpty()) {
      throw new AssertionError("The browser complained: " + complaints);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    end(lasting, context);
    if (browser != null) {
      browser.close();
    }
    if (playwright != null) {
      playwright.close();
    }
  }
}
