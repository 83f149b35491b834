package org.otklik.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import jakarta.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.otklik.testdata.synthetic.DemoCampaign;

/** From an empty list of campaigns to the demo's results by one button. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class DemoButtonIT {
  private static final double PATIENCE_MS = Duration.ofMinutes(8).toMillis();
  private static final String PASSWORD = "a long enough password";

  @RegisterExtension static final Chromium chromium = new Chromium();

  @Test
  void demoFillsBeforeOnesEyesOnceAClient() throws IOException, InterruptedException {
    String login = analystOfANewClient();
    Page page = chromium.signedIn("en", login, PASSWORD);
    Page late = page.context().newPage();
    late.navigate("index.xhtml");
    Axe.assertNothingFound(page, "no-campaigns");
    Chromium.picture(page, "no-campaigns");
    page.getByText("Load the demo campaign").click();
    assertThat(page)
        .hasURL(
            Pattern.compile("campaign\\.xhtml"),
            new PageAssertions.HasURLOptions().setTimeout(PATIENCE_MS));
    assertThat(page.locator("main")).containsText("The demo is being loaded.");
    late.getByText("Load the demo campaign").click();
    assertThat(late.locator("#listMessages")).containsText("already has a demo campaign");

    int viewers = DemoCampaign.viewers().size();
    assertThat(page.locator("#state")).containsText(viewers + " recordings", contained());
    assertThat(page.locator("tr[data-state=COMPLETED]"))
        .hasCount(viewers, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MS));
    assertThat(page.locator("main")).not().containsText("The demo is being loaded.", contained());
    assertThat(page.locator("main")).containsText("drawn by a program");
    assertThat(page.locator("#figures .metric .value").first()).not().hasText("–");
    Chromium.picture(page, "demo-filled");
    assertEquals(1, page.locator("#figures .card").count());
  }

  private static String analystOfANewClient() throws IOException, InterruptedException {
    String code = "demo-" + UUID.randomUUID();
    String login = "u" + UUID.randomUUID();
    TestGround.administrator()
        .post(
            "clients",
            Json.createObjectBuilder().add("code", code).add("name", "New client").build());
    TestGround.administrator()
        .post(
            "users",
            Json.createObjectBuilder()
                .add("login", login)
                .add("password", PASSWORD)
                .add("role", "ANALYST")
                .add("clients", Json.createArrayBuilder().add(code))
                .build());
    return login;
  }

  private static LocatorAssertions.ContainsTextOptions contained() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MS);
  }
}
