package org.otklik.timeline.playback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.otklik.timeline.CreativeClock;

/**
 * What a page noted while it showed a creative and recorded the viewer.
 *
 * @param recorderCalledMs when the recorder was started, by the page's clock
 * @param captureTimesMs when the camera took the frames that the page saw; empty where the browser
 *     does not tell
 * @param marks of the creative's player
 */
public record PlaybackLog(
    double recorderCalledMs, List<Double> captureTimesMs, List<PlaybackMark> marks) {

  /** What is shorter cannot be told from an event that came late. */
  private static final double MIN_PIECE_MS = 100;

  public PlaybackLog {
    captureTimesMs = captureTimesMs.stream().sorted().toList();
    marks = marks.stream().sorted(Comparator.comparingDouble(PlaybackMark::pageMs)).toList();
  }

  /**
   * The clock of the recording that was made meanwhile. What the viewer saw for a second time, or
   * while the page was out of sight, is in no piece.
   *
   * @param frameTimesMs of the recording's frames, from its first one; the first some hundred do
   * @param creativeDurationMs length of the creative; nothing is shown after it
   * @return without pieces where the creative never ran
   */
  public CreativeClock clock(
      List<Integer> frameTimesMs, int recordingDurationMs, int creativeDurationMs) {
    double startMs =
        RecordingStart.find(
            recorderCalledMs,
            captureTimesMs.stream().mapToDouble(Double::doubleValue).toArray(),
            frameTimesMs.stream().mapToInt(Integer::intValue).toArray());
    List<CreativeClock.Piece> pieces = new ArrayList<>();
    for (PlayedStretch stretch : seen(creativeDurationMs)) {
      PlayedStretch part = stretch.between(startMs, startMs + recordingDurationMs);
      if (part.untilMs() - part.fromMs() >= MIN_PIECE_MS) {
        int fromMs = (int) Math.round(part.fromMs() - startMs);
        int untilMs = (int) Math.round(part.untilMs() - startMs);
        int creativeMs = (int) Math.round(part.creativeFromMs());
        pieces.add(new CreativeClock.Piece(fromMs, untilMs, creativeMs));
      }
    }
    return new CreativeClock(pieces);
  }

  /** Each part of the creative once, the first time. */
  private List<PlayedStretch> seen(int creativeDurationMs) {
    List<PlayedStretch> seen = new ArrayList<>();
    double endedMs = Double.NEGATIVE_INFINITY;
    double creativeMs = 0;
    for (PlayedStretch stretch : PlayedStretches.of(Standstills.added(marks))) {
      PlayedStretch begun = stretch;
      if (!stretch.isJump() || stretch.creativeFromMs() < creativeMs) {
        // The word that it plays comes late: without a jump it went on where it had stood.
        begun = stretch.fromCreative(creativeMs);
      }
      PlayedStretch whole = begun.between(endedMs, creativeDurationMs - stretch.shiftMs());
      if (!whole.isEmpty()) {
        seen.addAll(inSight(whole));
        endedMs = whole.untilMs();
        creativeMs = Math.max(creativeMs, whole.creativeUntilMs());
      }
    }
    return seen;
  }

  private List<PlayedStretch> inSight(PlayedStretch stretch) {
    List<PlayedStretch> parts = new ArrayList<>();
    double fromMs = stretch.fromMs();
    boolean isHidden = false;
    for (PlaybackMark mark : marks) {
      if (mark.kind() == PlaybackMark.Kind.HIDDEN && !isHidden) {
        parts.add(stretch.between(fromMs, mark.pageMs()));
        isHidden = true;
      } else if (mark.kind() == PlaybackMark.Kind.VISIBLE && isHidden) {
        fromMs = Math.max(fromMs, mark.pageMs());
        isHidden = false;
      }
    }
    if (!isHidden) {
      parts.add(stretch.between(fromMs, stretch.untilMs()));
    }
    return parts.stream().filter(part -> !part.isEmpty()).toList();
  }
}
