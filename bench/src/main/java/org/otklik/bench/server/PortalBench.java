package org.otklik.bench.server;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.otklik.database.DatabaseRole;
import org.otklik.database.LocalDatabase;
import org.otklik.launcher.DemoUser;
import org.otklik.launcher.Otklik;
import org.otklik.launcher.RestClient;
import org.otklik.platform.Console;
import org.otklik.platform.LaunchException;

/**
 * How fast the portal answers with a thousand campaigns and some twenty thousand viewings stored:
 * every page, what its scripts ask, and what a browser makes of it. The largest campaign has four
 * creatives of 60 s, each seen by 500 viewers.
 */
final class PortalBench {
  private static final int CREATIVES = 4;
  private static final int VIEWERS = 500;
  private static final int REPORTS = 20;
  private static final int LENGTH_MS = 60_000;
  private static final int GLANCE_MS = 100;
  private static final int SETTLED_MS = 5_000;
  private static final List<String> SHOWN = List.of("COUNTED", "ALL");
  private static final List<String> CODES = List.of("v01", "v02", "v03");
  private static final Pattern NEXT =
      Pattern.compile("<button id=\"([^\"]*)\"(?:(?!</button>).)*Next", Pattern.DOTALL);

  private final RestClient rest;
  private final StoredRows rows;
  private final LocalDatabase database;
  private final PageTiming timing;
  private final PortalSession session;
  private final FirstViews views;
  private final Path ad;
  private final Path video;
  private final Map<String, String> first = new LinkedHashMap<>();
  private int turn;
  private String campaign;
  private String creative;
  private String other;
  private String recording;
  private String report;
  private String schedule;

  /**
   * @param ad a short video for the creatives
   * @param video a viewer's
   */
  PortalBench(Console console, RestClient rest, Otklik otklik, DemoUser user, Path ad, Path video)
      throws IOException, InterruptedException, SQLException {
    this.rest = rest;
    this.ad = ad;
    this.video = video;
    this.database = otklik.database();
    this.rows = StoredRows.in(database);
    this.timing = new PageTiming(console, otklik.server(), database);
    this.session = PortalSession.of(otklik.server().baseUri(), user);
    this.views = new FirstViews(console, otklik.server().baseUri(), session);
  }

  void run() throws IOException, InterruptedException, SQLException {
    store();
    Thread.sleep(SETTLED_MS); // the database has tables to tidy up
    campaigns();
    rooms();
    creatives();
    administration();
    interfaces();
    views.measure(first);
    comparisons();
  }

  private void store() throws IOException, InterruptedException, SQLException {
    rows.campaigns(DemoUser.CLIENT);
    campaign =
        rest.post(
                "campaigns",
                Json.createObjectBuilder()
                    .add("client", DemoUser.CLIENT)
                    .add("name", "The largest")
                    .add("synthetic", true)
                    .build())
            .getString("id");
    for (int i = 0; i < CREATIVES; i++) {
      other = creative;
      String name = "campaigns/" + campaign + "/creatives?name=Ad%20" + i;
      creative = rest.upload(name, ad).getString("id");
      if (i == CREATIVES - 1) {
        recording =
            rest.upload("creatives/" + creative + "/recordings?viewer=filmed", video)
                .getString("id");
        settle();
      }
      view(creative);
      settle();
    }
    rows.history();
    for (int i = 0; i < REPORTS; i++) {
      report =
          rest.post("creatives/" + creative + "/reports", JsonObject.EMPTY_JSON_OBJECT)
              .getString("id");
    }
    while (!rest.object("reports/" + report).getString("state").equals("COMPLETED")) {
      Thread.sleep(GLANCE_MS);
    }
    schedule = rest.post("campaigns/" + campaign + "/schedules", order()).getString("id");
  }

  /** Five hundred viewers more, of a video that is said to be a minute long. */
  private void view(String creative) throws IOException, SQLException {
    try (var connection = database.connect(DatabaseRole.OWNER);
        var statement =
            connection.prepareStatement(
                "update core.creative set duration_ms = ?, summary_state = 'STALE'"
                    + " where public_id = ?::uuid")) {
      statement.setInt(1, LENGTH_MS);
      statement.setString(2, creative);
      statement.executeUpdate();
    }
    rows.viewers(creative, VIEWERS);
    try (var connection = database.connect(DatabaseRole.OWNER);
        var statement =
            connection.prepareStatement(
                "insert into core.job_request (job_name, subject_id, lane)"
                    + " select 'summarise-creative', id, 'SHORT' from core.creative"
                    + " where public_id = ?::uuid")) {
      statement.setString(1, creative);
      statement.executeUpdate();
    }
  }

  private void settle() throws IOException, InterruptedException {
    while (!rest.object("creatives/" + creative).getBoolean("settled")) {
      Thread.sleep(GLANCE_MS);
    }
  }

  private static JsonObject order() {
    return Json.createObjectBuilder()
        .add("name", "Mondays")
        .add("formats", Json.createArrayBuilder().add("PDF"))
        .add("locale", "en")
        .add("timeZone", "Europe/Moscow")
        .add("to", Json.createArrayBuilder().add("a@example.com"))
        .add(
            "recurrence",
            Json.createObjectBuilder()
                .add("type", "CALENDAR")
                .add("weekdays", Json.createArrayBuilder().add("MONDAY"))
                .add("hours", Json.createArrayBuilder().add(9))
                .add("minutes", Json.createArrayBuilder().add(0)))
        .build();
  }

  private void campaigns() throws IOException, InterruptedException, SQLException {
    page("campaigns", "index.xhtml");
    page("campaigns-search", "index.xhtml?q=Campaign+07");
    page("campaigns-filter", "index.xhtml?state=READY&kind=AD");
    page("campaigns-sort", "index.xhtml?order=INDEX");
    page("campaigns-last-page", "index.xhtml?page=999&order=NAME");
    PortalSession.Answer page = page("campaign", "campaign.xhtml?id=" + campaign);
    timing.measure(
        "campaign-filter", () -> session.use(page, "live", "show", inTurn(SHOWN), "state"));
    timing.measure(
        "campaign-search", () -> session.use(page, "live", "viewerText", inTurn(CODES), "state"));
    Matcher next = NEXT.matcher(page.text());
    if (!next.find()) {
      throw new LaunchException("The campaign's table has one page only.");
    }
    String button = next.group(1);
    timing.measure("campaign-next-page", () -> session.use(page, "live", button, "", "state"));
    first.put("campaigns", "index.xhtml");
    first.put("campaign", "campaign.xhtml?id=" + campaign);
  }

  /** What is asked for again is not looked for again. */
  private String inTurn(List<String> choices) {
    return choices.get(turn++ % choices.size());
  }

  private void rooms() throws IOException, InterruptedException, SQLException {
    page("reports", "reports.xhtml?campaign=" + campaign);
    page("report", "report.xhtml?id=" + report);
    page("schedules", "schedules.xhtml?campaign=" + campaign);
    page("schedule", "schedule.xhtml?campaign=" + campaign + "&id=" + schedule);
    page("answers", "answers.xhtml?campaign=" + campaign);
    page("settings", "campaign-settings.xhtml?campaign=" + campaign);
    page("images", "images.xhtml");
    page("password", "password.xhtml");
    first.put("reports", "reports.xhtml?campaign=" + campaign);
  }

  private void creatives() throws IOException, InterruptedException, SQLException {
    page("creative", "creative.xhtml?id=" + creative);
    page("viewing", "viewing.xhtml?id=" + recording);
    first.put("creative", "creative.xhtml?id=" + creative);
    first.put("viewing", "viewing.xhtml?id=" + recording);
  }

  private void administration() throws IOException, InterruptedException, SQLException {
    for (String room :
        new String[] {"users", "clients", "audit", "jobs", "models", "storage", "settings"}) {
      page("admin-" + room, "admin-" + room + ".xhtml");
    }
    page("admin-user", "admin-user.xhtml?id=demo");
    first.put("admin-audit", "admin-audit.xhtml");
  }

  /** What the pages' scripts and programs ask. */
  private void interfaces() throws IOException, InterruptedException, SQLException {
    String ofCreative = "api/v1/creatives/" + creative;
    String ofRecording = "api/v1/recordings/" + recording;
    String ofCampaign = "api/v1/campaigns/" + campaign;
    page("api-curve", ofCreative + "/curve");
    page("api-curve-of-segment", ofCreative + "/curve?segment=sex:female");
    page("api-creative", ofCreative);
    page("api-seconds", ofCreative + "/seconds");
    page("api-moments", ofCreative + "/moments");
    page("api-emotions", ofCreative + "/emotions");
    page("api-norms", ofCreative + "/norms");
    page("api-viewings", ofCreative + "/viewings");
    page("api-picture", ofCreative + "/thumbnails/3");
    page("api-recording", ofRecording);
    page("api-recording-seconds", ofRecording + "/seconds");
    page("api-recording-frames", ofRecording + "/frames");
    page("api-campaigns", "api/v1/campaigns");
    page("api-campaign", ofCampaign);
    page("api-answers", ofCampaign + "/answers");
    page("api-campaign-reports", ofCampaign + "/reports");
  }

  /** Twelve thousand resamples of every viewer and second: asked for, and waited for. */
  private void comparisons() throws IOException, InterruptedException, SQLException {
    String comparison = "api/v1/campaigns/" + campaign + "/comparison";
    String creatives = comparison + "?firstCreative=" + creative + "&secondCreative=" + other;
    String segments = comparison + "?firstSegment=sex:female&secondSegment=sex:male";
    timing.measureSlow("api-comparison-of-creatives", () -> session.get(creatives));
    timing.measureSlow("api-comparison-of-segments", () -> session.get(segments));
  }

  private PortalSession.Answer page(String name, String path)
      throws IOException, InterruptedException, SQLException {
    timing.measure(name, () -> session.get(path));
    return session.get(path);
  }
}
