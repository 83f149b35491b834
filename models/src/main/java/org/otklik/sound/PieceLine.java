package org.otklik.sound;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pieces in a row of which each lies where the others say: while they last, recording and creative
 * ran on together.
 *
 * @param pieces in order of time, at least one
 */
record PieceLine(List<HeardPiece> pieces) {
  /** What pieces may lie off the line that they agree on. */
  private static final double TOLERANCE_MS = 15;

  /** A clock is not further off than this; what is more is a standstill or a jump. */
  private static final double MAX_DRIFT = 5e-4;

  /** From fewer pieces a drift is not told. */
  private static final int MIN_FOR_DRIFT = 4;

  PieceLine {
    pieces = List.copyOf(pieces);
  }

  /**
   * The lines that a creative's pieces form, in order of time; between two of them the player stood
   * still or jumped. A single piece that agrees with no other is a line, unless it lies within one.
   */
  static List<PieceLine> of(List<HeardPiece> pieces) {
    List<PieceLine> lines = new ArrayList<>();
    for (HeardPiece piece : pieces) {
      PieceLine last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
      if (last != null && last.agreesWith(piece)) {
        lines.set(lines.size() - 1, last.and(List.of(piece)));
      } else {
        lines.add(new PieceLine(List.of(piece)));
      }
    }
    int before;
    do {
      before = lines.size();
      lines = joined(lines);
    } while (lines.size() < before);
    return lines;
  }

  /** Lines with a stray piece between them are one; the stray piece goes. */
  private static List<PieceLine> joined(List<PieceLine> lines) {
    for (int i = 0; i + 1 < lines.size(); i++) {
      PieceLine line = lines.get(i);
      if (line.agreesWith(lines.get(i + 1).pieces.get(0))) {
        return replaced(lines, i, i + 2, line.and(lines.get(i + 1).pieces));
      }
      boolean isStray = lines.get(i + 1).pieces.size() == 1;
      if (isStray && i + 2 < lines.size() && line.agreesWith(lines.get(i + 2).pieces.get(0))) {
        return replaced(lines, i, i + 3, line.and(lines.get(i + 2).pieces));
      }
    }
    return lines;
  }

  private static List<PieceLine> replaced(
      List<PieceLine> lines, int from, int until, PieceLine line) {
    List<PieceLine> replaced = new ArrayList<>(lines.subList(0, from));
    replaced.add(line);
    replaced.addAll(lines.subList(until, lines.size()));
    return replaced;
  }

  private PieceLine and(List<HeardPiece> more) {
    List<HeardPiece> all = new ArrayList<>(pieces);
    all.addAll(more);
    return new PieceLine(all);
  }

  private boolean agreesWith(HeardPiece next) {
    HeardPiece last = pieces.get(pieces.size() - 1);
    double allowed = TOLERANCE_MS + MAX_DRIFT * (next.creativeMs() - last.creativeMs());
    return Math.abs(next.delayMs() - last.delayMs()) <= allowed;
  }

  double firstMs() {
    return pieces.get(0).creativeMs();
  }

  double lastMs() {
    return pieces.get(pieces.size() - 1).creativeMs();
  }

  /** How much longer the recording takes than the creative; the median of all pairs' slopes. */
  double drift() {
    if (pieces.size() < MIN_FOR_DRIFT) {
      return 0;
    }
    List<Double> slopes = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      for (int j = i + 1; j < pieces.size(); j++) {
        slopes.add(
            (pieces.get(j).delayMs() - pieces.get(i).delayMs())
                / (pieces.get(j).creativeMs() - pieces.get(i).creativeMs()));
      }
    }
    return Math.max(-MAX_DRIFT, Math.min(MAX_DRIFT, median(slopes)));
  }

  /** What to add to a time of the creative to have the recording's. */
  double delayMs(double creativeMs) {
    double drift = drift();
    List<Double> starts =
        pieces.stream().map(piece -> piece.delayMs() - drift * piece.creativeMs()).toList();
    return median(starts) + drift * creativeMs;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : IntStream.of(half - 1, half).mapToDouble(sorted::get).sum() / 2;
  }
}
