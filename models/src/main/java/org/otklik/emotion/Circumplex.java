package org.otklik.emotion;

/**
 * Valence and arousal as the expectation of the emotions' points in the plane of Russell's
 * circumplex under the seven probabilities: what {@link EmotionScores} tells where the model does
 * not predict them itself.
 *
 * <p>The points are the mean ratings of pleasure and arousal in J. A. Russell and A. Mehrabian,
 * "Evidence for a three-factor theory of emotions", Journal of Research in Personality 11 (1977),
 * 273–294, for the words angry, disgusted, fearful, happy, sad and surprised. Russell's circumplex
 * of 1980 itself places no word for disgust, which is why the earlier table is used; neutral is the
 * origin by definition.
 */
public final class Circumplex {

  /** {valence, arousal}, each -1..1, in the order of {@link Emotion}. */
  private static final double[][] POINTS = {
    {-0.51, 0.59}, // anger
    {-0.60, 0.35}, // disgust
    {-0.64, 0.60}, // fear
    {0.81, 0.51}, // happiness
    {-0.63, -0.27}, // sadness
    {0.40, 0.67}, // surprise
    {0.00, 0.00}, // neutral
  };

  private Circumplex() {}

  /** From unpleasant, -1, to pleasant, 1. */
  public static double valence(EmotionScores scores) {
    return expectation(scores, 0);
  }

  /** From calm, -1, to excited, 1. */
  public static double arousal(EmotionScores scores) {
    return expectation(scores, 1);
  }

  private static double expectation(EmotionScores scores, int axis) {
    double sum = 0;
    for (Emotion emotion : Emotion.values()) {
      sum += scores.probability(emotion) * POINTS[emotion.ordinal()][axis];
    }
    return sum;
  }
}
