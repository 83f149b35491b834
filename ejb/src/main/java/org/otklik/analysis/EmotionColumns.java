package org.otklik.analysis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionScores;

/**
 * The seven probability columns that several tables share, in the order of {@link Emotion}; valence
 * and arousal stand beside them in each.
 */
public final class EmotionColumns {
  public static final String LIST =
      Arrays.stream(Emotion.values()).map(EmotionColumns::name).collect(Collectors.joining(", "));

  private EmotionColumns() {}

  public static String name(Emotion emotion) {
    return emotion.name().toLowerCase(Locale.ROOT) + "_probability";
  }

  /** Seven values, all null without scores. */
  public static List<Object> values(EmotionScores scores) {
    return scores == null
        ? Arrays.asList(new Object[Emotion.values().length])
        : Arrays.stream(scores.toArray()).mapToObj(probability -> (Object) probability).toList();
  }

  /** The scores of a row with its valence and arousal, or null. */
  public static EmotionScores read(ResultSet row) throws SQLException {
    double[] seven = new double[Emotion.values().length];
    for (Emotion emotion : Emotion.values()) {
      seven[emotion.ordinal()] = row.getDouble(name(emotion));
      if (row.wasNull()) {
        return null;
      }
    }
    return EmotionScores.of(seven).withAffect(row.getDouble("valence"), row.getDouble("arousal"));
  }
}
