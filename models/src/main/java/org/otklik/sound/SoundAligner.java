package org.otklik.sound;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Listens for creatives in one recording. What it must not do is find one that is not there: the
 * limits are those of a trial with a thousand recordings without it.
 */
public final class SoundAligner {
  /** Chance reaches 6. */
  private static final double MIN_SCORE = 6.5;

  /** Of places that a creative repeats itself at, the right one stands so much above the next. */
  private static final double MIN_LEAD = 1.5;

  private static final double MIN_RATIO = 1.1;

  /** How far from the coarse place pieces may lie: what onsets and a drifting clock allow. */
  private static final int NEAR_MS = 60;

  /** A player that stood still, or jumped, moved the rest by no more. */
  private static final int STALL_MS = 5000;

  private static final int MIN_PIECES = 2;

  /** Where onsets do not speak for the place as well. */
  private static final int MIN_PIECES_BY_PHASE = 3;

  /** Of a piece; twice what it takes to be heard. */
  private static final double CLEAR_STRENGTH = 18;

  /** Of what pieces usually have: less is a piece that was moved in part. */
  private static final double WEAK_SHARE = 0.6;

  private static final double MS_PER_FRAME = 1000.0 / OnsetBands.FRAMES_PER_SECOND;

  private final Sound recording;
  private final OnsetBands heard;
  private final int recordingMs;

  /**
   * @param recordingMs length of the recording's video
   */
  public SoundAligner(Sound recording, int recordingMs) {
    this.recording = recording;
    this.heard = OnsetBands.of(recording);
    this.recordingMs = recordingMs;
  }

  /** Whether the recording has nothing to listen to. */
  public boolean isSilent() {
    return heard.frames() < OnsetBands.FRAMES_PER_SECOND || recording.isSilent();
  }

  /** Where a creative is heard, or why that cannot be said. */
  public SoundAlignment find(CreativeSound creative) {
    if (creative.sound().isSilent() || creative.onsets().frames() < OnsetBands.FRAMES_PER_SECOND) {
      return SoundAlignment.refused(SoundFinding.CREATIVE_SILENT, 0, 0, 0);
    }
    if (isSilent()) {
      return SoundAlignment.refused(SoundFinding.RECORDING_SILENT, 0, 0, 0);
    }
    if (!creative.hasOnsets()) {
      return SoundAlignment.refused(SoundFinding.NO_ONSETS, 0, 0, 0);
    }
    LagSearch search = LagSearch.of(creative.onsets(), heard);
    List<LagSearch.Peak> peaks = search.peaks(2);
    double score = search.z(peaks.get(0).score());
    Answer byOnsets =
        score < MIN_SCORE ? Answer.NONE : answer(creative, peaks.get(0).lag() * MS_PER_FRAME);
    if (byOnsets.isHeard()) {
      return isOneOfSeveral(creative, search, peaks)
          ? byOnsets.refused(SoundFinding.REPEATS, score)
          : found(creative, byOnsets, score);
    }
    Answer byPhase = creative.repeatsItself() ? Answer.NONE : answer(creative);
    if (byPhase.heardPieces() >= MIN_PIECES_BY_PHASE) {
      return found(creative, byPhase, score);
    }
    return byOnsets.refused(score < MIN_SCORE ? SoundFinding.NOT_HEARD : SoundFinding.FAINT, score);
  }

  private SoundAlignment found(CreativeSound creative, Answer answer, double score) {
    if (answer.isOfAPart()) {
      return answer.refused(SoundFinding.OTHER_CUT, score);
    }
    return new SoundAlignment(
        SoundFinding.FOUND,
        score,
        answer.pieces(),
        answer.heardPieces(),
        (int) Math.round(answer.lines().get(0).delayMs(0)),
        answer.longest().drift() * 1e6,
        new HeardClock(creative.onsets(), heard, recordingMs).of(answer.lines()));
  }

  /** By onsets: the pieces around a place. */
  private Answer answer(CreativeSound creative, double delayMs) {
    List<HeardPiece> pieces = pieces(creative, delayMs);
    return new Answer(
        pieces.size(), PieceLine.of(pieces.stream().filter(HeardPiece::isHeard).toList()));
  }

  /**
   * By the phase of a few pieces alone, which loud talk and an echo canceller leave more of than of
   * onsets; where two of them agree the others are looked for.
   */
  private Answer answer(CreativeSound creative) {
    PieceLine agreeing =
        PieceLine.of(new PieceSearch(creative.sound(), recording).anywhere()).stream()
            .max(Comparator.comparingInt(line -> line.pieces().size()))
            .filter(line -> line.pieces().size() >= MIN_PIECES)
            .orElse(null);
    return agreeing == null ? Answer.NONE : answer(creative, agreeing.delayMs(0));
  }

  /** Whether the creative repeats itself, and the next best place is about as good. */
  private static boolean isOneOfSeveral(
      CreativeSound creative, LagSearch search, List<LagSearch.Peak> peaks) {
    if (peaks.size() < 2) {
      return false;
    }
    double best = search.z(peaks.get(0).score());
    double next = search.z(peaks.get(1).score());
    boolean isClear = best >= next + MIN_LEAD && best >= next * MIN_RATIO;
    return !isClear && creative.repeatsItself();
  }

  /** What is not heard there, or less than the others, is looked for where a stall moved it. */
  private List<HeardPiece> pieces(CreativeSound creative, double delayMs) {
    PieceSearch search = new PieceSearch(creative.sound(), recording);
    List<HeardPiece> near = search.around(delayMs, NEAR_MS);
    double[] strengths = near.stream().mapToDouble(HeardPiece::strength).sorted().toArray();
    double usual = strengths.length == 0 ? 0 : strengths[strengths.length / 2];
    List<HeardPiece> pieces = new ArrayList<>();
    for (HeardPiece piece : near) {
      boolean isWeak = !piece.isHeard() || piece.strength() < usual * WEAK_SHARE;
      pieces.add(
          !isWeak
              ? piece
              : search
                  .again(piece, delayMs, STALL_MS)
                  .filter(moved -> moved.isHeard() && moved.strength() > piece.strength())
                  .filter(
                      moved -> !creative.repeatsAfter((moved.delayMs() - delayMs) / MS_PER_FRAME))
                  .orElse(piece));
    }
    return pieces;
  }

  /**
   * What pieces say.
   *
   * @param pieces how many were looked for
   */
  private record Answer(int pieces, List<PieceLine> lines) {
    private static final Answer NONE = new Answer(0, List.of());

    int heardPieces() {
      return lines.stream().mapToInt(line -> line.pieces().size()).sum();
    }

    boolean isHeard() {
      return !lines.isEmpty() && longest().pieces().size() >= MIN_PIECES;
    }

    /** Whether less than half is heard, and so clearly that the rest would have been, too. */
    boolean isOfAPart() {
      double[] strengths =
          lines.stream()
              .flatMap(line -> line.pieces().stream())
              .mapToDouble(HeardPiece::strength)
              .sorted()
              .toArray();
      return 2 * strengths.length < pieces && strengths[strengths.length / 2] >= CLEAR_STRENGTH;
    }

    PieceLine longest() {
      return lines.stream()
          .max(Comparator.comparingInt(line -> line.pieces().size()))
          .orElseThrow();
    }

    SoundAlignment refused(SoundFinding finding, double score) {
      return SoundAlignment.refused(finding, score, pieces, heardPieces());
    }
  }
}
