package org.otklik.media.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Cuts: from one frame to the next most of the picture changes, far more than among the frames
 * around, and what is before differs from what is after it, near and a little farther off. A flash
 * differs from both, but these are alike.
 */
final class CutSearch {
  /** Part of the pixels, from which on two frames may be of different scenes. */
  private static final double MIN_CHANGE = 0.12;

  /** People and animals that move stay under this; what changes less must be all the faster. */
  private static final double CLEAR_CHANGE = 0.25;

  /** Of the change on both sides, what happens from one frame to the next. */
  private static final double MIN_SHARE = 0.5;

  /** Times what happens around; of changes that are not clear. */
  private static final double MIN_RATIO = 2.5;

  private static final double MIN_UNCLEAR_RATIO = 8;

  /** As long as flashes last. */
  private static final int FLASH_MS = 200;

  private static final int AROUND = 3;
  private static final int NEAR_MS = 200;
  private static final int FAR_MS = 400;

  /** Shorter scenes cannot be told from flashes. */
  private static final int MIN_SCENE_MS = 500;

  /**
   * @param number of the frame that the scene begins with
   */
  record Cut(int number, int timeMs, double strength) {}

  private final RecentFrames recent;
  private final List<Cut> found = new ArrayList<>();

  CutSearch(RecentFrames recent) {
    this.recent = recent;
  }

  /** Judges the frame of this number; those around must be at hand, where there are any. */
  void visit(int number) {
    if (number == 0) {
      return;
    }
    double step = recent.distance(number - 1, number);
    double change = Math.min(change(number, NEAR_MS), change(number, FAR_MS));
    double ratio = change < CLEAR_CHANGE ? MIN_UNCLEAR_RATIO : MIN_RATIO;
    if (change < MIN_CHANGE
        || step < MIN_SHARE * change
        || step < ratio * around(number)
        || isFlash(number, step)) {
      return;
    }
    found.add(new Cut(number, recent.frame(number).timeMs(), change + step));
  }

  /** Whether soon after there is again what was before, or what is now was there shortly before. */
  private boolean isFlash(int number, double step) {
    for (int by = recent.framesIn(FLASH_MS); by > 0; by--) {
      if (recent.has(number + by) && recent.distance(number - 1, number + by) < step / 2
          || recent.has(number - 1 - by) && recent.distance(number - 1 - by, number) < step / 2) {
        return true;
      }
    }
    return false;
  }

  private double change(int number, int ms) {
    int reach = recent.framesIn(ms);
    int before = number - 1 - reach;
    int after = number + reach;
    return recent.distance(
        recent.has(before) ? before : number - 1, recent.has(after) ? after : recent.count() - 1);
  }

  private double around(int number) {
    double sum = 0;
    int count = 0;
    for (int at = number - AROUND; at <= number + AROUND; at++) {
      if (at != number && recent.has(at) && recent.has(at - 1)) {
        sum += recent.distance(at - 1, at);
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  /** The strongest ones, none within half a second of another or of the video's ends. */
  List<Cut> cuts(int endMs) {
    TreeSet<Cut> cuts = new TreeSet<>(Comparator.comparingInt(Cut::timeMs));
    found.stream()
        .filter(cut -> cut.timeMs >= MIN_SCENE_MS && cut.timeMs <= endMs - MIN_SCENE_MS)
        .sorted(Comparator.comparingDouble(cut -> -cut.strength))
        .forEach(
            cut -> {
              Cut before = cuts.floor(cut);
              Cut after = cuts.ceiling(cut);
              if ((before == null || cut.timeMs - before.timeMs >= MIN_SCENE_MS)
                  && (after == null || after.timeMs - cut.timeMs >= MIN_SCENE_MS)) {
                cuts.add(cut);
              }
            });
    return new ArrayList<>(cuts);
  }
}
