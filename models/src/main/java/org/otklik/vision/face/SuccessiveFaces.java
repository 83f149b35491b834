package org.otklik.vision.face;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.otklik.vision.image.Frame;
import org.otklik.vision.image.LumaGrid;

/**
 * Finds the faces of successive frames of one video. Every second frame goes to the detector; a
 * frame between two of them whose faces hardly move has them halfway, unless its own picture looks
 * otherwise: then it goes to the detector, too. Where a large face may hide small ones, the edges
 * of the first frame are looked at by themselves; if there is a face, those of all frames.
 */
public final class SuccessiveFaces {
  /**
   * Between two frames that are looked at; what is further apart says nothing of what is between.
   */
  private static final int MAX_STEP_MS = 500;

  /** Overlap of a face with itself, below which it moves. */
  private static final double STEADY_IOU = 0.85;

  /**
   * How far a face's grey levels may be, in the mean, from halfway between the two frames, 0..255:
   * more than noise, less than a head that nods and is back.
   */
  private static final double MAX_DIFFERENCE = 4;

  /** Share of the picture that may change: somebody else may come for a moment. */
  private static final double MAX_CHANGED_SHARE = 0.05;

  private final FaceDetector detector;

  public SuccessiveFaces(FaceDetector detector) {
    this.detector = detector;
  }

  /**
   * As {@link FaceDetector#detect}.
   *
   * @param frames in the order of their times
   * @param grids of the frames; null of those that could not be decoded
   */
  public List<List<DetectedFace>> detect(List<Frame> frames, List<LumaGrid> grids) {
    List<List<DetectedFace>> faces = new ArrayList<>(Collections.nCopies(frames.size(), null));
    List<Integer> looked = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      if (i % 2 == 0 || i == frames.size() - 1) {
        looked.add(i);
      }
    }
    detect(frames, looked, faces);
    List<Integer> moving = new ArrayList<>();
    for (int i = 1; i < frames.size() - 1; i += 2) {
      faces.set(i, between(frames, grids, faces, i));
      if (faces.get(i) == null) {
        moving.add(i);
      }
    }
    detect(frames, moving, faces);
    addFacesAtEdges(frames, faces);
    return faces;
  }

  private void addFacesAtEdges(List<Frame> frames, List<List<DetectedFace>> faces) {
    List<Integer> hiding = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      if (EdgeFaces.mayHide(frames.get(i), faces.get(i))) {
        hiding.add(i);
      }
    }
    for (EdgeFaces edges : EdgeFaces.values()) {
      if (!hiding.isEmpty() && add(edges, frames, hiding.subList(0, 1), faces)) {
        add(edges, frames, hiding.subList(1, hiding.size()), faces);
      }
    }
  }

  /** Whether there are faces at the edges, be they found in the whole frame, too. */
  private boolean add(
      EdgeFaces edges, List<Frame> frames, List<Integer> places, List<List<DetectedFace>> faces) {
    List<List<DetectedFace>> atEdges =
        edges.find(detector, places.stream().map(frames::get).toList());
    for (int i = 0; i < places.size(); i++) {
      List<DetectedFace> all = new ArrayList<>(faces.get(places.get(i)));
      all.addAll(EdgeFaces.further(atEdges.get(i), all));
      faces.set(places.get(i), all);
    }
    return atEdges.stream().anyMatch(found -> !found.isEmpty());
  }

  private void detect(List<Frame> frames, List<Integer> places, List<List<DetectedFace>> faces) {
    List<List<DetectedFace>> found = detector.detect(places.stream().map(frames::get).toList());
    for (int i = 0; i < places.size(); i++) {
      faces.set(places.get(i), found.get(i));
    }
  }

  /** The faces of a frame by those of its neighbours; null where they do not tell. */
  private static List<DetectedFace> between(
      List<Frame> frames, List<LumaGrid> grids, List<List<DetectedFace>> faces, int place) {
    Frame before = frames.get(place - 1);
    Frame after = frames.get(place + 1);
    LumaGrid earlier = grids.get(place - 1);
    LumaGrid here = grids.get(place);
    LumaGrid later = grids.get(place + 1);
    boolean isComparable = isLike(here, earlier) && isLike(here, later);
    int stepMs = after.mediaTimeMs() - before.mediaTimeMs();
    if (!isComparable
        || stepMs <= 0
        || stepMs > MAX_STEP_MS
        || here.changedShare(earlier) > MAX_CHANGED_SHARE
        || here.changedShare(later) > MAX_CHANGED_SHARE) {
      return null;
    }
    double share = (double) (frames.get(place).mediaTimeMs() - before.mediaTimeMs()) / stepMs;
    List<DetectedFace> first = faces.get(place - 1);
    List<DetectedFace> second = new ArrayList<>(faces.get(place + 1));
    if (first.isEmpty() || first.size() != second.size()) {
      return null;
    }
    List<DetectedFace> halfway = new ArrayList<>();
    for (DetectedFace face : first) {
      DetectedFace same = sameFace(face, second);
      if (same == null) {
        return null;
      }
      second.remove(same);
      DetectedFace moved = face.towards(same, share);
      FaceBox box = moved.box();
      double difference =
          here.difference(earlier, later, box.xPx(), box.yPx(), box.widthPx(), box.heightPx());
      if (difference > MAX_DIFFERENCE) {
        return null;
      }
      halfway.add(moved);
    }
    return halfway;
  }

  private static boolean isLike(LumaGrid one, LumaGrid other) {
    return one != null
        && other != null
        && one.isLike(other)
        && one.sourceCellPx() == other.sourceCellPx();
  }

  private static DetectedFace sameFace(DetectedFace face, List<DetectedFace> others) {
    return others.stream()
        .filter(other -> face.box().iou(other.box()) >= STEADY_IOU)
        .findFirst()
        .orElse(null);
  }
}
