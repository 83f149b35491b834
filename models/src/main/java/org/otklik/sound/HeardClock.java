package org.otklik.sound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.otklik.timeline.CreativeClock;

/** Makes a clock of the lines of pieces that were heard. */
final class HeardClock {
  /** A clock's piece runs at one speed; so much may a drifting one be off at its ends. */
  private static final double MAX_ERROR_MS = 4;

  /** A piece may be heard by its half on either side of the change. */
  private static final double HALF_PIECE_MS = 2500;

  /** A change could as well be where so little less of what speaks for it is seen. */
  private static final double UNSURE = 0.3;

  private static final double MS_PER_FRAME = 1000.0 / OnsetBands.FRAMES_PER_SECOND;

  private final OnsetBands creative;
  private final OnsetBands recording;
  private final int recordingMs;

  HeardClock(OnsetBands creative, OnsetBands recording, int recordingMs) {
    this.creative = creative;
    this.recording = recording;
    this.recordingMs = recordingMs;
  }

  /**
   * From the recording's beginning to its end; without what it recorded while the player stood
   * still, and where it cannot be told whether it did.
   */
  CreativeClock of(List<PieceLine> lines) {
    List<CreativeClock.Piece> pieces = new ArrayList<>();
    double fromMs = 0;
    for (int i = 0; i < lines.size() - 1; i++) {
      PieceLine line = lines.get(i);
      PieceLine next = lines.get(i + 1);
      Change change = change(line, next);
      double untilMs = change.earliestMs + line.delayMs(change.earliestMs);
      add(line, fromMs, Math.min(recordingMs, untilMs), pieces);
      fromMs = Math.max(0, Math.max(untilMs, change.latestMs + next.delayMs(change.latestMs)));
    }
    add(lines.get(lines.size() - 1), fromMs, recordingMs, pieces);
    return new CreativeClock(pieces);
  }

  private static void add(
      PieceLine line, double fromMs, double untilMs, List<CreativeClock.Piece> pieces) {
    double drift = line.drift();
    double stepMs = drift == 0 ? Double.MAX_VALUE : 2 * MAX_ERROR_MS / Math.abs(drift);
    int parts = (int) Math.max(1, Math.ceil((untilMs - fromMs) / stepMs));
    for (int part = 0; part < parts; part++) {
      int partFromMs = (int) Math.round(fromMs + (untilMs - fromMs) * part / parts);
      int partUntilMs = (int) Math.round(fromMs + (untilMs - fromMs) * (part + 1) / parts);
      if (partUntilMs > partFromMs) {
        double middleMs = (partFromMs + partUntilMs) / 2.0;
        // The delay is asked for by the creative's time, which differs by the delay itself.
        double delayMs = line.delayMs(middleMs - line.delayMs(middleMs));
        pieces.add(
            new CreativeClock.Piece(
                partFromMs, partUntilMs, (int) Math.round(partFromMs - delayMs)));
      }
    }
  }

  /** Times in the creative between which the player left one line for the next. */
  private record Change(double earliestMs, double latestMs) {}

  /** Where the onsets fit the one line before and the other after; not every frame has some. */
  private Change change(PieceLine before, PieceLine after) {
    double earliestMs = Math.min(before.lastMs(), after.firstMs()) - HALF_PIECE_MS;
    double latestMs = Math.max(before.lastMs(), after.firstMs()) + HALF_PIECE_MS;
    int from = (int) (Math.max(0, earliestMs) / MS_PER_FRAME);
    double[] sums = new double[(int) (latestMs / MS_PER_FRAME) - from + 1];
    for (int i = 1; i < sums.length; i++) {
      sums[i] = sums[i - 1] + fit(from + i - 1, before) - fit(from + i - 1, after);
    }
    double best = Arrays.stream(sums).max().orElseThrow();
    double lowest = best - Math.min(best - sums[0], best - sums[sums.length - 1]) * UNSURE;
    int first = 0;
    while (sums[first] < lowest) {
      first++;
    }
    int last = sums.length - 1;
    while (sums[last] < lowest) {
      last--;
    }
    return new Change((from + first) * MS_PER_FRAME, (from + last) * MS_PER_FRAME);
  }

  private double fit(int frame, PieceLine line) {
    int delay = (int) Math.round(line.delayMs(frame * MS_PER_FRAME) / MS_PER_FRAME);
    return creative.product(frame, recording, frame + delay);
  }
}
