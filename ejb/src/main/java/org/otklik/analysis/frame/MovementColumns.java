package org.otklik.analysis.frame;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;
import org.otklik.emotion.EmotionScores;
import org.otklik.emotion.FaceMovement;
import org.otklik.emotion.FaceMovements;

/**
 * The columns of movements of the face, in the order of {@link FaceMovement}: strengths 0..1 of
 * seconds, thousandths of frames, of which there are millions. All are null where nothing is known,
 * never 0.
 */
public final class MovementColumns {
  private static final int THOUSANDTHS = 1000;

  /** Made once, as rows are read by the ten thousand. */
  private static final List<String> NAMES =
      Arrays.stream(FaceMovement.values())
          .map(movement -> movement.name().toLowerCase(Locale.ROOT))
          .toList();

  private static final List<String> NAMES_OF_FRAMES =
      NAMES.stream().map(name -> name + "_thousandths").toList();

  /** Columns of seconds. */
  public static final String LIST = String.join(", ", NAMES);

  /** A parameter for each column of seconds, named as it. */
  public static final String PARAMETERS =
      NAMES.stream().map(name -> ":" + name).collect(Collectors.joining(", "));

  /** Columns of frames. */
  static final String LIST_OF_FRAMES = String.join(", ", NAMES_OF_FRAMES);

  private MovementColumns() {}

  static String nameOfFrames(FaceMovement movement) {
    return NAMES_OF_FRAMES.get(movement.ordinal());
  }

  /** As a frame keeps it; null where the scores tell no movements. */
  static Short thousandths(EmotionScores scores, FaceMovement movement) {
    return scores.movements() == null
        ? null
        : Short.valueOf((short) Math.round(THOUSANDTHS * scores.movements().strength(movement)));
  }

  /** Binds {@link #PARAMETERS}, to null where nothing is known. */
  public static void bind(SqlStatement<?> statement, EmotionScores scores) {
    FaceMovements movements = scores == null ? null : scores.movements();
    for (FaceMovement movement : FaceMovement.values()) {
      statement.bind(
          NAMES.get(movement.ordinal()), movements == null ? null : movements.strength(movement));
    }
  }

  /**
   * The scores with the movements of the row of a second.
   *
   * @param scores null where there are none
   */
  public static EmotionScores read(ResultSet row, EmotionScores scores) throws SQLException {
    return read(row, scores, NAMES, 1);
  }

  /** The same of the row of a frame. */
  static EmotionScores readFrame(ResultSet row, EmotionScores scores) throws SQLException {
    return read(row, scores, NAMES_OF_FRAMES, THOUSANDTHS);
  }

  private static EmotionScores read(
      ResultSet row, EmotionScores scores, List<String> names, int whole) throws SQLException {
    if (scores == null) {
      return null;
    }
    double[] strengths = new double[names.size()];
    for (int i = 0; i < strengths.length; i++) {
      strengths[i] = row.getDouble(names.get(i)) / whole;
      if (row.wasNull()) {
        return scores;
      }
    }
    return scores.withMovements(FaceMovements.of(strengths));
  }
}
