package org.otklik.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.otklik.analysis.viewing.ViewingGroupStore;
import org.otklik.campaign.Campaign;
import org.otklik.metric.GroupScore;
import org.otklik.metric.Viewing;

/** Overviews of many campaigns at once, from what is stored of their creatives. */
@ApplicationScoped
class CampaignOverviews {
  /**
   * One row per campaign. Contacts add up over creatives, viewers do not: EmoNPS is taken from the
   * score of an only creative, and is null where there are several. While recordings are analysed
   * all is calculated from what is judged by now.
   */
  private static final String COUNTS =
      """
      with figures as (
          select creative.campaign_id,
              sum(score.positive + score.negative + score.neutral) as contacts,
              100.0 * sum(score.positive - score.negative)
                  / nullif(sum(score.positive + score.negative + score.neutral), 0) as eei,
              max(score.emo_nps) as emo_nps,
              max(score.engaged + score.critical + score.silent) as viewers
          from core.creative
          join agg.creative_score as score on score.creative_id = creative.id
          where creative.campaign_id = any (:campaign_ids) and creative.deleted_at is null
          group by creative.campaign_id
      )
      select campaign.campaign_id, campaign.creatives, campaign.recordings, campaign.unfinished,
          campaign.state,
          coalesce(figures.contacts, 0) as contacts, figures.eei,
          case when campaign.creatives = 1 then figures.emo_nps end as emo_nps,
          coalesce(figures.viewers, 0) as viewers
      from core.campaign_state as campaign
      left join figures on figures.campaign_id = campaign.campaign_id
      where campaign.campaign_id = any (:campaign_ids)
      """;

  @Inject private Jdbi jdbi;
  @Inject private ViewingGroupStore viewings;

  private record Counts(
      long campaignId,
      int creatives,
      int recordings,
      int unfinished,
      int contacts,
      int viewers,
      CampaignState state,
      Double eei,
      Double emoNps) {

    /** What is stored is of before, or does not add up over creatives. */
    boolean isToBeCalculated() {
      return creatives > 1 || state == CampaignState.ANALYSING;
    }
  }

  /** In the order given. */
  List<CampaignOverview> of(List<Campaign> campaigns) {
    Map<Long, Counts> counts =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(COUNTS)
                    .bind("campaign_ids", ids(campaigns))
                    .map((row, context) -> counts(row))
                    .collectToMap(Counts::campaignId, Function.identity()));
    List<Campaign> calculated =
        campaigns.stream()
            .filter(campaign -> counts.get(campaign.id()).isToBeCalculated())
            .toList();
    Map<Long, List<Viewing>> contacts =
        calculated.isEmpty() ? Map.of() : viewings.contactsOfCampaigns(ids(calculated));
    return campaigns.stream()
        .map(campaign -> overview(campaign, counts.get(campaign.id()), contacts.get(campaign.id())))
        .toList();
  }

  /**
   * @param contacts null where what is stored holds
   */
  private static CampaignOverview overview(
      Campaign campaign, Counts counts, List<Viewing> contacts) {
    if (contacts == null) {
      return overview(
          campaign, counts, counts.contacts(), counts.viewers(), counts.eei(), counts.emoNps());
    }
    GroupScore score = GroupScore.calculate(contacts, campaign.metricSettings().trace());
    return overview(
        campaign,
        counts,
        score.positive() + score.negative() + score.neutral(),
        score.viewers(),
        score.eei(),
        score.emoNps(campaign.metricSettings().silentWeight()));
  }

  private static CampaignOverview overview(
      Campaign campaign, Counts counts, int contacts, int viewers, Double eei, Double emoNps) {
    return new CampaignOverview(
        campaign,
        counts.creatives(),
        counts.recordings(),
        counts.unfinished(),
        contacts,
        viewers,
        counts.state(),
        eei,
        emoNps);
  }

  private static Counts counts(ResultSet row) throws SQLException {
    double eei = row.getDouble("eei");
    boolean none = row.wasNull();
    return new Counts(
        row.getLong("campaign_id"),
        row.getInt("creatives"),
        row.getInt("recordings"),
        row.getInt("unfinished"),
        row.getInt("contacts"),
        row.getInt("viewers"),
        CampaignState.valueOf(row.getString("state")),
        none ? null : eei,
        row.getObject("emo_nps", Double.class));
  }

  private static Long[] ids(List<Campaign> campaigns) {
    return campaigns.stream().map(Campaign::id).toArray(Long[]::new);
  }
}
