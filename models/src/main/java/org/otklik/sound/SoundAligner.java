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
    if (score < MIN_SCORE) {
      return SoundAlignment.refused(SoundFinding.NOT_HEARD, score, 0, 0);
    }
    List<HeardPiece> pieces = pieces(creative, peaks.get(0).lag());
    List<PieceLine> lines = PieceLine.of(pieces.stream().filter(HeardPiece::isHeard).toList());
    int agreeing = lines.stream().mapToInt(line -> line.pieces().size()).sum();
    if (lines.stream().allMatch(line -> line.pieces().size() < MIN_PIECES)) {
      return SoundAlignment.refused(SoundFinding.FAINT, score, pieces.size(), agreeing);
    }
    if (isOneOfSeveral(creative, search, peaks)) {
      return SoundAlignment.refused(SoundFinding.REPEATS, score, pieces.size(), agreeing);
    }
    PieceLine longest =
        lines.stream().max(Comparator.comparingInt(line -> line.pieces().size())).get();
    return new SoundAlignment(
        SoundFinding.FOUND,
        score,
        pieces.size(),
        agreeing,
        (int) Math.round(lines.get(0).delayMs(0)),
        longest.drift() * 1e6,
        new HeardClock(creative.onsets(), heard, recordingMs).of(lines));
  }

  /** Whether the creative repeats itself, and the next best place is one of its repetitions. */
  private static boolean isOneOfSeveral(
      CreativeSound creative, LagSearch search, List<LagSearch.Peak> peaks) {
    if (peaks.size() < 2) {
      return false;
    }
    double best = search.z(peaks.get(0).score());
    double next = search.z(peaks.get(1).score());
    boolean isClear = best >= next + MIN_LEAD && best >= next * MIN_RATIO;
    return !isClear && creative.repeatsAfter(peaks.get(1).lag() - peaks.get(0).lag());
  }

  private List<HeardPiece> pieces(CreativeSound creative, double lag) {
    PieceSearch search = new PieceSearch(creative.sound(), recording);
    double delayMs = lag * MS_PER_FRAME;
    List<HeardPiece> pieces = new ArrayList<>();
    for (HeardPiece piece : search.around(delayMs, NEAR_MS)) {
      pieces.add(
          piece.isHeard()
              ? piece
              : search
                  .again(piece, delayMs, STALL_MS)
                  .filter(HeardPiece::isHeard)
                  .filter(moved -> !creative.repeatsAfter(moved.delayMs() / MS_PER_FRAME - lag))
                  .orElse(piece));
    }
    return pieces;
  }
}
