package org.otklik.media.scene;

/** The last frames of a video, by their numbers; older ones are forgotten. */
final class RecentFrames {
  private static final int SIZE = 128;

  private final FrameColours[] frames = new FrameColours[SIZE];
  private int count;

  void add(FrameColours colours) {
    frames[count++ % SIZE] = colours;
  }

  /** How many there have been. */
  int count() {
    return count;
  }

  /** Whether the frame of this number is there. */
  boolean has(int number) {
    return number >= Math.max(0, count - SIZE) && number < count;
  }

  FrameColours frame(int number) {
    if (!has(number)) {
      throw new IllegalArgumentException("frame " + number + " is not kept");
    }
    return frames[number % SIZE];
  }

  double distance(int one, int other) {
    return frame(one).distance(frame(other));
  }

  /** Milliseconds from one frame to the next, in the mean. */
  double spacingMs() {
    int first = Math.max(0, count - SIZE);
    return count - first < 2
        ? 1
        : Math.max(
            1, (frame(count - 1).timeMs() - frame(first).timeMs()) / (double) (count - 1 - first));
  }

  /** So many frames are nearest to this time; at least one. */
  int framesIn(int ms) {
    return (int) Math.max(1, Math.round(ms / spacingMs()));
  }
}
