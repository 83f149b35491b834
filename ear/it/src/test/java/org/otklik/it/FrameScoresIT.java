package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.otklik.analysis.frame.EmotionColumns;
import org.otklik.database.DatabaseRole;
import org.otklik.database.LocalDatabase;
import org.otklik.emotion.EmotionScores;

/** A frame's scores are the same to the bit, however the driver fetches them. */
class FrameScoresIT {
  /** As {@code core.frame_observation} has them: single precision. */
  private static final String FRAME =
      """
      select 0.1::real as anger_probability, 0.05::real as disgust_probability,
          0.05::real as fear_probability, 0.3::real as happiness_probability,
          0.1::real as sadness_probability, 0.15::real as surprise_probability,
          0.25::real as neutral_probability, 0.7::real as valence, -0.3::real as arousal
      """;

  private interface ScoreReader {
    EmotionScores read(ResultSet row) throws SQLException;
  }

  @Test
  void scoresOfAFrameAreTheSameAsTextAndInBinary() throws SQLException {
    EmotionScores asText = scores("0", EmotionColumns::readSingle);
    assertEquals(asText, scores("-1", EmotionColumns::readSingle));
    assertEquals((double) 0.7f, asText.valence());
    // Without care they are not: the test would see it.
    assertNotEquals(scores("0", EmotionColumns::read), scores("-1", EmotionColumns::read));
  }

  /**
   * @param prepareThreshold of the driver: 0 fetches text, -1 binary
   */
  private static EmotionScores scores(String prepareThreshold, ScoreReader reader)
      throws SQLException {
    LocalDatabase database = TestGround.database();
    try (Connection connection =
            DriverManager.getConnection(
                database.url() + "?prepareThreshold=" + prepareThreshold,
                DatabaseRole.APPLICATION.login(),
                database.password(DatabaseRole.APPLICATION));
        PreparedStatement statement = connection.prepareStatement(FRAME);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return reader.read(rows);
    }
  }
}
