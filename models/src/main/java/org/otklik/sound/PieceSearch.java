package org.otklik.sound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Compares pieces of a creative with the recording to a fraction of a millisecond: the generalised
 * cross-correlation with phase transform of Knapp and Carter (1976), which lets every frequency
 * from {@value #LOWEST_HZ} to {@value #HIGHEST_HZ} Hz count the same. For one thread.
 */
final class PieceSearch {
  private static final int LOWEST_HZ = 300;
  private static final int HIGHEST_HZ = 6000;

  private static final int PIECE_MS = 5000;

  /** A short creative would have too few of them. */
  private static final int SHORT_CREATIVE_MS = 10_000;

  /** A long creative is not gone through without a gap. */
  private static final int MAX_PIECES = 120;

  /** Pieces that are looked for everywhere. */
  private static final int FEW = 5;

  /** Half of what one transform of 2^18 samples goes through, but for the piece itself. */
  private static final int WIDE_MS = 5500;

  /** Around the peak, what belongs to it: 5 ms. */
  private static final int PEAK = Sound.HZ / 200;

  private final Sound creative;
  private final Sound recording;
  private final int length;
  private final int step;
  private Fft fft;

  PieceSearch(Sound creative, Sound recording) {
    this.creative = creative;
    this.recording = recording;
    int pieceMs = creative.durationMs() < SHORT_CREATIVE_MS ? PIECE_MS / 2 : PIECE_MS;
    this.length = Math.min(creative.samples().length, pieceMs * Sound.HZ / 1000);
    this.step = Math.max(length / 2, creative.samples().length / MAX_PIECES);
  }

  /**
   * Every piece that has sound and would lie in the recording for the most part.
   *
   * @param delayMs where the creative begins in the recording, about
   * @param reachMs how far from there it is looked for
   */
  List<HeardPiece> around(double delayMs, int reachMs) {
    List<HeardPiece> pieces = new ArrayList<>();
    int last = creative.samples().length - length;
    for (int from = 0; from <= last; from += step) {
      piece(from, delayMs, reachMs).ifPresent(pieces::add);
    }
    if (last % step > step / 2) {
      piece(last, delayMs, reachMs).ifPresent(pieces::add); // the end, which the steps do not reach
    }
    return pieces;
  }

  /**
   * Where a few of the pieces are heard best in the whole recording; those that are heard nowhere
   * are left out.
   */
  List<HeardPiece> anywhere() {
    int places = Math.max(0, (creative.samples().length - length) / step) + 1;
    int every = Math.max(1, places / FEW);
    List<HeardPiece> heard = new ArrayList<>();
    for (int place = 0; place < places; place += every) {
      int from = place * step;
      IntStream.iterate(
              WIDE_MS / 2,
              atMs -> atMs < recording.durationMs() + WIDE_MS,
              atMs -> atMs + 2 * WIDE_MS)
          .mapToObj(atMs -> piece(from, atMs - 1000.0 * from / Sound.HZ, WIDE_MS))
          .flatMap(Optional::stream)
          .max(Comparator.comparingDouble(HeardPiece::strength))
          .filter(HeardPiece::isHeard)
          .ifPresent(heard::add);
    }
    return heard;
  }

  /** The piece with that middle, looked for elsewhere. */
  Optional<HeardPiece> again(HeardPiece piece, double delayMs, int reachMs) {
    int from = (int) Math.round(piece.creativeMs() * Sound.HZ / 1000 - length / 2.0);
    return piece(from, delayMs, reachMs);
  }

  private Optional<HeardPiece> piece(int from, double delayMs, int reachMs) {
    int delay = (int) Math.round(delayMs * Sound.HZ / 1000);
    int reach = reachMs * Sound.HZ / 1000;
    int begin = Math.max(0, from + delay - reach);
    int end = Math.min(recording.samples().length, from + delay + length + reach);
    double[] wanted = creative.part(from, length);
    if (end - begin < length / 2 || isEmpty(wanted)) {
      return Optional.empty();
    }
    double[] correlation =
        correlation(wanted, recording.part(from + delay - reach, length + 2 * reach));
    int best = 0;
    for (int lag = 1; lag <= 2 * reach; lag++) {
      if (correlation[lag] > correlation[best]) {
        best = lag;
      }
    }
    double summit = best;
    if (best > 0 && best < 2 * reach) {
      summit += LagSearch.summit(correlation[best - 1], correlation[best], correlation[best + 1]);
    }
    return Optional.of(
        new HeardPiece(
            (from + length / 2.0) * 1000 / Sound.HZ,
            (delay - reach + summit) * 1000 / Sound.HZ,
            correlation[best] / spreadBeside(best, correlation)));
  }

  private static boolean isEmpty(double[] samples) {
    double energy = 0;
    for (double sample : samples) {
      energy += sample * sample;
    }
    return energy < samples.length * 16.0; // an amplitude of 4
  }

  private double[] correlation(double[] wanted, double[] heard) {
    int size = Fft.sizeFor(heard.length);
    if (fft == null || fft.size() != size) {
      fft = new Fft(size);
    }
    double[] re = Arrays.copyOf(heard, fft.size());
    double[] im = Arrays.copyOf(wanted, fft.size());
    fft.forward(re, im);
    double[] crossRe = new double[fft.size()];
    double[] crossIm = new double[fft.size()];
    LagSearch.addCrossSpectrum(re, im, crossRe, crossIm);
    for (int k = 0; k < fft.size(); k++) {
      double hz = (double) Math.min(k, fft.size() - k) * Sound.HZ / fft.size();
      double magnitude = Math.hypot(crossRe[k], crossIm[k]);
      boolean counts = hz >= LOWEST_HZ && hz <= HIGHEST_HZ && magnitude > 0;
      crossRe[k] = counts ? crossRe[k] / magnitude : 0;
      crossIm[k] = counts ? crossIm[k] / magnitude : 0;
    }
    fft.backward(crossRe, crossIm);
    return crossRe;
  }

  private static double spreadBeside(int peak, double[] correlation) {
    double squares = 0;
    int count = 0;
    for (int i = 0; i < correlation.length; i++) {
      if (Math.abs(i - peak) > PEAK) {
        squares += correlation[i] * correlation[i];
        count++;
      }
    }
    return Math.max(1e-12, Math.sqrt(squares / Math.max(1, count)));
  }
}
