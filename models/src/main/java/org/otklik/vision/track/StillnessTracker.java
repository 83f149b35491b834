package org.otklik.vision.track;

import java.io.Serializable;
import java.util.SortedMap;
import java.util.TreeMap;
import org.otklik.vision.FrameObservation;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.image.LumaGrid;

/**
 * Says since when the picture of each face has not changed but for the sensor's noise. A living
 * face, however still somebody sits, sways, breathes and blinks, so that its picture goes on
 * departing from what it was; that of a frozen camera, or of a photograph on the wall, differs from
 * what it was seconds ago by no more than from the frame before. The same frames give the same
 * times, also when the {@link State} is stored in between. Not thread-safe: one a recording.
 */
public final class StillnessTracker {
  /**
   * Root mean square difference of a face's cells, in levels, that encoding and noise make; a face
   * of 170 pixels that moves by half a pixel makes 2. Decision 71 has the measurements.
   */
  private static final double SAME_RMS = 1.5;

  /** What a difference may be more than that from the frame before, where noise is strong. */
  private static final double NOISE_RATIO = 1.4;

  /** Whatever the noise, a greater difference is a change. */
  private static final double CHANGED = 2.5;

  private LumaGrid before;
  private final SortedMap<Integer, Anchor> anchors;

  public StillnessTracker() {
    this(new State(null, new TreeMap<>()));
  }

  /** Goes on where the state was taken. */
  public StillnessTracker(State state) {
    this.before = state.before();
    this.anchors = new TreeMap<>(state.anchors());
  }

  /**
   * All that it remembers; goes into a job's checkpoint.
   *
   * @param before the newest frame that could be decoded; null before the first
   * @param anchors by track: what each face looked like when it last changed
   */
  public record State(LumaGrid before, SortedMap<Integer, Anchor> anchors) implements Serializable {
    public State {
      anchors = new TreeMap<>(anchors); // Serializable by contract
    }
  }

  /**
   * A face as it was when it last changed.
   *
   * @param box where it is compared, in pixels of the video
   * @param grid of the frame at that time
   */
  public record Anchor(int sinceMs, int lastSeenMs, FaceBox box, LumaGrid grid)
      implements Serializable {

    private Anchor seen(int mediaTimeMs) {
      return new Anchor(sinceMs, mediaTimeMs, box, grid);
    }
  }

  /**
   * For each face of a frame the time of the sampled frame since which its picture stands still;
   * the frame's own where it has changed. Call it for every frame in order of time.
   *
   * @param tracks of the frame's faces
   */
  public int[] assign(FrameObservation frame, int[] tracks) {
    int nowMs = frame.mediaTimeMs();
    anchors.values().removeIf(a -> nowMs - a.lastSeenMs() > FaceTracker.MAX_GAP_MS);
    int[] sinceMs = new int[tracks.length];
    for (int i = 0; i < tracks.length; i++) {
      Anchor anchor = anchors.get(tracks[i]);
      if (anchor == null || !isStill(anchor, frame.grid())) {
        FaceBox box = frame.faces().get(i).face().box();
        anchor = new Anchor(nowMs, nowMs, box, frame.grid());
      }
      anchors.put(tracks[i], anchor.seen(nowMs));
      sinceMs[i] = anchor.sinceMs();
    }
    before = frame.grid() == null ? before : frame.grid();
    return sinceMs;
  }

  private boolean isStill(Anchor anchor, LumaGrid now) {
    if (!now.isLike(anchor.grid())) {
      return false;
    }
    double sinceAnchor = difference(anchor.grid(), now, anchor.box());
    double sinceBefore = now.isLike(before) ? difference(before, now, anchor.box()) : 0;
    return sinceAnchor <= Math.min(CHANGED, Math.max(SAME_RMS, NOISE_RATIO * sinceBefore));
  }

  /**
   * Root mean square over the cells that the box touches, of what is left when the light may have
   * changed: of the line through one picture's levels by the other's (least squares).
   */
  private static double difference(LumaGrid one, LumaGrid other, FaceBox box) {
    double cell = one.sourceCellPx();
    int left = within(Math.floor(box.xPx() / cell), one.columns() - 1);
    int right = within(Math.ceil((box.xPx() + box.widthPx()) / cell) - 1, one.columns() - 1);
    int top = within(Math.floor(box.yPx() / cell), one.rows() - 1);
    int bottom = within(Math.ceil((box.yPx() + box.heightPx()) / cell) - 1, one.rows() - 1);
    double n = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++, n++) {
        double was = one.level(column, row);
        double is = other.level(column, row);
        x += was;
        y += is;
        xx += was * was;
        yy += is * is;
        xy += was * is;
      }
    }
    double spread = xx - x * x / n;
    double common = xy - x * y / n;
    double explained = spread > 0 && common > 0 ? common * common / spread : 0;
    return Math.sqrt(Math.max(0, yy - y * y / n - explained) / n);
  }

  private static int within(double cell, int last) {
    return (int) Math.max(0, Math.min(last, cell));
  }

  public State state() {
    return new State(before, anchors);
  }
}
