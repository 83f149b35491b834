package org.otklik.vision.track;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.otklik.vision.face.DetectedFace;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.image.LumaGrid;

/**
 * Says which faces of successive frames are one face. Each face goes to the track whose predicted
 * box it overlaps or is nearest to, the best pairs first; a track bridges gaps of up to {@link
 * #MAX_GAP_MS}. Where much of the picture changes at once, as when the tiles of a call change
 * places, a face goes first of all to the track that looked alike a moment ago; where most of it
 * changes, none goes to a track that looked unlike. The same frames give the same tracks, also when
 * it is stored in between: its whole memory is its {@link State}. Not thread-safe: one tracker a
 * recording.
 */
public final class FaceTracker {

  /** A face missing longer than this comes back as a new track. */
  public static final int MAX_GAP_MS = 1000;

  /** One that was there in the frame before has not been missing, however slow the camera. */
  private static final int MAX_STEP_MS = 30_000;

  private static final double MIN_IOU = 0.2;

  /** Greatest distance of centres, in sides of the face, where boxes do not overlap enough. */
  private static final double MAX_DISTANCE = 0.6;

  /** A face does not change its size by more than this factor between two samples. */
  private static final double MAX_GROWTH = 2;

  /** A head does not keep its speed longer than this. */
  private static final int MAX_MOTION_MS = 500;

  /** Weight of the newest step in a track's speed. */
  private static final double NEWEST = 0.5;

  /** Share of the picture that changes at once when tiles change places; a gesture changes less. */
  private static final double REARRANGED_SHARE = 0.15;

  /** Mean difference in levels up to which two patches of successive frames are one face. */
  private static final double SAME_PATCH = 12;

  private final List<Live> live;
  private LumaGrid before;
  private int nextId;
  private int lastFrameMs;

  public FaceTracker() {
    this(new State(1, List.of(), -1, null));
  }

  /** Goes on where the state was taken. */
  public FaceTracker(State state) {
    this.live = new ArrayList<>(state.live());
    this.nextId = state.nextId();
    this.lastFrameMs = state.lastFrameMs();
    this.before = state.before();
  }

  /**
   * All that a tracker remembers; goes into a job's checkpoint.
   *
   * @param lastFrameMs time of the newest frame, with faces or without
   * @param before the newest frame that could be decoded; null before the first
   */
  public record State(int nextId, List<Live> live, int lastFrameMs, LumaGrid before)
      implements Serializable {
    public State {
      // ArrayList is Serializable by contract.
      live = new ArrayList<>(live);
    }
  }

  /**
   * A track that may go on.
   *
   * @param speedXPx pixels of the video a millisecond
   * @param speedYPx likewise
   * @param patch what it looked like; null where that is unknown
   */
  public record Live(
      int id, FaceBox box, int lastSeenMs, double speedXPx, double speedYPx, FacePatch patch)
      implements Serializable {

    private FaceBox predicted(int mediaTimeMs) {
      int motionMs = Math.min(mediaTimeMs - lastSeenMs, MAX_MOTION_MS);
      return box.moved(speedXPx * motionMs, speedYPx * motionMs);
    }

    private Live seen(FaceBox now, FacePatch look, int mediaTimeMs) {
      if (box.iou(now) == 0) {
        return new Live(id, now, mediaTimeMs, 0, 0, look); // placed anew: that is no motion
      }
      double stepMs = Math.max(1, mediaTimeMs - lastSeenMs);
      double x = (now.centreXPx() - box.centreXPx()) / stepMs;
      double y = (now.centreYPx() - box.centreYPx()) / stepMs;
      return new Live(
          id,
          now,
          mediaTimeMs,
          NEWEST * x + (1 - NEWEST) * speedXPx,
          NEWEST * y + (1 - NEWEST) * speedYPx,
          look);
    }
  }

  private record Pair(int track, int face, double affinity) {}

  /** As {@link #assign(int, List, LumaGrid)} of frames of which only the faces' boxes are known. */
  public int[] assign(int mediaTimeMs, List<DetectedFace> faces) {
    return assign(mediaTimeMs, faces, null);
  }

  /**
   * The track of each face, from 1. Call it for every frame, with no faces too, in order of time.
   *
   * @param grid of the frame's picture; null where it is unknown
   * @throws IllegalArgumentException if time runs backwards
   */
  public int[] assign(int mediaTimeMs, List<DetectedFace> faces, LumaGrid grid) {
    if (live.stream().anyMatch(track -> track.lastSeenMs() > mediaTimeMs)) {
      throw new IllegalArgumentException("Time runs backwards at " + mediaTimeMs + " ms");
    }
    live.removeIf(track -> isLost(track, mediaTimeMs));
    List<FacePatch> looks =
        faces.stream().map(f -> grid == null ? null : FacePatch.of(grid, f.box())).toList();
    List<Pair> pairs = pairs(mediaTimeMs, faces, looks, grid);
    lastFrameMs = mediaTimeMs;
    before = grid == null ? before : grid;
    int[] ids = new int[faces.size()];
    Set<Integer> taken = new HashSet<>();
    for (Pair pair : pairs) {
      if (ids[pair.face()] == 0 && taken.add(pair.track())) {
        Live track =
            live.get(pair.track())
                .seen(faces.get(pair.face()).box(), looks.get(pair.face()), mediaTimeMs);
        live.set(pair.track(), track);
        ids[pair.face()] = track.id();
      }
    }
    for (int face = 0; face < ids.length; face++) {
      if (ids[face] == 0) {
        ids[face] = nextId++;
        live.add(new Live(ids[face], faces.get(face).box(), mediaTimeMs, 0, 0, looks.get(face)));
      }
    }
    return ids;
  }

  private boolean isLost(Live track, int mediaTimeMs) {
    boolean wasInLastFrame = track.lastSeenMs() == lastFrameMs;
    return mediaTimeMs - track.lastSeenMs() > (wasInLastFrame ? MAX_STEP_MS : MAX_GAP_MS);
  }

  public State state() {
    return new State(nextId, live, lastFrameMs, before);
  }

  /**
   * Share of the picture that has changed since the frame before, 0..1; null where either is
   * unknown. To be asked before the frame's faces are assigned.
   */
  public Double changedShare(LumaGrid grid) {
    return grid == null || before == null ? null : (Double) grid.changedShare(before);
  }

  /**
   * Whether this is the first frame of a stretch of time, counted from the recording's beginning.
   * To be asked before the frame's faces are assigned.
   *
   * @param stretchMs its length in milliseconds
   */
  public boolean isFirstOf(int stretchMs, int mediaTimeMs) {
    return lastFrameMs < 0 || mediaTimeMs / stretchMs != lastFrameMs / stretchMs;
  }

  private List<Pair> pairs(
      int mediaTimeMs, List<DetectedFace> faces, List<FacePatch> looks, LumaGrid grid) {
    Double changed = changedShare(grid);
    boolean isRearranged = changed != null && changed >= REARRANGED_SHARE;
    boolean isCut = changed != null && changed >= FrameCut.MIN_CHANGED_SHARE;
    List<Pair> pairs = new ArrayList<>();
    for (int track = 0; track < live.size(); track++) {
      FaceBox predicted = live.get(track).predicted(mediaTimeMs);
      for (int face = 0; face < faces.size(); face++) {
        double affinity =
            (isRearranged ? likeness(live.get(track), looks.get(face)) : 0)
                + affinity(predicted, faces.get(face).box());
        boolean isAnother = isCut && isUnlike(live.get(track), looks.get(face));
        if (affinity > 0 && !isAnother) {
          pairs.add(new Pair(track, face, affinity));
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble(Pair::affinity)
            .reversed()
            .thenComparingInt(Pair::track)
            .thenComparingInt(Pair::face));
    return pairs;
  }

  private static boolean isUnlike(Live track, FacePatch look) {
    return look != null && track.patch() != null && track.patch().isUnlike(look);
  }

  /** More than any affinity where a face looks as the track did in the frame before; else 0. */
  private double likeness(Live track, FacePatch look) {
    if (look == null || track.patch() == null || track.lastSeenMs() != lastFrameMs) {
      return 0;
    }
    double distance = track.patch().distance(look);
    return distance <= SAME_PATCH ? 2 + SAME_PATCH - distance : 0;
  }

  /** 0 where the two cannot be one face; else overlap plus nearness, up to 2. */
  private static double affinity(FaceBox predicted, FaceBox face) {
    double side = (predicted.sidePx() + face.sidePx()) / 2;
    double growth = face.sidePx() / predicted.sidePx();
    double iou = predicted.iou(face);
    double distance = predicted.distancePx(face) / side;
    boolean sameSize = growth <= MAX_GROWTH && growth >= 1 / MAX_GROWTH;
    boolean samePlace = iou >= MIN_IOU || distance <= MAX_DISTANCE;
    return sameSize && samePlace ? iou + Math.max(0, 1 - distance) : 0;
  }

  @Override
  public String toString() {
    return "FaceTracker" + Arrays.asList(nextId, live);
  }
}
