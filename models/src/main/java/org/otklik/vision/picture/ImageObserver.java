package org.otklik.vision.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.otklik.vision.FaceObservation;
import org.otklik.vision.FaceObserver;
import org.otklik.vision.FrameObservation;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.image.Frame;
import org.otklik.vision.model.InferenceException;

/**
 * Observes single pictures, in which a face may be of any size: of a crowd's, or all that there is.
 * What is not found in the picture as it is, is looked for in it from farther away, then from
 * nearer. Thread-safe, as its observer is.
 *
 * <ol>
 *   <li>the picture as it is; a small one enlarged, with its border repeated around it;
 *   <li>made smaller, with its border repeated: a face that fills the frame; and in 2 × 2
 *       overlapping parts: faces in a group;
 *   <li>in 4 × 4 parts: faces in a crowd;
 *   <li>a small picture in which nothing was found is taken as a face as a whole: data sets such as
 *       FER2013 consist of faces cut out, of 48 × 48 pixels.
 * </ol>
 */
public final class ImageObserver {
  /** Longer side below which a picture is small: an avatar, or a face cut out. */
  static final int SMALL_PX = 100;

  /** Shorter side of a picture below which it is an icon, and no face can be told in it. */
  static final int MIN_PX = 40;

  /** Below this, a part of a picture holds no face that the whole does not show as well. */
  private static final int MIN_TILE_PX = 240;

  /** Of two boxes of which the smaller lies in the larger by more than this part, it is no face. */
  private static final double SAME_FACE_PART = 0.4;

  private final FaceObserver observer;

  public ImageObserver(FaceObserver observer) {
    this.observer = observer;
  }

  /**
   * One observation a picture, in their order.
   *
   * @param pictures decodable ones; their media times do not matter
   * @throws InferenceException if a model fails
   */
  public List<ImageObservation> observe(List<Frame> pictures) {
    Search search = new Search(pictures);
    search.look(ImageObserver::isLarge, picture -> List.of(firstView(picture)));
    search.look(picture -> isLarge(picture) && !isSmall(picture), ImageObserver::fartherAndNearer);
    search.look(
        picture -> isLarge(picture) && hasTiles(picture, 4),
        picture -> ScaledImage.tiles(picture, 4));
    return search.end();
  }

  private static ScaledImage firstView(Frame picture) {
    return isSmall(picture) ? ScaledImage.enlarged(picture) : ScaledImage.whole(picture);
  }

  private static List<ScaledImage> fartherAndNearer(Frame picture) {
    List<ScaledImage> views = new ArrayList<>();
    views.add(ScaledImage.receded(picture));
    if (hasTiles(picture, 2)) {
      views.addAll(ScaledImage.tiles(picture, 2));
    }
    return views;
  }

  /** Enough to hold a face. */
  private static boolean isLarge(Frame picture) {
    return Math.min(picture.widthPx(), picture.heightPx()) >= MIN_PX;
  }

  private static boolean isSmall(Frame picture) {
    return ScaledImage.longSidePx(picture) < SMALL_PX;
  }

  private static boolean hasTiles(Frame picture, int aSide) {
    return ScaledImage.longSidePx(picture) >= aSide * MIN_TILE_PX;
  }

  /** What is found so far; a picture in which something is found is looked at no more. */
  private final class Search {
    private final List<Frame> pictures;
    private final List<ImageObservation> found = new ArrayList<>();

    Search(List<Frame> pictures) {
      this.pictures = pictures;
      pictures.forEach(picture -> found.add(ImageObservation.noFace()));
    }

    void look(Predicate<Frame> which, Function<Frame, List<ScaledImage>> views) {
      List<ScaledImage> all = new ArrayList<>();
      List<Integer> owners = new ArrayList<>();
      for (int i = 0; i < pictures.size(); i++) {
        if (found.get(i).outcome() == ImageObservationOutcome.NO_FACE
            && which.test(pictures.get(i))) {
          for (ScaledImage view : views.apply(pictures.get(i))) {
            all.add(view);
            owners.add(i);
          }
        }
      }
      List<FrameObservation> seen = observer.observe(all.stream().map(ScaledImage::frame).toList());
      for (int from = 0; from < all.size(); ) {
        int owner = owners.get(from);
        int until = from + (int) owners.stream().filter(o -> o == owner).count();
        found.set(owner, merged(all.subList(from, until), seen.subList(from, until)));
        from = until;
      }
    }

    List<ImageObservation> end() {
      List<Integer> left = new ArrayList<>();
      for (int i = 0; i < pictures.size(); i++) {
        if (found.get(i).outcome() == ImageObservationOutcome.NO_FACE
            && isSmall(pictures.get(i))
            && isLarge(pictures.get(i))) {
          left.add(i);
        }
      }
      List<Frame> faces = left.stream().map(pictures::get).toList();
      var scores = observer.judgeWhole(faces);
      for (int i = 0; i < left.size(); i++) {
        found.set(left.get(i), ImageObservation.whole(scores.get(i)));
      }
      return List.copyOf(found);
    }
  }

  private record Sighting(FaceObservation face, FaceBox box) {}

  /** The faces of all views of one picture; a face seen in two views counts once. */
  private static ImageObservation merged(
      List<ScaledImage> views, List<FrameObservation> observations) {
    List<Sighting> all = new ArrayList<>();
    for (int i = 0; i < views.size(); i++) {
      for (FaceObservation face : observations.get(i).faces()) {
        all.add(new Sighting(face, views.get(i).inPicture(face.face().box())));
      }
    }
    all.sort(Comparator.comparing((Sighting s) -> -s.box().areaPx()));
    List<Sighting> kept = new ArrayList<>();
    for (Sighting sighting : all) {
      if (kept.stream().allMatch(k -> part(sighting.box(), k.box()) <= SAME_FACE_PART)) {
        kept.add(sighting);
      }
    }
    return kept.stream()
        .min(
            Comparator.comparing((Sighting s) -> s.face().scores() == null)
                .thenComparing(s -> -s.box().areaPx()))
        .map(largest -> observation(largest, kept.size()))
        .orElseGet(ImageObservation::noFace);
  }

  /** How much of the smaller box lies in the larger, 0..1. */
  private static double part(FaceBox smaller, FaceBox larger) {
    double iou = smaller.iou(larger);
    return iou * (smaller.areaPx() + larger.areaPx()) / ((1 + iou) * smaller.areaPx());
  }

  private static ImageObservation observation(Sighting largest, int faces) {
    boolean judged = largest.face().scores() != null;
    return new ImageObservation(
        judged ? ImageObservationOutcome.OBSERVED : ImageObservationOutcome.LOW_QUALITY,
        faces,
        largest.box(),
        largest.face().reason(),
        largest.face().scores());
  }
}
