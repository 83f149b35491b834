package org.otklik.bench.sound;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.otklik.sound.CreativeSound;
import org.otklik.sound.Sound;
import org.otklik.sound.SoundAligner;
import org.otklik.sound.SoundAlignment;
import org.otklik.sound.SoundFinding;
import org.otklik.testdata.sound.Samples;
import org.otklik.testdata.sound.SimulatedRoom;
import org.otklik.testdata.sound.SyntheticSound;

/**
 * How often creatives are found in simulated rooms, and how well: recordings of a minute in which a
 * creative of 22 s begins between 2 s before the recording and 30 s after, one line for each kind
 * of creative and room; then recordings without it, of which none may be found.
 */
public final class SoundBench {
  private static final double CREATIVE_SECONDS = 22;
  private static final int RECORDING_SECONDS = 60;
  private static final double GOOD_MS = 30;
  private static final double STEP_SECONDS = 0.1;

  /** Of creatives that are in no recording. */
  private static final long OTHER_SEEDS = 500_000;

  private final PrintStream out;

  private SoundBench(PrintStream out) {
    this.out = out;
  }

  /**
   * @param arguments how many recordings of each kind of creative and room, and how many without
   *     the creative
   */
  public static void main(String[] arguments) {
    SoundBench bench = new SoundBench(System.out);
    bench.present(Integer.parseInt(arguments[0]));
    bench.absent(Integer.parseInt(arguments[1]));
  }

  private record Condition(String name, UnaryOperator<SimulatedRoom> change, double stallSeconds) {
    private static final List<Condition> ALL =
        List.of(
            new Condition("room", room -> room, 0),
            new Condition("babble-as-loud", room -> room.with(5, 0), 0),
            new Condition("babble-10-dB-louder", room -> room.with(5, 10), 0),
            new Condition("viewer-talks-6-dB-louder", room -> room.with(1, 6), 0),
            new Condition("noise-10-dB-louder", room -> room.withNoise(10), 0),
            new Condition("far-microphone-babble", room -> room.reverberating(0.8).with(5, 0), 0),
            new Condition("200-ppm-talk", room -> room.drifting(2e-4).with(1, 0), 0),
            new Condition("stall-1.5-s-talk", room -> room.with(1, -3), 1.5),
            new Condition("canceller-25-dB", room -> room.cancelling(25).withNoise(-10), 0),
            new Condition("canceller-35-dB-talk", room -> room.cancelling(35).with(1, 0), 0));

    SimulatedRoom room() {
      return change.apply(SimulatedRoom.QUIET);
    }
  }

  /**
   * @param errorMs the largest at any moment that the answer speaks of
   * @param missing share of the moments that it leaves out
   */
  private record Trial(SoundAlignment alignment, double errorMs, double missing) {
    boolean isAnswered() {
      return alignment.finding() == SoundFinding.FOUND;
    }
  }

  private void present(int rounds) {
    for (SyntheticSound kind : SyntheticSound.values()) {
      List<Trial> all = new ArrayList<>();
      for (Condition condition : Condition.ALL) {
        List<Trial> trials =
            IntStream.range(0, rounds)
                .parallel()
                .mapToObj(round -> trial(kind, condition, round))
                .toList();
        print(kind + "-" + condition.name(), trials);
        all.addAll(trials);
      }
      print(kind + "-all", all);
    }
  }

  private static Trial trial(SyntheticSound kind, Condition condition, int round) {
    long seed = round * 1009L + condition.name().hashCode();
    Random random = new Random(seed);
    double startSeconds = -2 + 32 * random.nextDouble();
    double stallAt = 6 + 10 * random.nextDouble();
    double[] creative = kind.samples(CREATIVE_SECONDS, seed);
    double[] played = stalled(creative, stallAt, condition.stallSeconds());
    SimulatedRoom room = condition.room();
    SoundAlignment found =
        find(creative, room.record(played, startSeconds, RECORDING_SECONDS, seed));
    if (found.finding() != SoundFinding.FOUND) {
      return new Trial(found, 0, 0);
    }
    double error = 0;
    int asked = 0;
    int missing = 0;
    for (double at = 0; at < CREATIVE_SECONDS; at += STEP_SECONDS) {
      double playedAt = at >= stallAt ? at + condition.stallSeconds() : at;
      double recordedMs = 1000 * (startSeconds + playedAt * (1 + room.drift()));
      if (recordedMs >= 0) {
        OptionalInt shown = found.clock().creativeMs((int) Math.round(recordedMs));
        asked++;
        missing += shown.isEmpty() ? 1 : 0;
        error = shown.isEmpty() ? error : Math.max(error, Math.abs(shown.getAsInt() - 1000 * at));
      }
    }
    return new Trial(found, error, (double) missing / asked);
  }

  private static SoundAlignment find(double[] creative, Sound recording) {
    return new SoundAligner(recording, 1000 * RECORDING_SECONDS)
        .find(CreativeSound.of(Samples.sound(creative)));
  }

  private static double[] stalled(double[] creative, double atSeconds, double seconds) {
    int at = (int) (atSeconds * Sound.HZ);
    int gap = (int) (seconds * Sound.HZ);
    double[] stalled = new double[creative.length + gap];
    System.arraycopy(creative, 0, stalled, 0, at);
    System.arraycopy(creative, at, stalled, at + gap, creative.length - at);
    return stalled;
  }

  /** Two of three recordings have another creative of any kind in them, the third has none. */
  private void absent(int count) {
    SyntheticSound[] kinds = SyntheticSound.values();
    List<SoundAlignment> alignments =
        IntStream.range(0, count)
            .parallel()
            .mapToObj(
                i -> {
                  SyntheticSound wanted = kinds[i % kinds.length];
                  SyntheticSound other = kinds[i / kinds.length % kinds.length];
                  double[] played =
                      i % 3 == 0 ? new double[0] : other.samples(CREATIVE_SECONDS, OTHER_SEEDS + i);
                  SimulatedRoom room = Condition.ALL.get(i % Condition.ALL.size()).room();
                  return find(
                      wanted.samples(CREATIVE_SECONDS, i),
                      room.record(played, 3, RECORDING_SECONDS, i));
                })
            .toList();
    out.printf(
        Locale.ROOT,
        "without-the-creative recordings %d score-max %.1f %s%n",
        count,
        alignments.stream().mapToDouble(SoundAlignment::score).max().orElse(0),
        counts(alignments));
  }

  private void print(String name, List<Trial> trials) {
    List<Trial> answered = trials.stream().filter(Trial::isAnswered).toList();
    double[] errors = answered.stream().mapToDouble(Trial::errorMs).sorted().toArray();
    out.printf(
        Locale.ROOT,
        "%s recordings %d answered %d good %d error-99 %.1f ms missing %.3f %s%n",
        name,
        trials.size(),
        answered.size(),
        answered.stream().filter(trial -> trial.errorMs() <= GOOD_MS).count(),
        errors.length == 0 ? 0 : errors[(int) Math.ceil(0.99 * errors.length) - 1],
        answered.stream().mapToDouble(Trial::missing).average().orElse(0),
        counts(trials.stream().map(Trial::alignment).toList()));
  }

  private static Object counts(List<SoundAlignment> alignments) {
    return alignments.stream()
        .map(SoundAlignment::finding)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
