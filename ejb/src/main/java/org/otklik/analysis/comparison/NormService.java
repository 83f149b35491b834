package org.otklik.analysis.comparison;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.otklik.analysis.result.CreativeScore;
import org.otklik.analysis.result.CreativeSummaryStore;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.identity.Actor;
import org.otklik.metric.Norm;
import org.otklik.persistence.Jdbc;

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
      where own.campaign_id = ? and own.version = ?
          and creative.id <> ? and creative.summary_state = 'CURRENT'
          and campaign.kind = ? and campaign.is_synthetic = ?
          and creative.duration_s between ? and ?
          and score.engaged + score.critical + score.silent >= ?
          and not exists (
              select 1
              from core.recording
              join core.unfinished_run as unfinished on unfinished.recording_id = recording.id
              where recording.creative_id = creative.id)
          and (select count(distinct run.classifier_sha256)
               from core.recording
               join core.analysis_run as run on run.recording_id = recording.id and run.is_current
               where recording.creative_id in (creative.id, ?) and run.state = 'COMPLETED') <= 1
      """;

  @Inject private CampaignService campaigns;
  @Inject private CreativeSummaryStore summaries;
  @Inject private Jdbc jdbc;

  public CreativeNorms norms(Actor actor, UUID creativeId) {
    Creative creative = campaigns.creative(actor, creativeId);
    LengthBracket bracket = LengthBracket.of(creative.durationSeconds());
    List<Map<NormedFigure, Double>> others =
        jdbc.query(
            COMPARABLE,
            NormService::figures,
            creative.campaign().id(),
            summaries
                .score(creative.id())
                .map(CreativeScore::settingsVersion)
                .orElse(creative.campaign().settings().version()),
            creative.id(),
            creative.campaign().kind().name(),
            creative.campaign().isSynthetic(),
            bracket.fromSeconds(),
            bracket.untilSeconds(),
            Campaign.MIN_GROUP_SIZE,
            creative.id());
    Map<NormedFigure, Norm> norms = new EnumMap<>(NormedFigure.class);
    jdbc.query(
            "select * from agg.creative_score where creative_id = ?",
            NormService::figures,
            creative.id())
        .forEach(own -> own.forEach((figure, value) -> rank(figure, value, others, norms)));
    return new CreativeNorms(bracket, others.size(), norms);
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
