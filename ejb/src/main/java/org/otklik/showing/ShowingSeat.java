package org.otklik.showing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.otklik.analysis.AnalysisService.LiveProgress;
import org.otklik.analysis.frame.TrackedFrame;
import org.otklik.emotion.Emotion;
import org.otklik.timeline.FrameOutcome;
import org.otklik.vision.FaceObservation;
import org.otklik.vision.FrameObservation;
import org.otklik.vision.face.DetectedFace;
import org.otklik.vision.face.QualityReason;
import org.otklik.vision.track.FaceTracker;
import org.otklik.vision.track.StillnessTracker;

/** A participant of a showing that is going on: what was seen last, and what is not stored yet. */
public final class ShowingSeat {
  /** Scores are stored so often. */
  private static final int STORED_EVERY_MS = 2000;

  /** Faces are looked at twice so often, as in recordings. */
  private static final int CHECKED_EVERY_MS = 2000;

  /** As in recordings: once in the shortest track that counts. */
  private static final int LOOKS_KEPT_EVERY_MS = 500;

  /** Who sends nothing for longer is gone. */
  private static final long GONE_AFTER_MS = 3000;

  private final long participationId;
  private final UUID participant;
  private final String name;

  private List<TrackedFrame> waiting = new ArrayList<>();
  private FaceTracker tracker = new FaceTracker();
  private StillnessTracker stillness = new StillnessTracker();
  private Long runId;
  private int lastMs = -1;
  private int checkedMs = -CHECKED_EVERY_MS;
  private FrameObservation seen;
  private long seenAtMs = Long.MIN_VALUE / 2;
  private String connection = "";

  ShowingSeat(long participationId, UUID participant, String name) {
    this.participationId = participationId;
    this.participant = participant;
    this.name = name;
  }

  /**
   * What the host sees of a participant.
   *
   * @param presence SEEN, NO_FACE, LOW_QUALITY, or GONE where no image comes
   * @param reason why the face cannot be judged; null unless LOW_QUALITY
   * @param emotion the most probable one; null unless SEEN
   */
  public record Tile(
      UUID participant, String name, String presence, QualityReason reason, Emotion emotion) {}

  synchronized Tile tile(long nowMs) {
    if (seen == null || nowMs - seenAtMs > GONE_AFTER_MS) {
      return new Tile(participant, name, "GONE", null, null);
    }
    if (seen.faces().isEmpty()) {
      return new Tile(participant, name, "NO_FACE", null, null);
    }
    FaceObservation face = seen.faces().get(0);
    return face.scores() == null
        ? new Tile(participant, name, "LOW_QUALITY", face.reason(), null)
        : new Tile(participant, name, "SEEN", null, face.scores().dominant());
  }

  /** The page that sends from now on; earlier ones of the same participant do no more. */
  synchronized void take(String newest) {
    connection = newest;
  }

  synchronized boolean isOf(String asking) {
    return connection.equals(asking);
  }

  /** Whether the faces of the next image are to be looked at twice. */
  synchronized boolean isChecked(int mediaTimeMs) {
    return mediaTimeMs - checkedMs >= CHECKED_EVERY_MS;
  }

  /** An image was looked at while the creative stood: the host sees it, nobody keeps it. */
  synchronized void show(FrameObservation frame, long nowMs) {
    seen = frame;
    seenAtMs = nowMs;
  }

  /**
   * An image was looked at while the creative ran. One that comes later than a newer one is
   * dropped.
   *
   * @return whether it is time to store what waits
   */
  synchronized boolean add(FrameObservation frame, boolean wasChecked, long nowMs) {
    show(frame, nowMs);
    if (frame.outcome() == FrameOutcome.UNDECODABLE || frame.mediaTimeMs() <= lastMs) {
      return false;
    }
    lastMs = frame.mediaTimeMs();
    checkedMs = wasChecked ? lastMs : checkedMs;
    List<DetectedFace> faces = frame.faces().stream().map(FaceObservation::face).toList();
    Double changedShare = tracker.changedShare(frame.grid());
    boolean areLooksKept = tracker.isFirstOf(LOOKS_KEPT_EVERY_MS, lastMs);
    int[] tracks = tracker.assign(lastMs, faces, frame.grid());
    int[] stillSinceMs = stillness.assign(frame, tracks);
    waiting.add(new TrackedFrame(frame, tracks, stillSinceMs, changedShare, areLooksKept));
    return lastMs - waiting.get(0).observation().mediaTimeMs() >= STORED_EVERY_MS;
  }

  /** What is to be stored now. */
  synchronized List<TrackedFrame> taken() {
    List<TrackedFrame> taken = waiting;
    waiting = new ArrayList<>();
    return taken;
  }

  /** Goes on where the rows of a run end, such as after a restart of the server. */
  synchronized void resume(long run, LiveProgress progress) {
    runId = run;
    lastMs = Math.max(lastMs, progress.lastMs());
    tracker = new FaceTracker(new FaceTracker.State(progress.lastTrack() + 1, List.of(), -1, null));
    stillness = new StillnessTracker(new StillnessTracker.State(null, new TreeMap<>()));
  }

  synchronized void begun(long run) {
    runId = run;
  }

  /** Null before the first rows are stored. */
  synchronized Long runId() {
    return runId;
  }

  long participationId() {
    return participationId;
  }
}
