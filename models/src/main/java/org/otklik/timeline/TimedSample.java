package org.otklik.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A sample and the time it stands for: until the next sample, but no longer than {@link
 * SampleSpacing} allows and not beyond the recording.
 *
 * @param fromMs time in the recording, not before it
 * @param untilMs not before {@code fromMs}
 */
record TimedSample(FrameSample sample, double fromMs, double untilMs) {

  /** In order of time; of two samples at one time the earlier in the list stands for nothing. */
  static List<TimedSample> of(List<FrameSample> samples, int recordingDurationMs, double sampleHz) {
    List<FrameSample> inOrder = inOrder(samples);
    SampleSpacing spacing =
        new SampleSpacing(inOrder.stream().mapToInt(FrameSample::mediaTimeMs).toArray());
    List<TimedSample> standing = new ArrayList<>();
    for (int i = 0; i < inOrder.size(); i++) {
      int timeMs = inOrder.get(i).mediaTimeMs();
      int nextMs = i + 1 < inOrder.size() ? inOrder.get(i + 1).mediaTimeMs() : recordingDurationMs;
      double untilMs = Math.min(nextMs, timeMs + spacing.longestStandMs(i, sampleHz));
      double fromMs = Math.max(0, timeMs);
      standing.add(
          new TimedSample(
              inOrder.get(i), fromMs, Math.max(fromMs, Math.min(untilMs, recordingDurationMs))));
    }
    return standing;
  }

  static List<FrameSample> inOrder(List<FrameSample> samples) {
    return samples.stream().sorted(Comparator.comparingInt(FrameSample::mediaTimeMs)).toList();
  }

  boolean isObserved() {
    return sample.outcome() == FrameOutcome.OBSERVED;
  }

  /** Milliseconds of it before that time. */
  double beforeMs(double timeMs) {
    return Math.max(0, Math.min(untilMs, timeMs) - fromMs);
  }
}
