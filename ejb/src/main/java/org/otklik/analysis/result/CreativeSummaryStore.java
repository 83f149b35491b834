package org.otklik.analysis.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.otklik.persistence.Jdbc;
import org.otklik.statistics.ShareInterval;

/**
 * The rows of {@code agg.creative_second}, {@code moment}, {@code emotion_peak} and {@code
 * creative_score}.
 */
@ApplicationScoped
public class CreativeSummaryStore {
  private static final List<EmotionGroup> GROUPS =
      List.of(EmotionGroup.POSITIVE, EmotionGroup.NEGATIVE, EmotionGroup.NEUTRAL);

  @Inject private Jdbc jdbc;

  public void replaceCurve(long creativeId, List<CreativeSecond> curve) {
    jdbc.update("delete from agg.creative_second where creative_id = ?", creativeId);
    jdbc.batch(
        """
        insert into agg.creative_second (
            creative_id, second_no, viewers,
            positive_share, positive_low, positive_high,
            negative_share, negative_low, negative_high,
            neutral_share, neutral_low, neutral_high,
            %s, valence, arousal, eei, surprise_share)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
            .formatted(EmotionColumns.LIST),
        curve.stream().map(second -> row(creativeId, second)).toList());
  }

  private static Object[] row(long creativeId, CreativeSecond second) {
    List<Object> row = new ArrayList<>();
    Collections.addAll(row, creativeId, second.second(), second.n());
    for (EmotionGroup group : GROUPS) {
      ShareInterval share = second.shares().get(group);
      Collections.addAll(
          row,
          share == null ? null : share.share(),
          share == null ? null : share.low(),
          share == null ? null : share.high());
    }
    row.addAll(EmotionColumns.values(second.meanScores()));
    Collections.addAll(
        row, second.meanValence(), second.meanArousal(), second.eei(), second.surpriseShare());
    return row.toArray();
  }

  List<CreativeSecond> curve(long creativeId) {
    return jdbc.query(
        "select * from agg.creative_second where creative_id = ? order by second_no",
        CreativeSummaryStore::second,
        creativeId);
  }

  private static CreativeSecond second(ResultSet row) throws SQLException {
    int n = row.getInt("viewers");
    Map<EmotionGroup, ShareInterval> shares = new EnumMap<>(EmotionGroup.class);
    for (EmotionGroup group : n == 0 ? List.<EmotionGroup>of() : GROUPS) {
      String name = group.name().toLowerCase(Locale.ROOT);
      shares.put(
          group,
          new ShareInterval(
              row.getDouble(name + "_share"),
              row.getDouble(name + "_low"),
              row.getDouble(name + "_high"),
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
    jdbc.update("delete from agg.moment where creative_id = ?", creativeId);
    List<Object[]> rows = new ArrayList<>();
    for (Moment moment : moments) {
      rows.add(
          new Object[] {
            creativeId,
            rows.size() + 1,
            moment.kind().name(),
            moment.startSecond(),
            moment.endSecond(),
            moment.peakSecond(),
            moment.peakShare(),
            moment.baseline()
          });
    }
    jdbc.batch(
        """
        insert into agg.moment (
            creative_id, ordinal, kind, start_second_no, end_second_no, peak_second_no, peak_share,
            curve_median)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  List<Moment> moments(long creativeId) {
    return jdbc.query(
        "select * from agg.moment where creative_id = ? order by ordinal",
        row ->
            new Moment(
                MomentKind.valueOf(row.getString("kind")),
                row.getInt("start_second_no"),
                row.getInt("end_second_no"),
                row.getInt("peak_second_no"),
                row.getDouble("peak_share"),
                row.getDouble("curve_median")),
        creativeId);
  }

  public void replacePeaks(long creativeId, Map<Emotion, List<EmotionPeak>> peaks) {
    jdbc.update("delete from agg.emotion_peak where creative_id = ?", creativeId);
    List<Object[]> rows = new ArrayList<>();
    peaks.forEach(
        (emotion, ofEmotion) -> {
          for (int i = 0; i < ofEmotion.size(); i++) {
            EmotionPeak peak = ofEmotion.get(i);
            rows.add(
                new Object[] {
                  creativeId,
                  emotion.name(),
                  i + 1,
                  peak.second(),
                  peak.meanProbability(),
                  peak.lift()
                });
          }
        });
    jdbc.batch(
        """
        insert into agg.emotion_peak (
            creative_id, emotion, ordinal, second_no, mean_probability, lift)
        values (?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  /** Best first within each emotion. */
  Map<Emotion, List<EmotionPeak>> peaks(long creativeId) {
    Map<Emotion, List<EmotionPeak>> peaks = new EnumMap<>(Emotion.class);
    jdbc.query(
            "select * from agg.emotion_peak where creative_id = ? order by emotion, ordinal",
            row ->
                new EmotionPeak(
                    Emotion.valueOf(row.getString("emotion")),
                    row.getInt("second_no"),
                    row.getDouble("mean_probability"),
                    row.getDouble("lift")),
            creativeId)
        .forEach(peak -> peaks.computeIfAbsent(peak.emotion(), e -> new ArrayList<>()).add(peak));
    return peaks;
  }

  public void replaceScore(long creativeId, VersionedResult versioned) {
    GroupScore score = versioned.result().score();
    KeyFigures headlines = versioned.result().headlines();
    Optional<IndexInterval> eei = score.eeiWithInterval();
    Optional<EmotionalNps> emoNps = score.emotionalNps();
    double k = versioned.settings().metric().silentWeight();
    jdbc.update("delete from agg.creative_score where creative_id = ?", creativeId);
    jdbc.update(
        """
        insert into agg.creative_score (
            creative_id, positive, negative, neutral, excluded, eei, eei_low, eei_high,
            engaged, critical, silent, emo_nps, emo_nps_low, emo_nps_high, emo_nps_k,
            attraction, peak, end_share, impact, expressiveness, attention,
            settings_version, computed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        creativeId,
        score.positive(),
        score.negative(),
        score.neutral(),
        score.excluded(),
        score.eei(),
        eei.map(IndexInterval::low).orElse(null),
        eei.map(IndexInterval::high).orElse(null),
        emoNps.map(EmotionalNps::engaged).orElse(0),
        emoNps.map(EmotionalNps::critical).orElse(0),
        emoNps.map(EmotionalNps::silent).orElse(0),
        score.emoNps(k),
        emoNps.map(nps -> nps.low(k)).orElse(null),
        emoNps.map(nps -> nps.high(k)).orElse(null),
        k,
        headlines.attraction(),
        headlines.peak(),
        headlines.end(),
        headlines.impact(),
        headlines.expressiveness(),
        headlines.attention(),
        versioned.settings().version(),
        Timestamp.from(Instant.now()));
  }

  /** The newest version of the settings that one of these creatives is summarised with, or null. */
  public Integer newestSettings(Long[] creativeIds) {
    return newestSettings("creative_score.creative_id = any (?)", creativeIds);
  }

  /** The newest version that a creative of the campaign is summarised with, or null. */
  public Integer newestSettings(long campaignId) {
    return newestSettings("creative.campaign_id = ?", campaignId);
  }

  private Integer newestSettings(String condition, Object argument) {
    return jdbc.query(
            """
            select max(creative_score.settings_version) as version
            from agg.creative_score
            join core.creative on creative.id = creative_score.creative_id
            where\s"""
                + condition,
            row -> row.getObject("version", Integer.class),
            argument)
        .get(0);
  }

  public Optional<CreativeScore> score(long creativeId) {
    return Optional.ofNullable(scores(new Long[] {creativeId}).get(creativeId));
  }

  /** By creative; those without a summary are missing. */
  public Map<Long, CreativeScore> scores(Long[] creativeIds) {
    return jdbc
        .query(
            "select * from agg.creative_score where creative_id = any (?)",
            row -> Map.entry(row.getLong("creative_id"), score(row)),
            (Object) creativeIds)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
