package org.otklik.bench.scenes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.otklik.media.scene.SceneBorder;
import org.otklik.testdata.edited.EditedVideo;
import org.otklik.testdata.edited.Transition;
import org.otklik.testdata.edited.Transition.Kind;

/**
 * What one detector found in all videos. A cut is found by a border within a frame of it, a
 * dissolve or fade by one between its first and its last frame; each border finds one at most, and
 * one that finds nothing is wrong. Wrong ones count for the cuts if they claim to be a cut, and in
 * detectors that do not tell one from the other for both.
 */
final class FoundBorders {
  private static final int FRAME_MS = 1000 / EditedVideo.RATE;

  private final String name;
  private final boolean tellsKinds;
  private final int[] there = new int[2];
  private final int[] found = new int[2];
  private final int[] wrong = new int[2];
  private final List<Double> cutErrors = new ArrayList<>();
  private final List<Double> middleErrors = new ArrayList<>();
  private final List<Double> lengthErrors = new ArrayList<>();

  /**
   * @param tellsKinds whether its borders say if they are cuts
   */
  FoundBorders(String name, boolean tellsKinds) {
    this.name = name;
    this.tellsKinds = tellsKinds;
  }

  void add(List<Transition> transitions, List<SceneBorder> borders) {
    List<SceneBorder> left = new ArrayList<>(borders);
    for (Transition transition : transitions) {
      int kind = kind(transition.kind() == Kind.CUT);
      there[kind]++;
      left.stream()
          .filter(border -> isOf(border, transition))
          .findFirst()
          .ifPresent(
              border -> {
                left.remove(border);
                found[kind]++;
                note(border, transition);
              });
    }
    for (SceneBorder border : left) {
      if (tellsKinds) {
        wrong[kind(border.transitionMs() == 0)]++;
      } else {
        wrong[0]++;
        wrong[1]++;
      }
    }
  }

  private static int kind(boolean isCut) {
    return isCut ? 0 : 1;
  }

  private static boolean isOf(SceneBorder border, Transition transition) {
    return border.atMs() >= transition.beginMs() - FRAME_MS
        && border.atMs() <= transition.endMs() + FRAME_MS;
  }

  private void note(SceneBorder border, Transition transition) {
    double error = Math.abs(border.atMs() - transition.middleMs());
    if (transition.kind() == Kind.CUT) {
      cutErrors.add(error);
    } else {
      middleErrors.add(error);
      lengthErrors.add(
          Math.abs((double) border.transitionMs() - transition.endMs() + transition.beginMs()));
    }
  }

  /** Two lines: cuts, and dissolves with fades. */
  String report() {
    return line("cuts", 0)
        + String.format(
            Locale.ROOT, ", error 95 of 100 within %.0f ms%n", percentile(cutErrors, 95))
        + line("dissolves-and-fades", 1)
        + String.format(
            Locale.ROOT,
            ", middle: median %.0f, 95 of 100 within %.0f ms; length: median %.0f ms%n",
            percentile(middleErrors, 50),
            percentile(middleErrors, 95),
            percentile(lengthErrors, 50));
  }

  private String line(String what, int kind) {
    double precision = found[kind] / Math.max(1.0, found[kind] + wrong[kind]);
    double recall = found[kind] / Math.max(1.0, there[kind]);
    double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    return String.format(
        Locale.ROOT,
        "%s-%s F1 %.3f (precision %.3f, recall %.3f of %d)",
        name,
        what,
        f1,
        precision,
        recall,
        there[kind]);
  }

  private static double percentile(List<Double> values, int percent) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length == 0
        ? Double.NaN
        : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }
}
