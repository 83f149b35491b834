package org.otklik.media.scene;

import java.util.ArrayList;
import java.util.List;

/**
 * Fades: between two scenes there is for a moment nothing to see. Where the same is seen before and
 * after it, it was a flash or a blink.
 */
final class FadeSearch {
  private static final double MIN_CHANGE = 0.12;

  /** Standard deviation of the cells, in levels of 255, of what shows next to nothing. */
  private static final double PLAIN = 12;

  /** The scenes' contrast in that of what is between them. */
  private static final double MIN_RATIO = 2;

  /** Longer ones are a picture of their own. */
  private static final int MAX_PLAIN_MS = 1500;

  private static final int MAX_SIDE_MS = 1000;

  /** As little as this the contrast grows on where a fade has ended, in levels of 255. */
  private static final double UNCHANGED = 0.4;

  private final RecentFrames recent;
  private final List<SceneBorder> found = new ArrayList<>();

  FadeSearch(RecentFrames recent) {
    this.recent = recent;
  }

  /** Judges the frame of this number; those around must be at hand. */
  void visit(int number) {
    if (!isPlain(number) || isPlain(number + 1)) {
      return;
    }
    int first = number;
    int plainest = number;
    while (isPlain(first - 1)) {
      first--;
      if (contrast(first) < contrast(plainest)) {
        plainest = first;
      }
    }
    int begin = end(first, -1);
    int end = end(number, 1);
    int plainMs = recent.frame(number).timeMs() - recent.frame(first).timeMs();
    if (plainMs > MAX_PLAIN_MS
        || Math.min(contrast(begin), contrast(end)) < MIN_RATIO * contrast(plainest)
        || recent.distance(begin, end) < MIN_CHANGE) {
      return;
    }
    int middle = middleMs(plainest);
    int half = Math.max(middle - recent.frame(begin).timeMs(), recent.frame(end).timeMs() - middle);
    found.add(new SceneBorder(middle, 2 * half));
  }

  /** Of all that is as plain as this. */
  private int middleMs(int plainest) {
    int from = plainest;
    while (recent.has(from - 1) && contrast(from - 1) <= contrast(plainest) + 2 * UNCHANGED) {
      from--;
    }
    int to = plainest;
    while (recent.has(to + 1) && contrast(to + 1) <= contrast(plainest) + 2 * UNCHANGED) {
      to++;
    }
    return (recent.frame(from).timeMs() + recent.frame(to).timeMs()) / 2;
  }

  private boolean isPlain(int number) {
    return recent.has(number) && contrast(number) < PLAIN;
  }

  private double contrast(int number) {
    return recent.frame(number).contrast();
  }

  /** Where the contrast grows no more. */
  private int end(int plain, int direction) {
    int longest = recent.framesIn(MAX_SIDE_MS);
    int at = plain;
    while (Math.abs(at - plain) < longest
        && recent.has(at + direction)
        && contrast(at + direction) > contrast(at) + UNCHANGED) {
      at += direction;
    }
    return at;
  }

  List<SceneBorder> fades() {
    return found;
  }
}
