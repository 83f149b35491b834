package org.otklik.export;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.campaign.CampaignKind;
import org.otklik.identity.Actor;

/** The record of processing: of whom what is held, for whom, on what ground; for administrators. */
@Stateless
public class ProcessingRecordService {
  private static final String LINES =
      """
      select campaign.public_id, client.name as client, campaign.name, campaign.kind,
          campaign.is_synthetic, campaign.remove_at, recorded.*, studied.*, held.*
      from core.campaign
      join core.client on client.id = campaign.client_id
      cross join lateral (
          select count(recording.id) as recordings,
              string_agg(distinct recording.subject_role, ', ') as roles,
              min(recording.created_at) as first_recorded_at,
              max(recording.created_at) as last_recorded_at,
              count(recording.id) filter (where recording.consent_reference is null)
                  as without_consent,
              count(recording.media_sha256) as videos,
              count(recording.id) filter (where exists (
                  select from core.analysis_run as run
                  where run.recording_id = recording.id and run.frames_deleted_at is null
                      and run.frames_sampled > 0)) as with_frames
          from core.creative
          join core.recording on recording.creative_id = creative.id
          where creative.campaign_id = campaign.id
      ) as recorded
      cross join lateral (
          select count(agreed_at) as consents,
              count(agreed_at) filter (where state = 'WITHDRAWN') as withdrawals
          from core.participation
          join core.study on study.id = participation.study_id
          where study.campaign_id = campaign.id
      ) as studied
      cross join lateral (
          select
              (select count(*) from core.viewer where campaign_id = campaign.id) as viewers,
              (select count(answered_at) from core.viewer where campaign_id = campaign.id)
                  as answers,
              (select count(*) from core.report
               where campaign_id = campaign.id and format <> 'PPTX' and state = 'COMPLETED')
                  as reports,
              (select count(*)
               from core.report_link as link
               join core.report on report.id = link.report_id
               where report.campaign_id = campaign.id and report.format <> 'PPTX'
                   and link.revoked_at is null and link.expires_at > now()) as open_links,
              (select count(distinct address)
               from core.schedule
               cross join lateral unnest(recipients_to || recipients_cc || recipients_bcc)
                   as address
               where schedule.campaign_id = campaign.id and schedule.state = 'ACTIVE')
                  as recipients
      ) as held
      order by client.name, campaign.created_at, campaign.id
      """;

  @Inject private Jdbi jdbi;
  @Inject private AuditService audit;

  private static final String PERIODS =
      """
      select campaign.public_id, period.data_class, period.keep_days
      from core.retention_period as period
      join core.campaign on campaign.id = period.campaign_id
      """;

  private static final String HOLDS =
      """
      select campaign.public_id, hold.reason
      from core.retention_hold as hold
      join core.campaign on campaign.id = hold.campaign_id
      """;

  private static final String CONSENT_TEXTS =
      """
      select campaign.public_id, study.name as study, consent_text.version, consent_text.language,
          consent_text.content, consent_text.sha256, consent_text.created_at,
          (select count(*) from core.participation
           where participation.consent_text_id = consent_text.id) as agreed
      from core.consent_text
      join core.study on study.id = consent_text.study_id
      join core.campaign on campaign.id = study.campaign_id
      order by study.id, consent_text.version, consent_text.language
      """;

  /**
   * As {@link #export}, with what is held by class and for how long, for what, and the texts that
   * viewers of studies agreed to.
   */
  public List<ProcessedCampaign> record(Actor actor) {
    List<ProcessingLine> lines = export(actor);
    return jdbi.withHandle(
        handle -> {
          Map<UUID, Map<String, Integer>> periods = new HashMap<>();
          handle
              .createQuery(PERIODS)
              .map(
                  (row, context) ->
                      periods
                          .computeIfAbsent(
                              row.getObject("public_id", UUID.class), key -> new TreeMap<>())
                          .put(row.getString("data_class"), row.getInt("keep_days")))
              .list();
          Map<UUID, String> holds =
              handle
                  .createQuery(HOLDS)
                  .map(
                      (row, context) ->
                          Map.entry(
                              row.getObject("public_id", UUID.class), row.getString("reason")))
                  .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
          Map<UUID, List<ProcessedCampaign.ConsentText>> texts = new HashMap<>();
          handle
              .createQuery(CONSENT_TEXTS)
              .map(
                  (row, context) ->
                      texts
                          .computeIfAbsent(
                              row.getObject("public_id", UUID.class), key -> new ArrayList<>())
                          .add(consentText(row)))
              .list();
          return lines.stream()
              .map(
                  line ->
                      ProcessedCampaign.of(
                          line,
                          periods.getOrDefault(line.campaign(), Map.of()),
                          holds.get(line.campaign()),
                          texts.getOrDefault(line.campaign(), List.of())))
              .toList();
        });
  }

  private static ProcessedCampaign.ConsentText consentText(ResultSet row) throws SQLException {
    return new ProcessedCampaign.ConsentText(
        row.getString("study"),
        row.getInt("version"),
        row.getString("language"),
        row.getString("content"),
        row.getString("sha256"),
        row.getTimestamp("created_at").toInstant(),
        row.getInt("agreed"));
  }

  /** One line a campaign, in the bin too; that it is handed out goes to the audit log. */
  public List<ProcessingLine> export(Actor actor) {
    actor.requireAdministrator();
    audit.done(
        actor,
        AuditKind.EXPORTED,
        new AuditSubject(AuditSubject.Kind.AUDIT_LOG, "processing-record"));
    return jdbi.withHandle(
        handle -> handle.createQuery(LINES).map((row, context) -> line(row)).list());
  }

  private static ProcessingLine line(ResultSet row) throws SQLException {
    return new ProcessingLine(
        row.getObject("public_id", UUID.class),
        row.getString("client"),
        row.getString("name"),
        CampaignKind.valueOf(row.getString("kind")),
        row.getBoolean("is_synthetic"),
        row.getInt("viewers"),
        row.getString("roles"),
        row.getInt("recordings"),
        instant(row, "first_recorded_at"),
        instant(row, "last_recorded_at"),
        row.getInt("consents"),
        row.getInt("withdrawals"),
        row.getInt("without_consent"),
        row.getInt("answers"),
        row.getInt("reports"),
        row.getInt("open_links"),
        row.getInt("recipients"),
        row.getInt("videos"),
        row.getInt("with_frames"),
        instant(row, "remove_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
