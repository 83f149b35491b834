package org.otklik.showing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.otklik.timeline.CreativeClock;
import org.otklik.timeline.playback.PlaybackLog;
import org.otklik.timeline.playback.PlaybackMark;

/**
 * Some of what the host's page noted of its player: times in milliseconds of the server's clock
 * since 1970, places in milliseconds of the creative.
 *
 * @param frames time, place, time, place …
 * @param samples likewise
 */
public record PlayerNotes(
    @NotNull @Size(max = PlayerNotes.MAX_NOTES) List<Double> frames,
    @NotNull @Size(max = PlayerNotes.MAX_NOTES) List<Double> samples,
    @NotNull @Valid @Size(max = PlayerNotes.MAX_NOTES) List<Event> events) {
  static final int MAX_NOTES = 20_000;

  /** An event of the player or of the page. */
  public record Event(
      @NotNull Double ms, @NotNull PlaybackMark.Kind kind, @NotNull Double creativeMs) {}

  /**
   * The clock of the recordings of a showing, which all begin when the creative was first started.
   *
   * @param startedAt their time 0
   * @param durationMs their length
   */
  static CreativeClock clock(
      List<PlayerNotes> parts, Instant startedAt, int durationMs, int creativeDurationMs) {
    List<PlaybackMark> marks = new ArrayList<>();
    for (PlayerNotes part : parts) {
      part.events.stream()
          .filter(one -> !isOfPage(one.kind())) // a room looks at another screen than the host
          .forEach(one -> marks.add(new PlaybackMark(one.ms(), one.kind(), one.creativeMs())));
      add(marks, PlaybackMark.Kind.FRAME, part.frames);
      add(marks, PlaybackMark.Kind.SAMPLE, part.samples);
    }
    return new PlaybackLog(startedAt.toEpochMilli(), List.of(), marks)
        .clock(List.of(), durationMs, creativeDurationMs);
  }

  private static boolean isOfPage(PlaybackMark.Kind kind) {
    return kind == PlaybackMark.Kind.HIDDEN || kind == PlaybackMark.Kind.VISIBLE;
  }

  private static void add(List<PlaybackMark> marks, PlaybackMark.Kind kind, List<Double> pairs) {
    for (int i = 0; i + 1 < pairs.size(); i += 2) {
      marks.add(new PlaybackMark(pairs.get(i), kind, pairs.get(i + 1)));
    }
  }
}
