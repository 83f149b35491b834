package org.otklik.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The tables of recordings of a campaign and of a creative, when there are more than one page. */
class CampaignTableIT {
  private static final int VIEWERS = 119;

  @RegisterExtension static final Chromium chromium = new Chromium();

  @Test
  void recordingsAreFilteredFoundAndPaged() throws IOException, InterruptedException, SQLException {
    CampaignFixture campaign =
        CampaignFixture.create(TestGround.administrator(), "Table", DemoVideoFixture.ad());
    ViewersFixture.shared().add(campaign.creativeId(), VIEWERS); // and one who is excluded
    Page page = chromium.window("en");
    UserFixture reader = UserFixture.of("READER");
    page.navigate("login.xhtml?lang=en");
    Chromium.signIn(page, reader.login(), reader.password());
    page.navigate("campaign.xhtml?id=" + campaign.campaignId());
    assertThat(rows(page)).hasCount(50);
    assertThat(first(page)).containsText("v0001");

    page.locator(".pager button").last().click();
    assertThat(first(page)).containsText("v0051");
    page.locator(".pager button").last().click();
    assertThat(rows(page)).hasCount(20);
    assertThat(page.locator(".pager button").last()).isDisabled();

    page.locator("#show").selectOption("EXCLUDED");
    assertThat(rows(page)).hasCount(1);
    assertThat(first(page)).containsText("v0120");
    page.locator("#show").selectOption("COUNTED");
    assertThat(page.locator("#state p[role=status]")).containsText("119 recordings");
    assertThat(first(page)).containsText("v0001");

    search(page, "V011"); // of either case
    assertThat(rows(page)).hasCount(10);
    search(page, "city:pskov");
    assertThat(rows(page)).hasCount(2);
    search(page, "%");
    assertThat(rows(page)).hasCount(0);
    search(page, "");
    assertThat(rows(page)).hasCount(50);

    page.navigate("creative.xhtml?id=" + campaign.creativeId());
    assertThat(rows(page)).hasCount(50);
    page.locator(".pager button").last().click();
    assertThat(first(page)).containsText("v0051");
    page.locator(".pager button").last().click();
    assertThat(rows(page)).hasCount(20);
    assertThat(page.locator(".pager button").last()).isDisabled();
    page.locator(".pager button").first().click();
    assertThat(rows(page)).hasCount(50);
  }

  private static void search(Page page, String text) {
    page.locator("#viewerText").fill(text);
    page.locator("#viewerText").press("Tab");
  }

  private static Locator rows(Page page) {
    return page.locator("tr[data-recording]");
  }

  private static Locator first(Page page) {
    return rows(page).first();
  }
}
