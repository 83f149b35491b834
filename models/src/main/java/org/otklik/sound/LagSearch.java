package org.otklik.sound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well a creative's onsets fit a recording's at every lag at once. A lag is where the creative
 * begins in the recording, in frames; below 0 the recording began later than the creative.
 */
final class LagSearch {
  /** Lags nearer than this to a better one are the same peak: 0.3 s. */
  private static final int SAME_PEAK = 30;

  private static final int NEAR = 3;

  /** Less in common says nothing: 5 s, or half of the creative. */
  private static final int MIN_OVERLAP = 5 * OnsetBands.FRAMES_PER_SECOND;

  /** Of a normal distribution: standard deviation by median absolute deviation. */
  private static final double DEVIATION = 1.4826;

  private final int firstLag;
  private final double[] scores;
  private final double median;
  private final double spread;

  /** A place to begin at. */
  record Peak(double lag, double score) {}

  private LagSearch(int firstLag, double[] scores) {
    this.firstLag = firstLag;
    this.scores = scores;
    double[] sorted = Arrays.stream(scores).sorted().toArray();
    median = sorted[sorted.length / 2];
    double[] away = Arrays.stream(scores).map(x -> Math.abs(x - median)).sorted().toArray();
    spread = Math.max(1e-12, DEVIATION * away[away.length / 2]);
  }

  static LagSearch of(OnsetBands creative, OnsetBands recording) {
    int minOverlap = Math.min(MIN_OVERLAP, creative.frames() / 2);
    int firstLag = minOverlap - creative.frames();
    int lags = Math.max(1, recording.frames() - minOverlap - firstLag + 1);
    double[] sums = correlation(creative, recording, firstLag, lags);
    double[] creativeEnergies = creative.energies();
    double[] recordingEnergies = recording.energies();
    for (int i = 0; i < lags; i++) {
      int lag = firstLag + i;
      int from = Math.max(0, -lag);
      int until = Math.min(creative.frames(), recording.frames() - lag);
      if (until <= from) {
        sums[i] = 0;
        continue;
      }
      double energy = creativeEnergies[until] - creativeEnergies[from];
      double heard = recordingEnergies[until + lag] - recordingEnergies[from + lag];
      double share = (double) (until - from) / creative.frames();
      sums[i] *= Math.sqrt(share) / Math.max(1e-9, Math.sqrt(energy * heard));
    }
    return new LagSearch(firstLag, sums);
  }

  private static double[] correlation(
      OnsetBands creative, OnsetBands recording, int firstLag, int lags) {
    Fft fft = new Fft(Fft.sizeFor(creative.frames() + recording.frames()));
    int size = fft.size();
    double[] sumRe = new double[size];
    double[] sumIm = new double[size];
    for (int band = 0; band < OnsetBands.BANDS; band++) {
      double[] re = padded(recording.band(band), size);
      double[] im = padded(creative.band(band), size);
      fft.forward(re, im);
      addCrossSpectrum(re, im, sumRe, sumIm);
    }
    fft.backward(sumRe, sumIm);
    double[] sums = new double[lags];
    for (int i = 0; i < lags; i++) {
      sums[i] = sumRe[Math.floorMod(firstLag + i, size)] / size;
    }
    return sums;
  }

  private static double[] padded(float[] values, int size) {
    double[] padded = new double[size];
    for (int i = 0; i < values.length; i++) {
      padded[i] = values[i];
    }
    return padded;
  }

  /** Of two real signals in one complex transform: the first's times the second's conjugate. */
  static void addCrossSpectrum(double[] re, double[] im, double[] sumRe, double[] sumIm) {
    int size = re.length;
    for (int k = 0; k < size; k++) {
      int mirror = (size - k) & (size - 1);
      double firstRe = (re[k] + re[mirror]) / 2;
      double firstIm = (im[k] - im[mirror]) / 2;
      double secondRe = (im[k] + im[mirror]) / 2;
      double secondIm = (re[mirror] - re[k]) / 2;
      sumRe[k] += firstRe * secondRe + firstIm * secondIm;
      sumIm[k] += firstIm * secondRe - firstRe * secondIm;
    }
  }

  /** The best lags, best first, each away from the better ones. */
  List<Peak> peaks(int atMost) {
    List<Integer> byScore =
        IntStream.range(0, scores.length)
            .filter(this::isTop)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
            .toList();
    List<Peak> peaks = new ArrayList<>();
    List<Integer> taken = new ArrayList<>();
    for (int at : byScore) {
      if (taken.stream().allMatch(other -> Math.abs(other - at) > SAME_PEAK)) {
        taken.add(at);
        peaks.add(new Peak(firstLag + at + summit(at), scores[at]));
        if (peaks.size() == atMost) {
          break;
        }
      }
    }
    return peaks;
  }

  private boolean isTop(int at) {
    return (at == 0 || scores[at] >= scores[at - 1])
        && (at == scores.length - 1 || scores[at] > scores[at + 1]);
  }

  /** Where between frames a parabola through the peak has its summit. */
  private double summit(int at) {
    if (at == 0 || at == scores.length - 1) {
      return 0;
    }
    return summit(scores[at - 1], scores[at], scores[at + 1]);
  }

  static double summit(double before, double top, double after) {
    double bend = before - 2 * top + after;
    return bend < 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend))) : 0;
  }

  /** The best score within a few frames of a lag; 0 where there is none. */
  double scoreNear(double lag) {
    int middle = (int) Math.round(lag) - firstLag;
    return IntStream.rangeClosed(middle - NEAR, middle + NEAR)
        .filter(at -> at >= 0 && at < scores.length)
        .mapToDouble(at -> scores[at])
        .max()
        .orElse(0);
  }

  /** How far a score lies above the usual one, in standard deviations of a normal distribution. */
  double z(double score) {
    return (score - median) / spread;
  }
}
