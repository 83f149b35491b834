package org.otklik.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.media.synthetic.DemoCampaign;
import org.otklik.media.synthetic.DemoViewer;

/** Every page in a real browser: what axe finds, what scripts complain of, and how it looks. */
@ArquillianTest
@RunAsClient
class PortalPagesIT {
  @RegisterExtension static final Chromium chromium = new Chromium();

  private static CampaignFixture campaign;
  private static UserFixture analyst;

  @Deployment
  static EnterpriseArchive ear() throws IOException {
    return OtklikEar.with(PortalPagesIT.class);
  }

  @BeforeEach
  void provideCampaign() throws IOException, InterruptedException {
    if (campaign == null) {
      analyst = UserFixture.of("ANALYST");
      campaign =
          CampaignFixture.create(TestGround.administrator(), "Spring / Весна", DemoFilms.ad());
      List<DemoViewer> viewers = DemoCampaign.viewers();
      for (int i = 0; i < 6; i++) {
        String sex = i % 2 == 0 ? "female" : "male";
        campaign.record("v" + i, DemoFilms.recording(viewers.get(2 * i)), Map.of("sex", sex));
      }
      campaign.settled();
    }
  }

  @ParameterizedTest
  @CsvSource({"en, LIGHT, 1280", "ru, LIGHT, 1280", "en, DARK, 1280", "ru, DARK, 820"})
  void pagesAreAccessibleAndQuiet(String language, ColorScheme colours, int widthPx)
      throws IOException, InterruptedException {
    Browser.NewContextOptions options =
        Chromium.options(language).setColorScheme(colours).setViewportSize(widthPx, 800);
    Page page = chromium.window(options);
    page.navigate("login.xhtml?lang=" + language);
    look(page, "login", language, colours);
    Chromium.signIn(page, analyst.login(), analyst.password());
    Map<String, String> pages =
        Map.of(
            "campaigns", "index.xhtml",
            "campaign", "campaign.xhtml?id=" + campaign.campaignId(),
            "creative", "creative.xhtml?id=" + campaign.creativeId(),
            "images", "images.xhtml",
            "not-found", "nothing.xhtml");
    for (Map.Entry<String, String> one : pages.entrySet()) {
      page.navigate(one.getValue());
      look(page, one.getKey(), language, colours);
    }
  }

  private static void look(Page page, String name, String language, ColorScheme colours)
      throws IOException {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.locator("h1")).hasCount(1);
    String picture = name + "-" + language + "-" + colours.name().toLowerCase(Locale.ROOT);
    Chromium.picture(page, picture);
    Axe.assertNothingFound(page, picture);
  }
}
