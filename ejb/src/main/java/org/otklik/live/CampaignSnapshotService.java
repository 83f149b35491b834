package org.otklik.live;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.otklik.analysis.run.RunState;
import org.otklik.campaign.CampaignService;
import org.otklik.identity.Actor;

/** Tells those who watch a campaign what has changed, limited to the actor's clients. */
@Stateless
public class CampaignSnapshotService {
  private static final String RECORDINGS =
      """
      select recording.public_id, run.state,
          least(100, 100 * run.progress_ms::bigint / recording.duration_ms) as progress,
          concat_ws(' ', viewing.response, viewing.exclusion_reason, viewing.computed_at, (
              select max(decision.id)
              from core.viewing_decision as decision
              where decision.recording_id = recording.id
          )) as response
      from core.recording
      join core.creative on creative.id = recording.creative_id
      join core.analysis_run as run on run.recording_id = recording.id and run.is_current
      left join agg.viewing on viewing.recording_id = recording.id
      where creative.campaign_id = :campaign_id and creative.deleted_at is null
      """;

  private static final String CREATIVES =
      """
      with archive as (
          select concat_ws(' ', count(*), max(id), count(*) filter (where state = 'RUNNING'),
              count(*) filter (where state in ('COMPLETED', 'FAILED'))) as reports
          from core.report
          where campaign_id = :campaign_id
      )
      select public_id, concat_ws(' ', summary_state, summarised_at, (
          select count(*) from agg.creative_thumbnail as thumbnail
          where thumbnail.creative_id = creative.id
      ), (
          select count(*)
          from core.recording
          join core.analysis_run as run on run.recording_id = recording.id
          where recording.creative_id = creative.id and run.state in ('COMPLETED', 'FAILED')
      ), archive.reports) as figures
      from core.creative
      cross join archive
      where campaign_id = :campaign_id and deleted_at is null
      """;

  private static final String STIR =
      """
      select concat_ws(' ', (select max(id) from core.job_request), (select max(id) from core.recording),
              (select max(id) from core.creative), (select max(id) from core.viewing_decision),
              (select count(*) from core.report),
              (select max(deleted_at) from core.creative)) as newest,
          exists (select from core.job_request where state in ('QUEUED', 'STARTED')) as is_busy
      """;

  private static final String HEARERS =
      """
      select app_user.login
      from core.app_user
      join core.campaign on campaign.public_id = :public_id and campaign.deleted_at is null
      where app_user.login = any (:logins) and app_user.deactivated_at is null
          and (app_user.role = 'ADMINISTRATOR' or exists (
              select from core.client_member as member
              where member.app_user_id = app_user.id and member.client_id = campaign.client_id
          ))
      """;

  @Inject private CampaignService campaigns;
  @Inject private Jdbi jdbi;

  public CampaignSnapshot pulse(Actor actor, UUID campaignId) {
    long id = campaigns.campaign(actor, campaignId).id();
    return new CampaignSnapshot(recordings(id), creatives(id));
  }

  private Map<UUID, CampaignSnapshot.RecordingPulse> recordings(long campaignId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(RECORDINGS)
                .bind("campaign_id", campaignId)
                .map(
                    (row, context) ->
                        Map.entry(
                            row.getObject("public_id", UUID.class),
                            new CampaignSnapshot.RecordingPulse(
                                RunState.valueOf(row.getString("state")),
                                row.getInt("progress"),
                                row.getString("response"))))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Map<UUID, String> creatives(long campaignId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(CREATIVES)
                .bind("campaign_id", campaignId)
                .map(
                    (row, context) ->
                        Map.entry(row.getObject("public_id", UUID.class), row.getString("figures")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Whether it is worth while to look at a campaign again. */
  public ChangeMarker stir() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(STIR)
                .map(
                    (row, context) ->
                        new ChangeMarker(row.getString("newest"), row.getBoolean("is_busy")))
                .one());
  }

  /** Those of the users who may see the campaign at this moment. */
  public Set<String> hearers(UUID campaignId, Collection<String> logins) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(HEARERS)
                .bind("public_id", campaignId)
                .bindArray("logins", String.class, logins)
                .mapTo(String.class)
                .set());
  }
}
