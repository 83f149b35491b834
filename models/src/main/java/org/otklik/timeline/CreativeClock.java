package org.otklik.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which moment of the creative was shown at which moment of a recording. In each piece both run on
 * together; between pieces the creative stood still, was not shown, or nobody knows.
 *
 * @param pieces in order of the recording's time, apart from each other
 */
public record CreativeClock(List<Piece> pieces) {

  /**
   * A stretch in which recording and creative ran on together, in milliseconds.
   *
   * @param fromMs time in the recording at which it begins
   * @param untilMs time in the recording before which it ends
   * @param creativeFromMs time in the creative at its beginning; negative before the creative
   */
  public record Piece(int fromMs, int untilMs, int creativeFromMs) {
    public Piece {
      if (fromMs < 0 || untilMs <= fromMs) {
        throw new IllegalArgumentException("A piece from " + fromMs + " until " + untilMs + " ms");
      }
    }

    int creativeUntilMs() {
      return creativeFromMs + untilMs - fromMs;
    }
  }

  public CreativeClock {
    pieces = List.copyOf(pieces);
    for (int i = 1; i < pieces.size(); i++) {
      if (pieces.get(i).fromMs() < pieces.get(i - 1).untilMs()) {
        throw new IllegalArgumentException("Pieces of a clock overlap: " + pieces);
      }
    }
  }

  /**
   * Of a creative that runs on by itself, as with an uploaded recording.
   *
   * @param creativeStartMs time in the recording at which the creative begins; may be negative
   */
  public static CreativeClock startingAt(int creativeStartMs, int recordingDurationMs) {
    return new CreativeClock(List.of(new Piece(0, recordingDurationMs, -creativeStartMs)));
  }

  /** Time in the creative, in milliseconds; empty where it was not running. */
  public OptionalInt creativeMs(int recordingMs) {
    return pieces.stream()
        .filter(piece -> recordingMs >= piece.fromMs() && recordingMs < piece.untilMs())
        .mapToInt(piece -> piece.creativeFromMs() + recordingMs - piece.fromMs())
        .findFirst();
  }

  /** The same with the creative begun so much later in the recording. */
  public CreativeClock movedBy(int laterMs) {
    return new CreativeClock(
        pieces.stream()
            .map(
                piece ->
                    new Piece(piece.fromMs(), piece.untilMs(), piece.creativeFromMs() - laterMs))
            .toList());
  }

  /** What of the pieces lies before the recording's end. */
  CreativeClock before(int recordingDurationMs) {
    List<Piece> cut = new ArrayList<>();
    for (Piece piece : pieces) {
      int untilMs = Math.min(piece.untilMs(), recordingDurationMs);
      if (untilMs > piece.fromMs()) {
        cut.add(new Piece(piece.fromMs(), untilMs, piece.creativeFromMs()));
      }
    }
    return new CreativeClock(cut);
  }
}
