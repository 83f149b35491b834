package org.otklik.voice;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.otklik.timeline.CreativeClock;

/** From windows of a recording to seconds of the creative. */
final class VoiceSeconds {
  /** Of a second: a word. */
  private static final double MIN_HEARD = 0.25;

  private static final double STEP_S = 0.032;

  /** What is heard in one second: sums over its steps. */
  private static final class Heard {
    private int steps;
    private double angry;
    private double sad;
    private double neutral;
    private double positive;
    private double agitated;
    private double agitation;
    private int agitatedSteps;

    void add(List<VoiceWindow> around) {
      VoiceScores scores = VoiceScores.mean(around.stream().map(VoiceWindow::scores).toList());
      steps++;
      angry += scores.angry();
      sad += scores.sad();
      neutral += scores.neutral();
      positive += scores.positive();
      agitated += scores.agitated();
      around.stream()
          .map(VoiceWindow::agitation)
          .filter(Objects::nonNull)
          .mapToDouble(Double::doubleValue)
          .average()
          .ifPresent(
              mean -> {
                agitation += mean;
                agitatedSteps++;
              });
    }

    VoiceSecond second(int second) {
      double share = Math.min(1, steps * STEP_S);
      VoiceScores scores =
          new VoiceScores(
              angry / steps, sad / steps, neutral / steps, positive / steps, agitated / steps);
      return new VoiceSecond(
          second,
          share,
          scores,
          share >= MIN_HEARD ? scores.state() : null,
          agitatedSteps == 0 ? null : agitation / agitatedSteps);
    }
  }

  private VoiceSeconds() {}

  /**
   * Each step in which the voice is heard counts with the mean of the windows around it.
   *
   * @param windows of a recording, from its beginning on
   * @param voice the steps in which the voice is heard
   */
  static List<VoiceSecond> of(List<VoiceWindow> windows, BitSet voice, CreativeClock clock) {
    Map<Integer, Heard> seconds = new TreeMap<>();
    for (int step = voice.nextSetBit(0); step >= 0; step = voice.nextSetBit(step + 1)) {
      int ms = SpeechStream.middleMs(step);
      List<VoiceWindow> around = around(windows, ms);
      OptionalInt creativeMs = clock.creativeMs(ms);
      if (around.isEmpty() || creativeMs.isEmpty()) {
        continue;
      }
      seconds
          .computeIfAbsent(Math.floorDiv(creativeMs.getAsInt(), 1000), second -> new Heard())
          .add(around);
    }
    List<VoiceSecond> list = new ArrayList<>();
    seconds.forEach((second, heard) -> list.add(heard.second(second)));
    return list;
  }

  /** The judged windows that a time lies in. */
  private static List<VoiceWindow> around(List<VoiceWindow> windows, int ms) {
    int last = Math.min(windows.size() - 1, ms / VoiceWindow.HOP_MS);
    int first =
        Math.max(0, ms / VoiceWindow.HOP_MS - VoiceWindow.LENGTH_MS / VoiceWindow.HOP_MS + 1);
    return first > last
        ? List.of()
        : windows.subList(first, last + 1).stream()
            .filter(window -> window.scores() != null)
            .toList();
  }
}
