package org.otklik.analysis.comparison;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.otklik.analysis.result.CreativeScore;
import org.otklik.analysis.result.CreativeScoreStore;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.identity.Actor;
import org.otklik.metric.Norm;

/** Where a creative's figures stand among those of comparable creatives. */
@Stateless
public class NormService {
  /**
   * Finished: summarised, of viewers enough to be shown, and nothing of it waits. Synthetic viewers
   * are compared with synthetic ones, and figures with those of the same settings and of one and
   * the same emotion model.
   */
  private static final String COMPARABLE =
      """
      select score.*
      from agg.creative_score as score
      join core.creative on creative.id = score.creative_id
      join core.campaign on campaign.id = creative.campaign_id
      join core.campaign_settings as settings
          on settings.campaign_id = campaign.id and settings.version = score.settings_version
      join core.campaign_settings as own on core.judges_like(own, settings)
      where own.campaign_id = :campaign_id and own.version = :settings_version
          and creative.id <> :creative_id and creative.summary_state = 'CURRENT'
          and creative.deleted_at is null and campaign.deleted_at is null
          and campaign.kind = :kind and campaign.is_synthetic = :is_synthetic
          and creative.duration_s between :from_s and :until_s
          and score.engaged + score.critical + score.silent >= :min_viewers
          and not exists (
              select 1
              from core.recording
              join core.unfinished_run as unfinished on unfinished.recording_id = recording.id
              where recording.creative_id = creative.id)
          and (select count(distinct run.classifier_sha256)
               from core.recording
               join core.analysis_run as run on run.recording_id = recording.id and run.is_current
               where recording.creative_id in (creative.id, :creative_id) and run.state = 'COMPLETED') <= 1
      """;

  @Inject private CampaignService campaigns;
  @Inject private CreativeScoreStore summaries;
  @Inject private Jdbi jdbi;

  public CreativeNorms norms(Actor actor, UUID creativeId) {
    Creative creative = campaigns.creative(actor, creativeId);
    LengthBracket bracket = LengthBracket.of(creative.durationSeconds());
    List<Map<NormedFigure, Double>> others = comparable(creative, bracket);
    Map<NormedFigure, Norm> norms = new EnumMap<>(NormedFigure.class);
    own(creative)
        .ifPresent(own -> own.forEach((figure, value) -> rank(figure, value, others, norms)));
    return new CreativeNorms(bracket, others.size(), norms);
  }

  private List<Map<NormedFigure, Double>> comparable(Creative creative, LengthBracket bracket) {
    Campaign campaign = creative.campaign();
    int settingsVersion =
        summaries
            .score(creative.id())
            .map(CreativeScore::settingsVersion)
            .orElse(campaign.settings().version());
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(COMPARABLE)
                .bind("campaign_id", campaign.id())
                .bind("settings_version", settingsVersion)
                .bind("creative_id", creative.id())
                .bind("kind", campaign.kind().name())
                .bind("is_synthetic", campaign.isSynthetic())
                .bind("from_s", bracket.fromSeconds())
                .bind("until_s", bracket.untilSeconds())
                .bind("min_viewers", Campaign.MIN_GROUP_SIZE)
                .map((row, context) -> figures(row))
                .list());
  }

  private Optional<Map<NormedFigure, Double>> own(Creative creative) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from agg.creative_score where creative_id = :creative_id")
                .bind("creative_id", creative.id())
                .map((row, context) -> figures(row))
                .findOne());
  }

  private static void rank(
      NormedFigure figure,
      double value,
      List<Map<NormedFigure, Double>> others,
      Map<NormedFigure, Norm> norms) {
    List<Double> known =
        others.stream().map(other -> other.get(figure)).filter(Objects::nonNull).toList();
    if (known.size() >= Norm.MIN_OTHERS) {
      norms.put(figure, Norm.of(value, known));
    }
  }

  /** Without those that are null. */
  private static Map<NormedFigure, Double> figures(ResultSet row) throws SQLException {
    Map<NormedFigure, Double> figures = new EnumMap<>(NormedFigure.class);
    for (NormedFigure figure : NormedFigure.values()) {
      Double value = row.getObject(figure.column(), Double.class);
      if (value != null) {
        figures.put(figure, value);
      }
    }
    return figures;
  }
}
