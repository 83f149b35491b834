package org.otklik.showing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.timeline.CreativeClock;
import org.otklik.timeline.playback.PlaybackMark.Kind;

class PlayerNotesTest {
  private static final Instant STARTED = Instant.parse("2026-12-01T10:00:00Z");
  private static final double T0 = STARTED.toEpochMilli();

  private static PlayerNotes part(
      int fromMs, int untilMs, int creativeMs, List<PlayerNotes.Event> events) {
    List<Double> frames = new ArrayList<>();
    for (int ms = fromMs; ms <= untilMs; ms += 200) {
      frames.add(T0 + ms);
      frames.add((double) creativeMs + ms - fromMs);
    }
    return new PlayerNotes(frames, frames, events);
  }

  private static PlayerNotes.Event event(int ms, Kind kind, int creativeMs) {
    return new PlayerNotes.Event(T0 + ms, kind, (double) creativeMs);
  }

  @Test
  void pauseOfTheHostIsInNoStretch() {
    CreativeClock clock =
        PlayerNotes.clock(
            List.of(
                part(
                    0, 4000, 0, List.of(event(0, Kind.PLAYING, 0), event(4000, Kind.PAUSED, 4000))),
                part(
                    9000,
                    13_000,
                    4000,
                    List.of(event(9000, Kind.PLAYING, 4000), event(13_000, Kind.ENDED, 8000)))),
            STARTED,
            14_000,
            8000);
    assertEquals(3000, clock.creativeMs(3000).orElseThrow(), 50);
    assertTrue(clock.creativeMs(6000).isEmpty());
    assertEquals(6000, clock.creativeMs(11_000).orElseThrow(), 50);
    assertTrue(clock.creativeMs(13_500).isEmpty());
  }

  @Test
  void roomSeesTheCreativeWhileTheHostLooksAtAnotherWindow() {
    CreativeClock clock =
        PlayerNotes.clock(
            List.of(
                part(
                    0,
                    4000,
                    0,
                    List.of(
                        event(0, Kind.PLAYING, 0),
                        event(1000, Kind.HIDDEN, 1000),
                        event(4000, Kind.ENDED, 4000)))),
            STARTED,
            4000,
            4000);
    assertEquals(2500, clock.creativeMs(2500).orElseThrow(), 50);
  }

  @Test
  void withoutNotesNothingWasShown() {
    assertEquals(List.of(), PlayerNotes.clock(List.of(), STARTED, 5000, 5000).pieces());
  }
}
