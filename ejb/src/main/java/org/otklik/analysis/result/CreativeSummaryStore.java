package org.otklik.analysis.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import org.otklik.analysis.frame.EmotionColumns;
import org.otklik.curve.CreativeSecond;
import org.otklik.curve.EmotionPeak;
import org.otklik.curve.Moment;
import org.otklik.curve.MomentKind;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.metric.EmotionalNps;
import org.otklik.metric.GroupScore;
import org.otklik.metric.IndexInterval;
import org.otklik.metric.KeyFigures;
import org.otklik.statistics.ShareInterval;

/**
 * The rows of {@code agg.creative_second}, {@code moment}, {@code emotion_peak} and {@code
 * creative_score}.
 */
@ApplicationScoped
public class CreativeSummaryStore {
  private static final List<EmotionGroup> GROUPS =
      List.of(EmotionGroup.POSITIVE, EmotionGroup.NEGATIVE, EmotionGroup.NEUTRAL);

  private static final String INSERT_SECOND =
      """
      insert into agg.creative_second (
          creative_id, second_no, viewers,
          positive_share, positive_low, positive_high,
          negative_share, negative_low, negative_high,
          neutral_share, neutral_low, neutral_high,
          %s, valence, arousal, eei, surprise_share)
      values (
          :creative_id, :second_no, :viewers,
          :positive_share, :positive_low, :positive_high,
          :negative_share, :negative_low, :negative_high,
          :neutral_share, :neutral_low, :neutral_high,
          %s, :valence, :arousal, :eei, :surprise_share)
      """
          .formatted(EmotionColumns.LIST, EmotionColumns.PARAMETERS);

  private static final String INSERT_MOMENT =
      """
      insert into agg.moment (
          creative_id, ordinal, kind,
          start_second_no, end_second_no, peak_second_no, peak_share, curve_median)
      values (
          :creative_id, :ordinal, :kind,
          :start_second_no, :end_second_no, :peak_second_no, :peak_share, :curve_median)
      """;

  private static final String INSERT_PEAK =
      """
      insert into agg.emotion_peak (
          creative_id, emotion, ordinal, second_no, mean_probability, lift)
      values (:creative_id, :emotion, :ordinal, :second_no, :mean_probability, :lift)
      """;

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

  public void replaceCurve(long creativeId, List<CreativeSecond> curve) {
    jdbi.useHandle(
        handle -> {
          delete(handle, "agg.creative_second", creativeId);
          PreparedBatch batch = handle.prepareBatch(INSERT_SECOND);
          for (CreativeSecond second : curve) {
            batch.bind("creative_id", creativeId);
            bind(batch, second);
            batch.add();
          }
          batch.execute();
        });
  }

  private static void bind(PreparedBatch batch, CreativeSecond second) {
    batch
        .bind("second_no", second.second())
        .bind("viewers", second.n())
        .bind("valence", second.meanValence())
        .bind("arousal", second.meanArousal())
        .bind("eei", second.eei())
        .bind("surprise_share", second.surpriseShare());
    for (EmotionGroup group : GROUPS) {
      ShareInterval share = second.shares().get(group);
      batch
          .bind(column(group, "share"), share == null ? null : share.share())
          .bind(column(group, "low"), share == null ? null : share.low())
          .bind(column(group, "high"), share == null ? null : share.high());
    }
    EmotionColumns.bind(batch, second.meanScores());
  }

  private static String column(EmotionGroup group, String what) {
    return group.name().toLowerCase(Locale.ROOT) + "_" + what;
  }

  /** Of a creative, from one of the tables whose rows are replaced. */
  private static void delete(Handle handle, String table, long creativeId) {
    handle
        .createUpdate("delete from " + table + " where creative_id = :creative_id")
        .bind("creative_id", creativeId)
        .execute();
  }

  List<CreativeSecond> curve(long creativeId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select * from agg.creative_second
                    where creative_id = :creative_id
                    order by second_no
                    """)
                .bind("creative_id", creativeId)
                .map((row, context) -> second(row))
                .list());
  }

  private static CreativeSecond second(ResultSet row) throws SQLException {
    int n = row.getInt("viewers");
    Map<EmotionGroup, ShareInterval> shares = new EnumMap<>(EmotionGroup.class);
    for (EmotionGroup group : n == 0 ? List.<EmotionGroup>of() : GROUPS) {
      shares.put(
          group,
          new ShareInterval(
              row.getDouble(column(group, "share")),
              row.getDouble(column(group, "low")),
              row.getDouble(column(group, "high")),
              n));
    }
    return new CreativeSecond(
        row.getInt("second_no"),
        n,
        shares,
        EmotionColumns.read(row),
        row.getObject("valence", Double.class),
        row.getObject("arousal", Double.class),
        row.getObject("eei", Double.class),
        row.getObject("surprise_share", Double.class));
  }

  public void replaceMoments(long creativeId, List<Moment> moments) {
    jdbi.useHandle(
        handle -> {
          delete(handle, "agg.moment", creativeId);
          PreparedBatch batch = handle.prepareBatch(INSERT_MOMENT);
          for (int i = 0; i < moments.size(); i++) {
            Moment moment = moments.get(i);
            batch
                .bind("creative_id", creativeId)
                .bind("ordinal", i + 1)
                .bind("kind", moment.kind().name())
                .bind("start_second_no", moment.startSecond())
                .bind("end_second_no", moment.endSecond())
                .bind("peak_second_no", moment.peakSecond())
                .bind("peak_share", moment.peakShare())
                .bind("curve_median", moment.baseline())
                .add();
          }
          batch.execute();
        });
  }

  List<Moment> moments(long creativeId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from agg.moment where creative_id = :creative_id order by ordinal")
                .bind("creative_id", creativeId)
                .map(
                    (row, context) ->
                        new Moment(
                            MomentKind.valueOf(row.getString("kind")),
                            row.getInt("start_second_no"),
                            row.getInt("end_second_no"),
                            row.getInt("peak_second_no"),
                            row.getDouble("peak_share"),
                            row.getDouble("curve_median")))
                .list());
  }

  public void replacePeaks(long creativeId, Map<Emotion, List<EmotionPeak>> peaks) {
    jdbi.useHandle(
        handle -> {
          delete(handle, "agg.emotion_peak", creativeId);
          PreparedBatch batch = handle.prepareBatch(INSERT_PEAK);
          peaks.forEach(
              (emotion, ofEmotion) -> {
                for (int i = 0; i < ofEmotion.size(); i++) {
                  EmotionPeak peak = ofEmotion.get(i);
                  batch
                      .bind("creative_id", creativeId)
                      .bind("emotion", emotion.name())
                      .bind("ordinal", i + 1)
                      .bind("second_no", peak.second())
                      .bind("mean_probability", peak.meanProbability())
                      .bind("lift", peak.lift())
                      .add();
                }
              });
          batch.execute();
        });
  }

  /** Best first within each emotion. */
  Map<Emotion, List<EmotionPeak>> peaks(long creativeId) {
    Map<Emotion, List<EmotionPeak>> peaks = new EnumMap<>(Emotion.class);
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select * from agg.emotion_peak
                    where creative_id = :creative_id
                    order by emotion, ordinal
                    """)
                .bind("creative_id", creativeId)
                .map(
                    (row, context) ->
                        new EmotionPeak(
                            Emotion.valueOf(row.getString("emotion")),
                            row.getInt("second_no"),
                            row.getDouble("mean_probability"),
                            row.getDouble("lift")))
                .forEach(
                    peak ->
                        peaks.computeIfAbsent(peak.emotion(), e -> new ArrayList<>()).add(peak)));
    return peaks;
  }

  public void replaceScore(long creativeId, VersionedResult versioned) {
    jdbi.useHandle(
        handle -> {
          delete(handle, "agg.creative_score", creativeId);
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
    return newestSettings("creative.campaign_id = :of", campaignId);
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
