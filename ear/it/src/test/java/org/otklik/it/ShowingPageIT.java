package org.otklik.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.otklik.launcher.RestClient;
import org.otklik.testdata.video.VideoWriter.Format;

/** A live showing in two browser windows: its host, and a participant with a drawn camera. */
class ShowingPageIT {
  private static final int CREATIVE_FRAMES = 250;

  @RegisterExtension
  static final Chromium chromium = Chromium.withCamera(() -> CameraVideo.draw(30));

  private static LocatorAssertions.ContainsTextOptions patient() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
  }

  @Test
  void hostPlaysAndSeesTheGroupWhoseScoresBecomeViewings() throws Exception {
    RestClient rest = TestGround.administrator();
    Path ad =
        UploadedVideoFixture.video(
            TestGround.newFolder("showing-page").resolve("ad.mp4"),
            Format.MP4,
            320,
            180,
            CREATIVE_FRAMES);
    CampaignFixture campaign = CampaignFixture.create(rest, "Showing pages", ad);
    UserFixture analyst = UserFixture.of("ANALYST");
    Page host = chromium.window(Chromium.options("en"));
    Chromium.signIn(host, analyst.login(), analyst.password());
    host.navigate("creative.xhtml?id=" + campaign.creativeId());
    host.locator("#startShowing").click();
    host.waitForLoadState();
    host.locator("#consentEn").fill("Your face is looked at.");
    host.locator("#consentRu").fill("Программа смотрит на ваше лицо.");
    host.locator("#save").click();
    host.waitForURL("**/showing-host.xhtml*");
    assertThat(host.locator("#line")).containsText("Connected", patient());
    String link = host.locator("#joinLink").inputValue();

    Page guest = chromium.window(Chromium.options("en").setPermissions(List.of("camera")));
    guest.navigate(link);
    assertThat(guest.locator("#consent")).isVisible();
    assertEquals(List.of(), Axe.findings(guest));
    Chromium.picture(guest, "showing-join");
    guest.locator("#agree").click();
    assertThat(guest.locator("#consentMissing")).containsText("Choose a name first.");
    guest.locator("#chosenName").fill("Anna");
    guest.locator("#isOldEnough").check();
    guest.locator("#isAgreed").check();
    guest.locator("#agree").click();
    assertThat(guest.locator("#shownName")).containsText("Anna", patient());
    assertThat(host.locator("#tiles")).containsText("Anna", patient());
    assertThat(guest.locator("#line")).containsText("Waiting for the host");
    Chromium.picture(guest, "showing-present");
    assertEquals(List.of(), Axe.findings(guest));

    host.locator("#play").click();
    assertThat(guest.locator("#line")).containsText("The video is playing.", patient());
    host.waitForFunction(
        "() => document.querySelector('#curve .positive').getAttribute('d').split('L').length > 4",
        null,
        new Page.WaitForFunctionOptions().setTimeout(60_000));
    Chromium.picture(host, "showing-host");
    assertEquals(List.of(), Axe.findings(host));
    assertThat(host.locator("#index")).containsText("From five observed participants on");
    host.waitForFunction(
        "() => document.getElementById('creative').ended",
        null,
        new Page.WaitForFunctionOptions().setTimeout(60_000));
    host.locator("#end").click();
    host.waitForURL("**/creative.xhtml*");
    assertThat(guest.locator("#overWhy")).containsText("has ended", patient());
    campaign.settled();
    JsonObject viewing = campaign.viewings().get(0);
    assertEquals("LIVE_SHOWING", viewing.getString("source"));
    assertTrue(viewing.getJsonNumber("coverage").doubleValue() > 0.5, viewing::toString);
    host.navigate("viewing.xhtml?id=" + viewing.getString("id"));
    assertThat(host.locator("#liveShowing")).isVisible();
    Chromium.picture(host, "showing-viewing");

    guest.locator("#withdrawAfter").click();
    assertThat(guest.locator("#withdraw")).isVisible();
    guest.locator("#withdrawNow").click();
    assertThat(guest.locator("#leftWhy")).containsText("You withdrew your consent", patient());
  }
}
