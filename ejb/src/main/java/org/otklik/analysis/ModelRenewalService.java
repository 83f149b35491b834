package org.otklik.analysis;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.otklik.analysis.run.AnalysisRun;
import org.otklik.analysis.run.EmotionModel;
import org.otklik.analysis.run.ModelStatus;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.identity.Actor;

/**
 * After an update of the emotion model: which campaigns have figures of an earlier one, and their
 * analysis anew. Models see different things, so their figures are not comparable.
 */
@Stateless
public class ModelRenewalService {
  /** The completed run of each recording that counts, and the newer one that waits, if any. */
  private static final String RUNS =
      """
      from core.creative
      join core.recording on recording.creative_id = creative.id
      join core.analysis_run as current
          on current.recording_id = recording.id and current.is_current
      left join core.analysis_run as waiting
          on waiting.recording_id = recording.id and waiting.id > current.id
      where creative.campaign_id = :campaign_id and creative.deleted_at is null
      """;

  /**
   * Analysed with another model than today's, and of a creative whose videos are all there: with
   * one deleted, it could not change its model as a whole.
   */
  private static final String OUTDATED =
      """
      current.state = 'COMPLETED' and current.classifier_sha256 <> :classifier_sha256
          and not exists (
              select from core.recording as other
              where other.creative_id = creative.id and other.media_sha256 is null)
      """;

  @PersistenceContext private EntityManager em;
  @Inject private CampaignService campaigns;
  @Inject private AnalysisService analysis;
  @Inject private EmotionModel model;
  @Inject private Jdbi jdbi;

  private record Counts(int outdated, int waiting, int analysed) {}

  public ModelStatus standing(Actor actor, UUID campaignId) {
    Campaign campaign = campaigns.campaign(actor, campaignId);
    List<String> used =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select distinct current.classifier_name "
                            + RUNS
                            + "and current.state = 'COMPLETED'"
                            + " and current.classifier_name is not null order by 1")
                    .bind("campaign_id", campaign.id())
                    .mapTo(String.class)
                    .list());
    Counts counts = counts(campaign);
    return new ModelStatus(
        model.name(), used, counts.outdated(), counts.waiting(), counts.analysed());
  }

  private Counts counts(Campaign campaign) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select count(*) filter (where %s) as outdated,
                        count(waiting.id) as waiting,
                        count(*) filter (where waiting.state in ('COMPLETED', 'FAILED'))
                            as analysed
                    """
                            .formatted(OUTDATED)
                        + RUNS)
                .bind("classifier_sha256", model.sha256())
                .bind("campaign_id", campaign.id())
                .map(
                    (row, context) ->
                        new Counts(
                            row.getInt("outdated"), row.getInt("waiting"), row.getInt("analysed")))
                .one());
  }

  /**
   * Analyses anew, in the background, what was analysed with another emotion model than today's,
   * corrected as before. A creative keeps its figures until all of its recordings are analysed; one
   * that cannot be analysed any more is excluded then. A creative of which retention has deleted a
   * video keeps its model. Asked for again, it adds what is missing.
   */
  public ModelStatus renew(Actor actor, UUID campaignId) {
    Campaign campaign = campaigns.campaign(actor, campaignId);
    actor.requireUpload();
    campaigns
        .creatives(actor, campaignId)
        .forEach(creative -> campaigns.lockCreative(creative.id())); // nobody asks twice at once
    List<Long> outdated =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select current.id "
                            + RUNS
                            + "and "
                            + OUTDATED
                            + " and waiting.id is null order by current.id")
                    .bind("campaign_id", campaign.id())
                    .bind("classifier_sha256", model.sha256())
                    .mapTo(Long.class)
                    .list());
    outdated.forEach(id -> analysis.requestWaiting(em.find(AnalysisRun.class, id)));
    return standing(actor, campaignId);
  }
}
