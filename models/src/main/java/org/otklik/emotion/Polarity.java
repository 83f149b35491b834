package org.otklik.emotion;

import static org.otklik.emotion.EmotionGroup.NEGATIVE;
import static org.otklik.emotion.EmotionGroup.POSITIVE;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which emotion belongs to which group. It is data, not code, because others in the field group
 * differently; its version is stored with every run so that a result can be explained later.
 *
 * @param version name under which the grouping is stored with a run
 * @param groups the group of each of the seven emotions; none may lack
 */
public record Polarity(String version, Map<Emotion, EmotionGroup> groups) {

  /** Happiness and surprise are positive; anger, disgust, fear and sadness are negative. */
  public static final Polarity STANDARD =
      new Polarity(
          "standard-1",
          Map.of(
              Emotion.ANGER, NEGATIVE,
              Emotion.DISGUST, NEGATIVE,
              Emotion.FEAR, NEGATIVE,
              Emotion.HAPPINESS, POSITIVE,
              Emotion.SADNESS, NEGATIVE,
              Emotion.SURPRISE, POSITIVE,
              Emotion.NEUTRAL, EmotionGroup.NEUTRAL));

  public Polarity {
    if (version == null || version.isBlank()) {
      throw new IllegalArgumentException("A polarity needs a version");
    }
    if (groups.size() != Emotion.values().length) {
      throw new IllegalArgumentException("A polarity names the group of every emotion: " + groups);
    }
    groups = Collections.unmodifiableMap(new EnumMap<>(groups));
  }

  public EmotionGroup groupOf(Emotion emotion) {
    return groups.get(emotion);
  }
}
