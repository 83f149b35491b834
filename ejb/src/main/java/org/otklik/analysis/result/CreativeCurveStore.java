package org.otklik.analysis.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.otklik.analysis.frame.EmotionColumns;
import org.otklik.analysis.frame.MovementColumns;
import org.otklik.curve.CreativeSecond;
import org.otklik.emotion.EmotionGroup;
import org.otklik.statistics.ShareInterval;

/** What viewers showed in each second of a creative: the rows of {@code agg.creative_second}. */
@ApplicationScoped
public class CreativeCurveStore {
  private static final List<EmotionGroup> GROUPS =
      List.of(EmotionGroup.POSITIVE, EmotionGroup.NEGATIVE, EmotionGroup.NEUTRAL);

  private static final String INSERT_SECOND =
      """
      insert into agg.creative_second (
          creative_id, second_no, viewers,
          positive_share, positive_low, positive_high,
          negative_share, negative_low, negative_high,
          neutral_share, neutral_low, neutral_high,
          %s, valence, arousal, eei, surprise_share, %s)
      values (
          :creative_id, :second_no, :viewers,
          :positive_share, :positive_low, :positive_high,
          :negative_share, :negative_low, :negative_high,
          :neutral_share, :neutral_low, :neutral_high,
          %s, :valence, :arousal, :eei, :surprise_share, %s)
      """
          .formatted(
              EmotionColumns.LIST,
              MovementColumns.LIST,
              EmotionColumns.PARAMETERS,
              MovementColumns.PARAMETERS);

  @Inject private Jdbi jdbi;

  public void replace(long creativeId, List<CreativeSecond> curve) {
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate("delete from agg.creative_second where creative_id = :creative_id")
              .bind("creative_id", creativeId)
              .execute();
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
    MovementColumns.bind(batch, second.meanScores());
  }

  private static String column(EmotionGroup group, String what) {
    return group.name().toLowerCase(Locale.ROOT) + "_" + what;
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
        MovementColumns.read(row, EmotionColumns.read(row)),
        row.getObject("valence", Double.class),
        row.getObject("arousal", Double.class),
        row.getObject("eei", Double.class),
        row.getObject("surprise_share", Double.class));
  }
}
