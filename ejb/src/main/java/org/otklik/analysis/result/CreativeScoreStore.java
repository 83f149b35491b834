package org.otklik.analysis.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.otklik.metric.EmotionalNps;
import org.otklik.metric.GroupScore;
import org.otklik.metric.IndexInterval;
import org.otklik.metric.KeyFigures;

/** A creative's indexes and key figures: the rows of {@code agg.creative_score}. */
@ApplicationScoped
public class CreativeScoreStore {
  private static final String INSERT_SCORE =
      """
      insert into agg.creative_score (
          creative_id, positive, negative, neutral, excluded, eei, eei_low, eei_high,
          engaged, critical, silent, emo_nps, emo_nps_low, emo_nps_high, emo_nps_k,
          attraction, peak, end_share, impact, expressiveness, attention,
          settings_version, computed_at)
      values (
          :creative_id, :positive, :negative, :neutral, :excluded, :eei, :eei_low, :eei_high,
          :engaged, :critical, :silent, :emo_nps, :emo_nps_low, :emo_nps_high, :emo_nps_k,
          :attraction, :peak, :end_share, :impact, :expressiveness, :attention,
          :settings_version, :computed_at)
      """;

  @Inject private Jdbi jdbi;

  public void replace(long creativeId, VersionedResult versioned) {
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate("delete from agg.creative_score where creative_id = :creative_id")
              .bind("creative_id", creativeId)
              .execute();
          Update insert = handle.createUpdate(INSERT_SCORE).bind("creative_id", creativeId);
          bind(insert, versioned.result().score(), versioned.settings().metric().silentWeight());
          bind(insert, versioned.result().headlines());
          insert
              .bind("settings_version", versioned.settings().version())
              .bind("computed_at", Instant.now())
              .execute();
        });
  }

  private static void bind(Update insert, GroupScore score, double k) {
    Optional<IndexInterval> eei = score.eeiWithInterval();
    Optional<EmotionalNps> emoNps = score.emotionalNps();
    insert
        .bind("positive", score.positive())
        .bind("negative", score.negative())
        .bind("neutral", score.neutral())
        .bind("excluded", score.excluded())
        .bind("eei", score.eei())
        .bind("eei_low", eei.map(IndexInterval::low).orElse(null))
        .bind("eei_high", eei.map(IndexInterval::high).orElse(null))
        .bind("engaged", emoNps.map(EmotionalNps::engaged).orElse(0))
        .bind("critical", emoNps.map(EmotionalNps::critical).orElse(0))
        .bind("silent", emoNps.map(EmotionalNps::silent).orElse(0))
        .bind("emo_nps", score.emoNps(k))
        .bind("emo_nps_low", emoNps.map(nps -> nps.low(k)).orElse(null))
        .bind("emo_nps_high", emoNps.map(nps -> nps.high(k)).orElse(null))
        .bind("emo_nps_k", k);
  }

  private static void bind(Update insert, KeyFigures figures) {
    insert
        .bind("attraction", figures.attraction())
        .bind("peak", figures.peak())
        .bind("end_share", figures.end())
        .bind("impact", figures.impact())
        .bind("expressiveness", figures.expressiveness())
        .bind("attention", figures.attention());
  }

  /** The newest version of the settings that one of these creatives is summarised with, or null. */
  public Integer newestSettings(Long[] creativeIds) {
    return newestSettings("creative_score.creative_id = any (:of)", creativeIds);
  }

  /** The newest version that a creative of the campaign is summarised with, or null. */
  public Integer newestSettings(long campaignId) {
    return newestSettings("creative.campaign_id = :of and creative.deleted_at is null", campaignId);
  }

  private Integer newestSettings(String condition, Object of) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select max(creative_score.settings_version)
                    from agg.creative_score
                    join core.creative on creative.id = creative_score.creative_id
                    where\s"""
                        + condition)
                .bind("of", of)
                .mapTo(Integer.class)
                .one());
  }

  public Optional<CreativeScore> score(long creativeId) {
    return Optional.ofNullable(scores(new Long[] {creativeId}).get(creativeId));
  }

  /** By creative; those without a summary are missing. */
  public Map<Long, CreativeScore> scores(Long[] creativeIds) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from agg.creative_score where creative_id = any (:creative_ids)")
                .bind("creative_ids", creativeIds)
                .map((row, context) -> Map.entry(row.getLong("creative_id"), score(row)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static CreativeScore score(ResultSet row) throws SQLException {
    return new CreativeScore(
        row.getInt("positive"),
        row.getInt("negative"),
        row.getInt("neutral"),
        row.getInt("excluded"),
        row.getObject("eei", Double.class),
        row.getObject("eei_low", Double.class),
        row.getObject("eei_high", Double.class),
        row.getInt("engaged"),
        row.getInt("critical"),
        row.getInt("silent"),
        row.getObject("emo_nps", Double.class),
        row.getObject("emo_nps_low", Double.class),
        row.getObject("emo_nps_high", Double.class),
        row.getDouble("emo_nps_k"),
        new KeyFigures(
            row.getObject("attraction", Double.class),
            row.getObject("peak", Double.class),
            row.getObject("end_share", Double.class),
            row.getObject("impact", Double.class),
            row.getObject("expressiveness", Double.class),
            row.getObject("attention", Double.class)),
        row.getInt("settings_version"),
        row.getTimestamp("computed_at").toInstant());
  }
}
