package org.otklik.timeline.playback;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the stretches in which the creative ran on. Within one it runs at the speed of the page's
 * clock, so that all that was noted of it differs from that clock by one number: the median of the
 * frames' differences, for the player's own place is looked up late. A stretch begins where the
 * player says that it plays or has jumped; it ends where it says that it waits, pauses, has jumped
 * or has ended.
 */
final class PlayedStretches {
  /** Fewer frames do not outweigh what else was noted. */
  private static final int MIN_FRAMES = 3;

  private final List<PlayedStretch> stretches = new ArrayList<>();

  /** What was noted since the stretch began; empty while the creative stands. */
  private final List<PlaybackMark> noted = new ArrayList<>();

  private boolean hasJumped;

  private PlayedStretches() {}

  /** In order of time. */
  static List<PlayedStretch> of(List<PlaybackMark> marks) {
    PlayedStretches played = new PlayedStretches();
    marks.forEach(played::take);
    if (!marks.isEmpty()) {
      played.end(marks.get(marks.size() - 1).pageMs());
    }
    return played.stretches;
  }

  private void take(PlaybackMark mark) {
    switch (mark.kind()) {
      case PLAYING -> {
        end(mark.pageMs());
        noted.add(mark);
      }
      case WAITING, PAUSED, ENDED -> standAt(mark);
      case SEEKED -> {
        boolean ran = !noted.isEmpty();
        end(mark.pageMs());
        hasJumped = true;
        if (ran) {
          noted.add(mark);
        }
      }
      case FRAME, SAMPLE -> {
        if (!noted.isEmpty()) {
          noted.add(mark);
        }
      }
      case HIDDEN, VISIBLE -> {
        // the creative runs on, seen by nobody
      }
    }
  }

  /** The event comes after the picture has stopped; the place tells where. */
  private void standAt(PlaybackMark mark) {
    if (!noted.isEmpty()) {
      end(Math.min(mark.pageMs(), mark.creativeMs() - shiftMs()));
    }
  }

  private void end(double pageMs) {
    if (!noted.isEmpty() && pageMs > noted.get(0).pageMs()) {
      stretches.add(new PlayedStretch(noted.get(0).pageMs(), pageMs, shiftMs(), hasJumped));
      hasJumped = false;
    }
    noted.clear();
  }

  private double shiftMs() {
    List<PlaybackMark> frames =
        noted.stream().filter(mark -> mark.kind() == PlaybackMark.Kind.FRAME).toList();
    double[] shifts =
        (frames.size() >= MIN_FRAMES ? frames : noted)
            .stream().mapToDouble(mark -> mark.creativeMs() - mark.pageMs()).sorted().toArray();
    int middle = shifts.length / 2;
    return shifts.length % 2 == 1 ? shifts[middle] : (shifts[middle - 1] + shifts[middle]) / 2;
  }
}
