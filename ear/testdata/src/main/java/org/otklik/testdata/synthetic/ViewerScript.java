package org.otklik.testdata.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.EmotionScores;
import org.otklik.emotion.Polarity;

/**
 * What a synthetic viewer's face shows, and when: the ground truth of its recording. Between key
 * points one expression passes smoothly into the next.
 *
 * @param keyPoints in the order of their times, at least one
 * @param absences when the viewer is not in the picture, in the order of their times
 */
public record ViewerScript(List<KeyPoint> keyPoints, List<Absence> absences) {
  /** How long a viewer takes to slip out of the picture or back into it. */
  public static final int PASSAGE_MS = 700;

  /** A mixture this clear has a group that a model should find. */
  private static final double CLEAR = 0.6;

  private static final int STEP_MS = 100;
  private static final int SECOND_MS = 1000;

  /**
   * From this time on, until the next key point comes near, the face shows this.
   *
   * @param weight of the emotion, 0..1; the rest is neutral
   */
  public record KeyPoint(int mediaTimeMs, Emotion emotion, double weight) {
    public KeyPoint {
      if (emotion == Emotion.FEAR) {
        throw new IllegalArgumentException("the model does not know fear on the average faces");
      }
      if (!(weight >= 0 && weight <= 1)) {
        throw new IllegalArgumentException("weight must be 0..1: " + weight);
      }
    }
  }

  /** The face is out of the picture from the end of the passage out to the start of the one in. */
  public record Absence(int fromMs, int toMs) {}

  public ViewerScript {
    keyPoints = keyPoints.stream().sorted(Comparator.comparingInt(KeyPoint::mediaTimeMs)).toList();
    absences = List.copyOf(absences);
    if (keyPoints.isEmpty()) {
      throw new IllegalArgumentException("a script needs a key point");
    }
  }

  /** Begins neutral; add to it. */
  public static ViewerScript neutral() {
    return new ViewerScript(List.of(new KeyPoint(0, Emotion.NEUTRAL, 1)), List.of());
  }

  /** The expression arises within 0.8 s, stays, and has passed 0.8 s after its end. */
  public ViewerScript feels(Emotion emotion, double weight, int fromMs, int toMs) {
    List<KeyPoint> points = new ArrayList<>(keyPoints);
    KeyPoint before = points.get(points.size() - 1);
    int rise = 800;
    points.add(new KeyPoint(fromMs, before.emotion, before.weight));
    points.add(new KeyPoint(fromMs + rise, emotion, weight));
    points.add(new KeyPoint(toMs, emotion, weight));
    points.add(new KeyPoint(toMs + rise, Emotion.NEUTRAL, 1));
    return new ViewerScript(points, absences);
  }

  public ViewerScript leaves(int fromMs, int toMs) {
    List<Absence> more = new ArrayList<>(absences);
    more.add(new Absence(fromMs, toMs));
    return new ViewerScript(keyPoints, more);
  }

  /** The mixture of expressions drawn at this time; probabilities in the sense of weights. */
  public EmotionScores at(int mediaTimeMs) {
    KeyPoint before = keyPoints.get(0);
    for (KeyPoint next : keyPoints) {
      if (next.mediaTimeMs > mediaTimeMs) {
        int span = Math.max(1, next.mediaTimeMs - before.mediaTimeMs);
        double passed = Easing.smooth((mediaTimeMs - before.mediaTimeMs) / (double) span);
        return EmotionScores.weightedMean(
            List.of(mixture(before), mixture(next)), 1 - passed, passed);
      }
      before = next;
    }
    return mixture(before);
  }

  private static EmotionScores mixture(KeyPoint point) {
    double[] seven = new double[Emotion.values().length];
    seven[Emotion.NEUTRAL.ordinal()] = 1 - point.weight;
    seven[point.emotion.ordinal()] += point.weight;
    return EmotionScores.of(seven);
  }

  /** The group that rules at this time; neutral when none has half. */
  public EmotionGroup groupAt(int mediaTimeMs) {
    EmotionScores scores = at(mediaTimeMs);
    for (EmotionGroup group : EmotionGroup.values()) {
      if (scores.groupProbability(group, Polarity.STANDARD) > 0.5) {
        return group;
      }
    }
    return EmotionGroup.NEUTRAL;
  }

  /** 0: in the picture, 1: out of it. */
  public double awayAt(int mediaTimeMs) {
    double away = 0;
    for (Absence absence : absences) {
      double out = (mediaTimeMs - absence.fromMs) / (double) PASSAGE_MS;
      double in = (absence.toMs - mediaTimeMs) / (double) PASSAGE_MS;
      away = Math.max(away, Easing.smooth(Math.min(out, in)));
    }
    return away;
  }

  /** The face is wholly in the picture. */
  public boolean isPresentAt(int mediaTimeMs) {
    return awayAt(mediaTimeMs) == 0;
  }

  /** Neither an expression nor the viewer's presence is passing during this second. */
  public boolean isSettled(int second) {
    EmotionGroup group = groupAt(second * SECOND_MS);
    double presence = awayAt(second * SECOND_MS);
    for (int at = second * SECOND_MS; at < (second + 1) * SECOND_MS; at += STEP_MS) {
      boolean clear = at(at).groupProbability(group, Polarity.STANDARD) >= CLEAR;
      boolean steady = awayAt(at) == presence && (presence == 0 || presence == 1);
      if (!clear || !steady) {
        return false;
      }
    }
    return true;
  }
}
