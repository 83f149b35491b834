package org.otklik.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is deleted when, by the periods of client and campaign. */
class RetentionPeriodIT {
  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  /** In whole days from now. */
  private static final String ITEMS =
      """
      select data_class, subject_kind, round(extract(epoch from due_at - now()) / 86400), is_held
      from core.retention_item order by 1, 2, 3
      """;

  private DatabaseFixture rows;
  private long recording;

  @BeforeEach
  void open() throws SQLException {
    rows = DatabaseFixture.open(DATABASE);
    recording = rows.recording("v");
    rows.run(recording, "COMPLETED", null);
    rows.execute("update core.recording set created_at = now() - interval '100 days'");
  }

  @AfterEach
  void close() throws SQLException {
    rows.close();
  }

  private void client(String dataClass, int days, int sinceDays) throws SQLException {
    rows.execute(
        """
        insert into core.client_retention (client_id, data_class, keep_days, changed_at, changed_by)
        select client_id, ?, ?, now() - make_interval(days => ?), created_by from core.campaign
        """,
        dataClass,
        days,
        sinceDays);
  }

  private void campaign(String dataClass, int days, int sinceDays) throws SQLException {
    rows.execute(
        """
        insert into core.campaign_retention (campaign_id, data_class, keep_days, changed_at, changed_by)
        select id, ?, ?, now() - make_interval(days => ?), created_by from core.campaign
        """,
        dataClass,
        days,
        sinceDays);
  }

  @Test
  void withoutAPeriodEverythingIsKept() throws SQLException {
    assertEquals(List.of(), rows.rows(ITEMS));
  }

  @Test
  void eachClassHasItsOwnPeriodCountedFromTheUpload() throws SQLException {
    client("VIDEO", 90, 50);
    client("FRAMES", 120, 50);
    assertEquals(List.of("FRAMES|RECORDING|20|f", "VIDEO|RECORDING|-10|f"), rows.rows(ITEMS));
  }

  @Test
  void theShorterPeriodOfClientAndCampaignHolds() throws SQLException {
    client("VIDEO", 90, 50);
    campaign("VIDEO", 110, 50);
    assertEquals(List.of("VIDEO|RECORDING|-10|f"), rows.rows(ITEMS));
    rows.execute("update core.campaign_retention set keep_days = 80");
    assertEquals(List.of("VIDEO|RECORDING|-20|f"), rows.rows(ITEMS));
    assertEquals(List.of("80|t"), rows.rows("select keep_days, is_own from core.retention_period"));
  }

  @Test
  void aNewPeriodDeletesNothingForSevenDays() throws SQLException {
    client("VIDEO", 1, 0);
    assertEquals(List.of("VIDEO|RECORDING|7|f"), rows.rows(ITEMS));
    campaign("FRAMES", 1, 3);
    assertEquals(List.of("FRAMES|RECORDING|4|f", "VIDEO|RECORDING|7|f"), rows.rows(ITEMS));
  }

  @Test
  void aHoldIsToldOfEachThing() throws SQLException {
    client("VIDEO", 90, 50);
    rows.execute(
        """
        insert into core.retention_hold (campaign_id, reason, held_by)
        select id, 'A lawsuit', created_by from core.campaign
        """);
    assertEquals(List.of("VIDEO|RECORDING|-10|t"), rows.rows(ITEMS));
  }

  @Test
  void whatIsDeletedIsNotDueAgain() throws SQLException {
    client("VIDEO", 90, 50);
    client("FRAMES", 90, 50);
    rows.execute("update core.recording set media_sha256 = null, video_deleted_at = now()");
    rows.execute("update core.analysis_run set frames_deleted_at = now()");
    assertEquals(List.of(), rows.rows(ITEMS));
    rows.execute("update core.analysis_run set is_current = false");
    rows.run(recording, "COMPLETED", null);
    assertEquals(
        List.of("FRAMES|RECORDING|-10|f"), rows.rows(ITEMS), "frames of an analysis made since");
  }

  @Test
  void answersAreCountedFromTheAnswerAndReportsFromTheirEnd() throws SQLException {
    client("ANSWERS", 30, 50);
    client("REPORTS", 30, 50);
    rows.execute("update core.viewer set nps_answer = 9, answered_at = now() - interval '20 days'");
    rows.execute(
        """
        insert into core.report (public_id, kind, campaign_id, format, locale, time_zone, state,
            media_sha256, requested_at, requested_by, finished_at)
        select gen_random_uuid(), 'CAMPAIGN', campaign.id, 'PDF', 'en', 'UTC', 'COMPLETED',
            creative.media_sha256, now(), campaign.created_by, now() - interval '25 days'
        from core.campaign join core.creative on creative.campaign_id = campaign.id
        """);
    assertEquals(List.of("ANSWERS|VIEWER|10|f", "REPORTS|REPORT|5|f"), rows.rows(ITEMS));
  }
}
