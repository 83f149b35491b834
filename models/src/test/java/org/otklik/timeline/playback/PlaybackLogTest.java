package org.otklik.timeline.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.otklik.timeline.CreativeClock;
import org.otklik.timeline.CreativeClock.Piece;
import org.otklik.timeline.playback.PlaybackMark.Kind;

/** A page whose recorder was called at 1000 ms, and whose first recorded frame was 1040 ms. */
class PlaybackLogTest {
  private static final double CALLED_MS = 1000;
  private static final double FIRST_FRAME_MS = 1040;
  private static final int CREATIVE_MS = 20_000;
  private static final int TOLERANCE_MS = 100;

  private final List<PlaybackMark> marks = new ArrayList<>();
  private final List<Double> captures = new ArrayList<>();
  private final List<Integer> frames = new ArrayList<>();
  private final Random random = new Random(5);

  PlaybackLogTest() {
    // a camera of 30 frames a second that is no clock
    double time = 700;
    for (int i = 0; i < 900; i++) {
      time += 33 + random.nextInt(-9, 10);
      captures.add(time);
    }
    double first = captures.stream().filter(t -> t >= FIRST_FRAME_MS).findFirst().orElseThrow();
    captures.stream()
        .filter(t -> t >= first)
        .map(t -> (int) Math.round(t - first))
        .forEach(frames::add);
  }

  /** The page's time of the recording's first frame. */
  private double start() {
    return captures.stream().filter(t -> t >= FIRST_FRAME_MS).findFirst().orElseThrow();
  }

  private void mark(double pageMs, Kind kind, double creativeMs) {
    marks.add(new PlaybackMark(pageMs, kind, creativeMs));
  }

  /** Frames and looks as a page notes them: frames off by up to 60 ms, the place told late. */
  private void play(double fromMs, double untilMs, double creativeMs) {
    for (double at = fromMs; at < untilMs; at += 40) {
      mark(at, Kind.FRAME, creativeMs + at - fromMs + random.nextInt(-55, 56));
    }
    for (double at = fromMs; at < untilMs; at += 100) {
      mark(at, Kind.SAMPLE, creativeMs + Math.max(0, at - fromMs - random.nextInt(100)));
    }
  }

  private CreativeClock clock() {
    return new PlaybackLog(CALLED_MS, captures, marks).clock(frames, 28_000, CREATIVE_MS);
  }

  private static void assertRuns(CreativeClock clock, double recordingMs, double creativeMs) {
    assertEquals(creativeMs, clock.creativeMs((int) recordingMs).orElseThrow(), TOLERANCE_MS);
  }

  private static void assertStands(CreativeClock clock, double recordingMs) {
    assertTrue(clock.creativeMs((int) recordingMs).isEmpty(), clock::toString);
  }

  @Test
  void recordingIsPlacedByItsFrames() {
    double found =
        RecordingStart.find(
            CALLED_MS,
            captures.stream().mapToDouble(t -> t).toArray(),
            frames.stream().mapToInt(t -> t).toArray());
    assertEquals(start(), found, 0.6);
  }

  @Test
  void recordingIsPlacedByTheCallWhereTheCameraTellsNothing() {
    captures.clear();
    mark(2000, Kind.PLAYING, 0);
    play(2000, 8000, 0);
    assertRuns(clock(), 3000, 2000);
  }

  /** A regular camera fits a frame later as well; the earliest place at or after the call is it. */
  @Test
  void regularCameraIsPlacedAtTheEarliestFrame() {
    double[] regular = new double[600];
    int[] recorded = new int[500];
    for (int i = 0; i < regular.length; i++) {
      regular[i] = 800 + i * 100 / 3.0;
    }
    for (int i = 0; i < recorded.length; i++) {
      recorded[i] = (int) Math.round(i * 100 / 3.0);
    }
    double found = RecordingStart.find(CALLED_MS, regular, recorded);
    assertTrue(Math.abs(found - CALLED_MS) <= 51, "placed at " + found);
  }

  @Test
  void creativeThatRunsThroughIsOnePiece() {
    mark(3000, Kind.PLAYING, 20);
    play(3000, 23_000, 0);
    mark(23_030, Kind.ENDED, CREATIVE_MS);
    CreativeClock clock = clock();

    assertEquals(1, clock.pieces().size());
    assertEquals(0, clock.pieces().get(0).creativeFromMs());
    assertRuns(clock, 5000 - start(), 2000);
    assertRuns(clock, 20_000 - start(), 17_000);
    assertStands(clock, 2000 - start());
    assertStands(clock, 23_200 - start());
  }

  /** 3 s without data, which the player tells; the word that it plays again comes 1.2 s late. */
  @Test
  void stallIsAGapThoughItsEndIsToldLate() {
    mark(3000, Kind.PLAYING, 0);
    play(3000, 11_000, 0);
    mark(11_080, Kind.WAITING, 8000);
    mark(15_200, Kind.PLAYING, 9200);
    play(15_200, 26_000, 9200);
    CreativeClock clock = clock();

    assertEquals(2, clock.pieces().size());
    assertRuns(clock, 10_900 - start(), 7900);
    assertStands(clock, 12_500 - start());
    assertStands(clock, 13_850 - start());
    assertRuns(clock, 14_200 - start(), 8200);
    assertRuns(clock, 20_000 - start(), 14_000);
  }

  /** Firefox: neither waiting nor playing, but the place stands. */
  @Test
  void silentStallIsAGap() {
    mark(3000, Kind.PLAYING, 0);
    play(3000, 11_000, 0);
    for (double at = 11_050; at < 14_000; at += 100) {
      mark(at, Kind.SAMPLE, 8000);
    }
    play(14_000, 26_000, 8000);
    CreativeClock clock = clock();

    assertEquals(2, clock.pieces().size());
    assertStands(clock, 12_500 - start());
    assertRuns(clock, 10_500 - start(), 7500);
    assertRuns(clock, 15_000 - start(), 9000);
  }

  @Test
  void whatRunsOutOfSightIsAGap() {
    mark(3000, Kind.PLAYING, 0);
    play(3000, 20_000, 0);
    mark(8000, Kind.HIDDEN, 5000);
    mark(10_000, Kind.VISIBLE, 7000);
    CreativeClock clock = clock();

    assertStands(clock, 9000 - start());
    assertRuns(clock, 7000 - start(), 4000);
    assertRuns(clock, 12_000 - start(), 9000);
  }

  /** The system's own buttons can seek: a stretch that was left out is a gap. */
  @Test
  void jumpAheadLeavesAGapInTheCreative() {
    mark(3000, Kind.PLAYING, 0);
    play(3000, 6000, 0);
    mark(6000, Kind.SEEKED, 10_000);
    play(6000, 12_000, 10_000);
    List<Piece> pieces = clock().pieces();

    assertEquals(2, pieces.size());
    assertEquals(10_000, pieces.get(1).creativeFromMs(), TOLERANCE_MS);
  }

  @Test
  void whatIsSeenTwiceCountsTheFirstTime() {
    mark(3000, Kind.PLAYING, 0);
    play(3000, 9000, 0);
    mark(9000, Kind.SEEKED, 2000);
    play(9000, 15_000, 2000);
    CreativeClock clock = clock();

    assertRuns(clock, 6000 - start(), 3000);
    assertStands(clock, 11_000 - start());
    assertRuns(clock, 14_000 - start(), 7000);
  }

  @Test
  void pauseEndsAPiece() {
    mark(3000, Kind.PLAYING, 0);
    play(3000, 6000, 0);
    mark(6000, Kind.PAUSED, 3000);
    mark(9000, Kind.PLAYING, 3000);
    play(9000, 12_000, 3000);
    CreativeClock clock = clock();

    assertStands(clock, 7000 - start());
    assertRuns(clock, 10_000 - start(), 4000);
  }

  @Test
  void nothingNotedIsNoPiece() {
    assertEquals(List.of(), clock().pieces());
  }
}
