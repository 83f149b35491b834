package org.otklik.vision.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.otklik.vision.FaceObservation;
import org.otklik.vision.FaceObserver;
import org.otklik.vision.FrameObservation;
import org.otklik.vision.face.DetectedFace;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.face.TurnScores;
import org.otklik.vision.face.Uprightness;
import org.otklik.vision.image.Frame;
import org.otklik.vision.model.InferenceException;

/**
 * Observes single pictures, in which a face may be of any size: of a crowd's, or all that there is.
 * What is not found in the picture as it is, is looked for in it from farther away, then from
 * nearer; so are further faces beside those that are found. What is no face at second sight is
 * none. Thread-safe, as its observer is.
 *
 * <ol>
 *   <li>the picture as it is; a small one enlarged, with its border repeated around it;
 *   <li>made smaller, with its border repeated: a face that fills the frame; and in 2 × 2
 *       overlapping parts: faces in a group;
 *   <li>in 4 × 4 parts: faces in a crowd; also beside some that were found;
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

  /** Beside a face of this part of the picture's width there is no crowd to be looked for. */
  private static final double CLOSE_UP_PART = 0.35;

  /** So many faces are a group, in which there may be smaller ones yet. */
  private static final int GROUP = 3;

  /** Standard deviation of the grey levels of a picture that may be a face as a whole. */
  private static final double MIN_CONTRAST = 8;

  /** How sure the detector has to be of a face at second sight, as it is or turned. */
  private static final double MIN_RECHECK = 0.7;

  private static final double MIN_TURNED_RECHECK = 0.9;

  /** Of two boxes of which the smaller lies in the larger by more than this part, it is no face. */
  private static final double SAME_FACE_PART = 0.4;

  /** Who lies has no face that the detector is so sure of; ears and folds of skin have less. */
  private static final double SURE_UPRIGHT = 0.9;

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
    search.look((picture, found) -> isLarge(picture), picture -> List.of(firstView(picture)));
    search.look(
        (picture, found) -> found.isEmpty() && isLarge(picture) && !isSmall(picture),
        ImageObserver::fartherAndNearer);
    search.look(
        (picture, found) -> mayHoldMore(picture, found, 1) && hasTiles(picture, 2),
        picture -> ScaledImage.tiles(picture, 2));
    search.look(
        (picture, found) ->
            isLarge(picture)
                && hasTiles(picture, 4)
                && (found.isEmpty() || mayHoldMore(picture, found, GROUP)),
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

  /** Whether there are so many faces, and none that fills the picture. */
  private static boolean mayHoldMore(Frame picture, List<Sighting> found, int least) {
    return found.size() >= least
        && found.stream()
            .allMatch(s -> s.box().widthPx() < CLOSE_UP_PART * picture.sourceWidthPx());
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

  /** What is found so far. */
  private final class Search {
    private final List<Frame> pictures;
    private final List<List<Sighting>> found = new ArrayList<>();

    Search(List<Frame> pictures) {
      this.pictures = pictures;
      pictures.forEach(picture -> found.add(new ArrayList<>()));
    }

    void look(BiPredicate<Frame, List<Sighting>> which, Function<Frame, List<ScaledImage>> views) {
      List<ScaledImage> all = new ArrayList<>();
      List<Integer> owners = new ArrayList<>();
      for (int i = 0; i < pictures.size(); i++) {
        if (which.test(pictures.get(i), found.get(i))) {
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
        merge(found.get(owner), sightings(all.subList(from, until), seen.subList(from, until)));
        from = until;
      }
    }

    /** Faces of all views of one picture, as far as they are some at second sight. */
    private List<Sighting> sightings(List<ScaledImage> views, List<FrameObservation> observations) {
      List<Sighting> sightings = new ArrayList<>();
      for (int i = 0; i < views.size(); i++) {
        ScaledImage view = views.get(i);
        for (FaceObservation face : observations.get(i).faces()) {
          TurnScores turns = observer.recheck(view.frame(), face.face());
          if (isFace(turns)) {
            boolean isUpright = Uprightness.neededTurn(List.of(turns)) == Uprightness.UPRIGHT;
            FaceBox box = view.inPicture(face.face().box());
            float surest = Math.max(turns.asItIs(), surestTurned(turns));
            sightings.add(new Sighting(face, box, surest, isUpright));
          }
        }
      }
      return sightings;
    }

    /** Whether the picture has a face when it is turned, and patterns only as it is. */
    private boolean lies(Frame picture, List<Sighting> seen) {
      List<DetectedFace> faces = seen.stream().map(Sighting::inPicture).toList();
      return faces.stream().allMatch(face -> face.score() < SURE_UPRIGHT || !face.stands())
          && Uprightness.neededTurn(List.of(observer.turns(picture, faces))) != Uprightness.UPRIGHT;
    }

    List<ImageObservation> end() {
      List<ImageObservation> observations = new ArrayList<>();
      for (int i = 0; i < pictures.size(); i++) {
        List<Sighting> seen = found.get(i);
        boolean lies = !seen.isEmpty() && lies(pictures.get(i), seen);
        observations.add(Sighting.row(lies ? seen.stream().map(Sighting::turned).toList() : seen));
      }
      List<Integer> left = new ArrayList<>();
      for (int i = 0; i < pictures.size(); i++) {
        if (found.get(i).isEmpty() && mayBeAFaceAsAWhole(pictures.get(i))) {
          left.add(i);
        }
      }
      List<Frame> faces = left.stream().map(pictures::get).toList();
      var scores = observer.judgeWhole(faces);
      for (int i = 0; i < left.size(); i++) {
        observations.set(left.get(i), ImageObservation.whole(scores.get(i)));
      }
      return List.copyOf(observations);
    }
  }

  private static boolean mayBeAFaceAsAWhole(Frame picture) {
    return isSmall(picture) && isLarge(picture) && contrast(picture) >= MIN_CONTRAST;
  }

  /** Standard deviation of the green levels, which are most of what brightness consists of. */
  private static double contrast(Frame picture) {
    double sum = 0;
    double squares = 0;
    int pixels = picture.widthPx() * picture.heightPx();
    for (int i = 1; i < picture.bgr().length; i += 3) {
      int level = picture.bgr()[i] & 0xff;
      sum += level;
      squares += (double) level * level;
    }
    double mean = sum / pixels;
    return Math.sqrt(Math.max(0, squares / pixels - mean * mean));
  }

  private static float surestTurned(TurnScores turns) {
    return Math.max(turns.around(), Math.max(turns.right(), turns.left()));
  }

  private static boolean isFace(TurnScores turns) {
    return turns.asItIs() >= MIN_RECHECK || surestTurned(turns) >= MIN_TURNED_RECHECK;
  }

  /** Adds faces that are not among the found ones yet; of those seen twice the larger box stays. */
  private static void merge(List<Sighting> found, List<Sighting> further) {
    List<Sighting> bySize = new ArrayList<>(further);
    bySize.sort(Comparator.comparing(s -> -s.box().areaPx()));
    for (Sighting sighting : bySize) {
      if (found.stream().allMatch(f -> f.box().overlap(sighting.box()) <= SAME_FACE_PART)) {
        found.add(sighting);
      }
    }
  }
}
