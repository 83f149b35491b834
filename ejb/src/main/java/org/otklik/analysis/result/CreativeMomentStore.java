package org.otklik.analysis.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.otklik.curve.EmotionPeak;
import org.otklik.curve.Moment;
import org.otklik.curve.MomentKind;
import org.otklik.emotion.Emotion;

/**
 * What stands out of a creative's curve: the rows of {@code agg.moment} and {@code
 * agg.emotion_peak}.
 */
@ApplicationScoped
public class CreativeMomentStore {
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

  @Inject private Jdbi jdbi;

  public void replaceMoments(long creativeId, List<Moment> moments) {
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate("delete from agg.moment where creative_id = :creative_id")
              .bind("creative_id", creativeId)
              .execute();
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
          handle
              .createUpdate("delete from agg.emotion_peak where creative_id = :creative_id")
              .bind("creative_id", creativeId)
              .execute();
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
}
