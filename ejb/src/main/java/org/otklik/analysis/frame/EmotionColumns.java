package org.otklik.analysis.frame;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.statement.SqlStatement;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionScores;

/**
 * The seven probability columns that several tables share, in the order of {@link Emotion}; valence
 * and arousal stand beside them in each.
 */
public final class EmotionColumns {
  /** In the order of the emotions; made once, as rows are read by the ten thousand. */
  private static final List<String> NAMES =
      Arrays.stream(Emotion.values())
          .map(emotion -> emotion.name().toLowerCase(Locale.ROOT) + "_probability")
          .toList();

  public static final String LIST = String.join(", ", NAMES);

  /** A parameter for each column, named as it. */
  public static final String PARAMETERS = ":" + String.join(", :", NAMES);

  private EmotionColumns() {}

  public static String name(Emotion emotion) {
    return NAMES.get(emotion.ordinal());
  }

  /** Binds {@link #PARAMETERS}, to null without scores. */
  public static void bind(SqlStatement<?> statement, EmotionScores scores) {
    for (Emotion emotion : Emotion.values()) {
      statement.bind(name(emotion), scores == null ? null : scores.probability(emotion));
    }
  }

  /** The scores of a row with its valence and arousal, or null; of columns of double precision. */
  public static EmotionScores read(ResultSet row) throws SQLException {
    return read(row, ResultSet::getDouble);
  }

  /**
   * The same of columns of single precision. Read as doubles they would be the decimals that
   * PostgreSQL writes for them, or their own bits once the driver has asked the same query five
   * times and takes its answers in binary: two values for one row.
   */
  public static EmotionScores readSingle(ResultSet row) throws SQLException {
    return read(row, (frame, name) -> frame.getFloat(name));
  }

  /** One column of the row. */
  private interface Column {
    double of(ResultSet row, String name) throws SQLException;
  }

  private static EmotionScores read(ResultSet row, Column column) throws SQLException {
    double[] seven = new double[NAMES.size()];
    for (int i = 0; i < seven.length; i++) {
      seven[i] = column.of(row, NAMES.get(i));
      if (row.wasNull()) {
        return null;
      }
    }
    return EmotionScores.of(seven).withAffect(column.of(row, "valence"), column.of(row, "arousal"));
  }
}
