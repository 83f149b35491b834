package org.otklik.removal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The rows of a campaign that has no creatives any more, in the order in which they may go. */
@ApplicationScoped
class CampaignRows {
  private static final String IS_IN_USE =
      """
      select exists (select from core.creative where campaign_id = :campaign)
          or exists (
              select from core.job_request
              where job_name = 'create-demo' and subject_id = :campaign and state = 'STARTED')
      """;

  private static final String CONSENTS =
      """
      select count(agreed_at)
      from core.participation
      join core.study on study.id = participation.study_id
      where study.campaign_id = :campaign
      """;

  private static final String ARRIVING =
      """
      with upload as (
          delete from core.video_upload where campaign_id = :campaign returning public_id
      ), capture as (
          delete from core.capture
          where participation_id in (
              select participation.id
              from core.participation
              join core.study on study.id = participation.study_id
              where study.campaign_id = :campaign)
          returning public_id
      )
      select public_id from upload union all select public_id from capture
      """;

  private static final List<String> ROWS =
      List.of(
          ofStudies("core.participation"),
          ofStudies("core.consent_text"),
          "delete from core.study where campaign_id = :campaign",
          "delete from core.viewer where campaign_id = :campaign",
          "delete from core.job_request"
              + " where job_name = 'create-demo' and subject_id = :campaign",
          "delete from core.campaign_settings where campaign_id = :campaign",
          "delete from core.campaign where id = :campaign");

  @Inject private Jdbi jdbi;

  /**
   * What is gone.
   *
   * @param consents viewers of studies who had agreed
   * @param arriving uploads and captures, whose files are to be deleted
   */
  record Removed(int consents, List<UUID> arriving) {}

  private static String ofStudies(String table) {
    return "delete from "
        + table
        + " where study_id in (select id from core.study where campaign_id = :campaign)";
  }

  boolean isInUse(long campaignId) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(IS_IN_USE).bind("campaign", campaignId).mapTo(Boolean.class).one());
  }

  Removed remove(long campaignId) {
    return jdbi.withHandle(
        handle -> {
          int consents =
              handle.createQuery(CONSENTS).bind("campaign", campaignId).mapTo(Integer.class).one();
          List<UUID> arriving =
              handle.createQuery(ARRIVING).bind("campaign", campaignId).mapTo(UUID.class).list();
          ROWS.forEach(sql -> handle.createUpdate(sql).bind("campaign", campaignId).execute());
          return new Removed(consents, arriving);
        });
  }
}
