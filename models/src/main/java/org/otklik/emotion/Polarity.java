package org.otklik.emotion;

import static org.otklik.emotion.EmotionGroup.NEGATIVE;
import static org.otklik.emotion.EmotionGroup.POSITIVE;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which emotion belongs to which group. It is data, not code, because others in the field group
 * differently; it is one of a campaign's settings, and versioned with them, so that a result can be
 * explained later.
 *
 * @param groups the group of each of the seven emotions; none may lack, and a neutral expression is
 *     neutral
 */
public record Polarity(Map<Emotion, EmotionGroup> groups) {

  /** Happiness and surprise are positive; anger, disgust, fear and sadness are negative. */
  public static final Polarity STANDARD =
      new Polarity(
          Map.of(
              Emotion.ANGER, NEGATIVE,
              Emotion.DISGUST, NEGATIVE,
              Emotion.FEAR, NEGATIVE,
              Emotion.HAPPINESS, POSITIVE,
              Emotion.SADNESS, NEGATIVE,
              Emotion.SURPRISE, POSITIVE,
              Emotion.NEUTRAL, EmotionGroup.NEUTRAL));

  public Polarity {
    for (Emotion emotion : Emotion.values()) {
      if (groups.get(emotion) == null) {
        throw new IllegalArgumentException(
            "A polarity names the group of every emotion: " + groups);
      }
    }
    // What a correction takes from the other emotions becomes neutral: it must not make a state.
    if (groups.get(Emotion.NEUTRAL) != EmotionGroup.NEUTRAL) {
      throw new IllegalArgumentException("A neutral expression is neutral: " + groups);
    }
    groups = Collections.unmodifiableMap(new EnumMap<>(groups));
  }

  public EmotionGroup groupOf(Emotion emotion) {
    return groups.get(emotion);
  }

  /** The emotions of a group, in the order of {@link Emotion}; may be empty. */
  public List<Emotion> emotionsOf(EmotionGroup group) {
    return Arrays.stream(Emotion.values()).filter(emotion -> groupOf(emotion) == group).toList();
  }
}
