package org.otklik.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.RestClient;
import org.otklik.launcher.RestClient.RefusedException;
import org.otklik.testdata.video.VideoWriter.Format;

/** The bin: out of sight everywhere, back as it was, or gone from every table and folder. */
class RemovalIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final JsonObject WEEK = Json.createObjectBuilder().add("days", 7).build();

  private final RestClient rest = TestGround.administrator();

  /** A campaign with six viewers, and everything that leads to it. */
  private record Shown(
      CampaignFixture campaign, String report, String link, String schedule, StudyFixture study) {}

  private Shown shown(String name) throws IOException, InterruptedException, SQLException {
    CampaignFixture campaign = CampaignFixture.create(rest, name, DemoVideoFixture.ad());
    ViewersFixture.shared().add(campaign.creativeId(), 6);
    ViewersFixture.shared().summarise(campaign.creativeId());
    campaign.settled();
    String report =
        campaign
            .made(
                "creatives/" + campaign.creativeId() + "/reports",
                Json.createObjectBuilder().add("locale", "en").add("format", "CSV").build())
            .getString("id");
    return new Shown(
        campaign,
        report,
        rest.post("reports/" + report + "/links", WEEK).getString("address"),
        ScheduleFixture.create(
                rest, campaign.campaignId(), ScheduleFixture.order(campaign.creativeId(), Map.of()))
            .id(),
        StudyFixture.create(
            rest,
            campaign.campaignId(),
            List.of(campaign.creativeId()),
            Json.createObjectBuilder()));
  }

  @Test
  void campaignInTheBinIsOutOfSightAndComesBackAsItWas() throws Exception {
    Shown shown = shown("Out of sight");
    CampaignFixture campaign = shown.campaign();
    String recording = campaign.viewings().get(0).getString("id");
    int viewings = campaign.viewings().size();
    JsonObject before = rest.object("creatives/" + campaign.creativeId());

    assertDone(204, "DELETE", "campaigns/" + campaign.campaignId());

    assertUnknown("CAMPAIGN_UNKNOWN", "campaigns/" + campaign.campaignId());
    assertUnknown("CREATIVE_UNKNOWN", "creatives/" + campaign.creativeId());
    assertUnknown("RECORDING_UNKNOWN", "recordings/" + recording);
    assertUnknown("REPORT_UNKNOWN", "reports/" + shown.report());
    assertUnknown("SCHEDULE_UNKNOWN", "schedules/" + shown.schedule());
    assertUnknown("STUDY_UNKNOWN", "studies/" + shown.study().id());
    assertEquals(404, StudyFixture.opened(shown.link()));
    assertEquals(404, shown.study().begin().statusCode());
    for (String list : List.of("campaigns", "creatives")) {
      assertFalse(rest.get(list).toString().contains(campaign.campaignId()), list);
    }
    assertEquals(List.of("0|0|0"), inBi(campaign));
    JsonObject entry = entry(campaign.campaignId());
    assertEquals("CAMPAIGN", entry.getString("kind"));
    assertEquals(viewings, entry.getInt("recordings"));
    assertTrue(entry.getString("removeAt").compareTo(entry.getString("deletedAt")) > 0);

    assertDone(204, "POST", "bin/" + campaign.campaignId() + "/restore");
    assertEquals(before, rest.object("creatives/" + campaign.creativeId()));
    assertEquals(200, StudyFixture.opened(shown.link()));
    assertEquals(201, shown.study().begin().statusCode());
    assertEquals("ACTIVE", rest.object("schedules/" + shown.schedule()).getString("state"));
    assertEquals(List.of("1|1|" + viewings), inBi(campaign));
    assertDone(404, "POST", "bin/" + campaign.campaignId() + "/restore");
  }

  @Test
  void creativeInTheBinIsInNoFigureOfItsCampaign() throws Exception {
    Shown shown = shown("One of two");
    CampaignFixture campaign = shown.campaign();
    String other =
        rest.upload(
                "campaigns/" + campaign.campaignId() + "/creatives?name=Other",
                DemoVideoFixture.ad())
            .getString("id");
    JsonObject compared =
        Json.createObjectBuilder()
            .add("first", Json.createObjectBuilder().add("creative", campaign.creativeId()))
            .add("second", Json.createObjectBuilder().add("creative", other))
            .build();
    ViewersFixture.shared().add(other, 7);
    ViewersFixture.shared().summarise(other);
    campaign.other(other).settled();
    String comparison =
        campaign
            .made(
                "campaigns/" + campaign.campaignId() + "/reports",
                Json.createObjectBuilder()
                    .add("locale", "en")
                    .add("format", "CSV")
                    .add("compared", compared)
                    .build())
            .getString("id");

    assertDone(204, "DELETE", "creatives/" + other);

    JsonObject left = rest.object("campaigns/" + campaign.campaignId());
    assertEquals(1, left.getJsonArray("creatives").size());
    assertEquals(
        left.getJsonArray("creatives").getJsonObject(0).getJsonObject("eei"),
        left.getJsonObject("eei"));
    int viewings = campaign.viewings().size();
    assertEquals(
        viewings,
        rest.object("campaigns/" + campaign.campaignId() + "/recordings").getInt("total"),
        "of the creative that is left");
    assertUnknown("REPORT_UNKNOWN", "reports/" + comparison);
    assertEquals("COMPLETED", rest.object("reports/" + shown.report()).getString("state"));
    assertEquals(201, shown.study().begin().statusCode(), "which shows the other creative");
    assertEquals(List.of("1|1|" + viewings), inBi(campaign));
    assertEquals("One of two", entry(other).getString("campaign"));

    assertDone(204, "DELETE", "creatives/" + campaign.creativeId());
    HttpResponse<String> closed = shown.study().begin();
    assertEquals("STUDY_CLOSED", StudyFixture.object(closed).getString("code"));
    assertDone(204, "POST", "bin/" + campaign.creativeId() + "/restore");
    assertEquals(201, shown.study().begin().statusCode());

    assertDone(202, "DELETE", "bin/" + other);
    awaitGone(other);
    assertEquals(List.of("core.audit_event.subject_id"), StoredPlaces.of(other));
    assertEquals(viewings, campaign.viewings().size(), "the other creative's stay");
  }

  @Test
  void campaignThatIsDeletedForGoodLeavesNothing() throws Exception {
    Path folder = TestGround.newFolder("removal");
    Path ad = UploadedVideoFixture.video(folder.resolve("gone.mp4"), Format.MP4, 336, 188, 130);
    CampaignFixture campaign = CampaignFixture.create(rest, "Gone for good", ad);
    String recording =
        campaign.record(
            "gone-viewer", UploadedVideoFixture.viewer(folder.resolve("viewer.webm"), Format.WEBM));
    campaign.settled();
    rest.post(
        "creatives/" + campaign.creativeId() + "/comments",
        Json.createObjectBuilder().add("text", "gone comment").build());
    rest.send(
        "PUT",
        "campaigns/" + campaign.campaignId() + "/answers/gone-viewer",
        "{\"nps\": 9, \"csat\": 4}");
    String report =
        campaign
            .made(
                "creatives/" + campaign.creativeId() + "/reports",
                Json.createObjectBuilder().add("locale", "en").build())
            .getString("id");
    StudyFixture study =
        StudyFixture.create(
            rest,
            campaign.campaignId(),
            List.of(campaign.creativeId()),
            Json.createObjectBuilder());
    study.agreed();
    List<String> files = files(campaign);
    assertTrue(files.size() > 3, "video, thumbnails, report: " + files);

    assertDone(204, "DELETE", "campaigns/" + campaign.campaignId());
    assertDone(202, "DELETE", "bin/" + campaign.campaignId());
    awaitGone(campaign.campaignId());

    assertDone(404, "POST", "bin/" + campaign.campaignId() + "/restore");
    for (String gone :
        List.of(campaign.campaignId(), campaign.creativeId(), recording, report, study.id())) {
      assertEquals(
          List.of("core.audit_event.subject_id"), StoredPlaces.of(gone), "the fact is left");
    }
    for (String gone : List.of("gone-viewer", "gone comment", study.code())) {
      assertEquals(List.of(), StoredPlaces.of(gone), gone);
    }
    await().atMost(PATIENCE).until(() -> stored(files).isEmpty());
    JsonObject told =
        rest.object("audit?limit=1&kind=ERASED").getJsonArray("entries").getJsonObject(0);
    assertEquals(campaign.campaignId(), told.getJsonObject("subject").getString("id"));
    assertEquals("consents: 1", told.getString("detail"));
  }

  @Test
  void whatLiesInTheBinForThirtyDaysIsDeletedForGood() throws Exception {
    String old = CampaignFixture.campaign(rest, "Old");
    String young = CampaignFixture.campaign(rest, "Young");
    String now = CampaignFixture.campaign(rest, "Now");
    for (String campaign : List.of(old, young, now)) {
      assertDone(204, "DELETE", "campaigns/" + campaign);
    }
    try (Connection connection = TestGround.database().connect(DatabaseRole.OWNER);
        PreparedStatement age =
            connection.prepareStatement(
                """
                update core.campaign set deleted_at = deleted_at - make_interval(days => ?),
                    remove_at = remove_at - make_interval(days => ?)
                where public_id = ?::uuid
                """)) {
      age(age, 30, old);
      age(age, 29, young);
    }
    assertDone(202, "DELETE", "bin/" + now); // looks for all that is due
    awaitGone(old);
    awaitGone(now);
    assertFalse(entry(young).getBoolean("isFinal"));
    assertDone(204, "POST", "bin/" + young + "/restore");
  }

  @Test
  void clientThatIsDeletedLeavesItsUsersOnly() throws Exception {
    String client = "gone-" + UUID.randomUUID();
    JsonObject order = Json.createObjectBuilder().add("code", client).add("name", "Gone").build();
    rest.post("clients", order);
    UserFixture analyst = UserFixture.of("ANALYST", client);
    String campaign =
        analyst
            .rest()
            .post(
                "campaigns",
                Json.createObjectBuilder().add("client", client).add("name", "Theirs").build())
            .getString("id");
    Path zip = TestGround.newFolder("removal").resolve("images.zip");
    ImageFixture.zip(
        zip, Map.of("one.png", ImageFixture.written(ImageFixture.ground(64, 48), "png")));
    String images =
        rest.upload("image-batches?client=" + client + "&name=Theirs", "application/zip", zip)
            .getString("id");

    assertDone(202, "DELETE", "clients/" + client);

    assertUnknown("CAMPAIGN_UNKNOWN", "campaigns/" + campaign);
    assertUnknown("IMAGES_UNKNOWN", "image-batches/" + images);
    assertFalse(rest.get("clients").toString().contains(client));
    await("the removal of the client, of whom the audit log tells")
        .atMost(PATIENCE)
        .until(
            () ->
                StoredPlaces.of(client).stream()
                    .allMatch(place -> place.startsWith("core.audit_event.")));
    assertEquals("[]", analyst.rest().get("campaigns").toString());
    assertEquals(client, rest.post("clients", order).getString("code"), "is free again");
  }

  private static void age(PreparedStatement age, int days, String campaign) throws SQLException {
    age.setInt(1, days);
    age.setInt(2, days);
    age.setString(3, campaign);
    assertEquals(1, age.executeUpdate());
  }

  private void assertDone(int status, String method, String path)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = rest.send(method, path, "");
    assertEquals(status, answer.statusCode(), answer.body());
  }

  private void assertUnknown(String code, String path) {
    RefusedException refused = assertThrows(RefusedException.class, () -> rest.object(path));
    assertEquals(code, refused.code());
  }

  private JsonObject entry(String id) throws IOException, InterruptedException {
    return rest.get("bin").asJsonArray().stream()
        .map(entry -> entry.asJsonObject())
        .filter(entry -> entry.getString("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void awaitGone(String id) {
    await("the removal of " + id)
        .atMost(PATIENCE)
        .until(() -> !rest.get("bin").toString().contains(id));
  }

  /** Campaigns, creatives and viewings. */
  private static List<String> inBi(CampaignFixture campaign) throws SQLException {
    return Sql.rows(
        TestGround.database(),
        DatabaseRole.BI_READER,
        """
        select count(distinct dim_campaign.campaign_key), count(distinct dim_creative.creative_key),
            count(distinct fact_viewing.viewing_key)
        from bi.dim_campaign
        left join bi.dim_creative using (campaign_key)
        left join bi.fact_viewing using (creative_key)
        where dim_campaign.campaign_id = ?::uuid
        """,
        campaign.campaignId());
  }

  /** Keys of the creative's own files in the media store. */
  private static List<String> files(CampaignFixture campaign) throws SQLException {
    return Sql.rows(
        TestGround.database(),
        DatabaseRole.OWNER,
        """
        with own as (select * from core.creative where public_id = ?::uuid)
        select media_sha256 from own
        union select media_sha256 from agg.creative_thumbnail
            where creative_id in (select id from own)
        union select media_sha256 from core.report where creative_id in (select id from own)
        """,
        campaign.creativeId());
  }

  private static List<Path> stored(List<String> files) throws IOException {
    try (Stream<Path> all = Files.walk(TestGround.server().settings().media())) {
      return all.filter(file -> files.contains(file.getFileName().toString())).toList();
    }
  }
}
