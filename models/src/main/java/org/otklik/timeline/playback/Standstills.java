package org.otklik.timeline.playback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Adds the standstills that the player kept silent about: Firefox neither says that it waits for
 * data nor that it plays again, but its place does not move.
 */
final class Standstills {
  /** Two looks at one place so far apart are a standstill. */
  private static final double MIN_MS = 200;

  /** What a place may differ by without a move. */
  private static final double MOVED_MS = 1;

  private final List<PlaybackMark> marks = new ArrayList<>();
  private boolean isRunning;
  private boolean isSilent;

  /** The first look at the place where the creative is. */
  private PlaybackMark place;

  private Standstills() {}

  /** The marks with those added, in order of time. */
  static List<PlaybackMark> added(List<PlaybackMark> noted) {
    Standstills standstills = new Standstills();
    noted.forEach(standstills::take);
    standstills.marks.addAll(noted);
    standstills.marks.sort(Comparator.comparingDouble(PlaybackMark::pageMs));
    return standstills.marks;
  }

  private void take(PlaybackMark mark) {
    switch (mark.kind()) {
      case PLAYING -> move(true);
      case WAITING, PAUSED, ENDED -> move(false);
      case SEEKED -> move(isRunning);
      case SAMPLE -> {
        if (isRunning) {
          look(mark);
        }
      }
      case FRAME, HIDDEN, VISIBLE -> {
        // say nothing of the place
      }
    }
  }

  private void move(boolean running) {
    isRunning = running;
    isSilent = false;
    place = null;
  }

  private void look(PlaybackMark mark) {
    if (place == null || Math.abs(mark.creativeMs() - place.creativeMs()) > MOVED_MS) {
      if (isSilent) {
        marks.add(new PlaybackMark(mark.pageMs(), PlaybackMark.Kind.PLAYING, mark.creativeMs()));
      }
      isSilent = false;
      place = mark;
    } else if (!isSilent && mark.pageMs() - place.pageMs() >= MIN_MS) {
      marks.add(new PlaybackMark(place.pageMs(), PlaybackMark.Kind.WAITING, place.creativeMs()));
      isSilent = true;
    }
  }
}
