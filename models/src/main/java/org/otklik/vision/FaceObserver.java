package org.otklik.vision;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.otklik.emotion.EmotionScores;
import org.otklik.timeline.FrameOutcome;
import org.otklik.vision.expression.EmotionClassifier;
import org.otklik.vision.face.DetectedFace;
import org.otklik.vision.face.DetectionSettings;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.face.FaceCrop;
import org.otklik.vision.face.FaceDetector;
import org.otklik.vision.face.FaceQuality;
import org.otklik.vision.face.FaceRecheck;
import org.otklik.vision.face.FrameTurns;
import org.otklik.vision.face.QualityReason;
import org.otklik.vision.face.SuccessiveFaces;
import org.otklik.vision.face.TurnScores;
import org.otklik.vision.image.Frame;
import org.otklik.vision.image.LumaGrid;
import org.otklik.vision.model.InferenceException;
import org.otklik.vision.model.ModelCard;
import org.otklik.vision.model.UnusableModelException;

/**
 * Detector, gate of quality and classifier in one: frames in, observations out, in batches.
 * Thread-safe; the batch job's processor calls it with a window of frames.
 */
public final class FaceObserver implements AutoCloseable {

  private static final Comparator<DetectedFace> BY_SIZE_DESCENDING =
      Comparator.<DetectedFace>comparingDouble(face -> -face.box().areaPx())
          .thenComparing(face -> face.box().xPx())
          .thenComparing(face -> face.box().yPx());

  /** With this one the detector says how sure it is of faces that are not sure enough to count. */
  private static final double MIN_SCORE = 0.1;

  /**
   * Standard deviation of a face's grey levels below which it is none, but a dark or plain surface;
   * the flattest of 199 photographs has 19.
   */
  private static final double MIN_CONTRAST = 2;

  /** A face of which less lies in the picture is none. */
  private static final double MIN_SHARE_WITHIN = 0.5;

  /** Of a face that is cut off by the border, a turned picture may look the better one. */
  private static final double MIN_SHARE_TO_BE_TURNED = 0.95;

  private final FaceDetector detector;
  private final EmotionClassifier classifier;
  private final VisionSettings settings;

  private final FaceRecheck recheck;
  private final FrameTurns frameTurns;
  private final SuccessiveFaces successiveFaces;

  private FaceObserver(
      FaceDetector detector, EmotionClassifier classifier, VisionSettings settings) {
    this.detector = detector;
    this.classifier = classifier;
    this.settings = settings;
    DetectionSettings standard = settings.detection();
    FaceDetector unsure =
        detector.with(
            new DetectionSettings(MIN_SCORE, standard.intraOpThreads(), standard.framesPerCall()));
    this.recheck = new FaceRecheck(unsure);
    this.frameTurns = new FrameTurns(unsure);
    this.successiveFaces = new SuccessiveFaces(detector);
  }

  /**
   * Loads both models.
   *
   * @throws UnusableModelException if either folder holds no usable model
   */
  public static FaceObserver load(
      Path detectorFolder, Path classifierFolder, VisionSettings settings) {
    FaceDetector detector = FaceDetector.load(detectorFolder, settings.detection());
    try {
      EmotionClassifier classifier =
          EmotionClassifier.load(
              classifierFolder, settings.intraOpThreads(), settings.facesPerCall());
      return new FaceObserver(detector, classifier, settings);
    } catch (UnusableModelException e) {
      detector.close();
      throw e;
    }
  }

  /**
   * The same loaded models with other gates and batch sizes. It shares the models: closing either
   * observer closes them for both.
   *
   * @throws IllegalArgumentException if the settings ask for another number of threads, which a
   *     loaded model cannot change
   */
  public FaceObserver with(VisionSettings other) {
    if (other.intraOpThreads() != settings.intraOpThreads()) {
      throw new IllegalArgumentException(
          "Loaded with " + settings.intraOpThreads() + " thread(s) a call, not " + other);
    }
    return new FaceObserver(
        detector.with(other.detection()), classifier.with(other.facesPerCall()), other);
  }

  public ModelCard detectorCard() {
    return detector.card();
  }

  public ModelCard classifierCard() {
    return classifier.card();
  }

  /**
   * One observation a frame, in the frames' order; each is looked at by itself.
   *
   * @throws InferenceException if a model fails
   */
  public List<FrameObservation> observe(List<Frame> frames) {
    return observations(frames, grids(frames), detector.detect(frames), Set.of());
  }

  /**
   * As {@link #observe}, of successive frames of one video; some are looked at more closely.
   *
   * @param again places in the list of those whose faces are looked at a second time
   * @param turned places of those in which faces are looked for in all four turns
   * @throws InferenceException if a model fails
   */
  public List<FrameObservation> observeVideo(
      List<Frame> frames, Set<Integer> again, Set<Integer> turned) {
    List<LumaGrid> grids = grids(frames);
    List<FrameObservation> observations =
        observations(frames, grids, successiveFaces.detect(frames, grids), again);
    for (int place : turned) {
      Frame frame = frames.get(place);
      if (frame.isDecodable() && isNoFaceCut(frame, observations.get(place))) {
        List<DetectedFace> found =
            observations.get(place).faces().stream().map(FaceObservation::face).toList();
        observations.set(place, observations.get(place).withTurns(turns(frame, found)));
      }
    }
    return observations;
  }

  private static List<LumaGrid> grids(List<Frame> frames) {
    List<LumaGrid> grids = new ArrayList<>();
    for (Frame frame : frames) {
      grids.add(frame.isDecodable() ? LumaGrid.of(frame) : null);
    }
    return grids;
  }

  private List<FrameObservation> observations(
      List<Frame> frames,
      List<LumaGrid> grids,
      List<List<DetectedFace>> faces,
      Set<Integer> lookedAtAgain) {
    List<List<Candidate>> candidates = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      candidates.add(candidates(frames.get(i), faces.get(i), lookedAtAgain.contains(i)));
    }
    List<FaceCrop> crops =
        candidates.stream()
            .flatMap(List::stream)
            .filter(candidate -> candidate.refusal() == null)
            .map(Candidate::crop)
            .toList();
    Iterator<EmotionScores> scores = classifier.classify(crops).iterator();
    List<FrameObservation> observations = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      observations.add(observation(frames.get(i), grids.get(i), candidates.get(i), scores));
    }
    return observations;
  }

  /** How sure the detector is at second sight that a face stands, as it is and turned. */
  public TurnScores recheck(Frame frame, DetectedFace face) {
    return recheck.turns(frame, face);
  }

  private static boolean isNoFaceCut(Frame frame, FrameObservation observation) {
    return observation.faces().stream()
        .map(face -> face.face().box())
        .allMatch(
            box ->
                box.shareWithin(frame.sourceWidthPx(), frame.sourceHeightPx())
                    >= MIN_SHARE_TO_BE_TURNED);
  }

  /**
   * How sure the detector is of faces that stand in a picture as it is, and turned.
   *
   * @param found the faces of the picture as it is, in its pixels; where there are none they are
   *     looked for
   */
  public TurnScores turns(Frame picture, List<DetectedFace> found) {
    return frameTurns.of(picture, found);
  }

  /**
   * The scores of pictures that are a face each and nothing else, cut as the data sets of such
   * faces cut them. Nothing is looked for, so quality is not judged either.
   *
   * @throws InferenceException if the model fails
   */
  public List<EmotionScores> judgeWhole(List<Frame> pictures) {
    return classifier.classify(pictures.stream().map(classifier::cropWhole).toList());
  }

  private List<Candidate> candidates(Frame frame, List<DetectedFace> faces, boolean lookAgain) {
    return faces.stream()
        .filter(face -> isWithin(frame, face.box()))
        .sorted(BY_SIZE_DESCENDING)
        .limit(settings.facesPerFrame())
        .map(face -> candidate(frame, face, lookAgain))
        .filter(candidate -> candidate.crop().contrast() >= MIN_CONTRAST)
        .toList();
  }

  private static boolean isWithin(Frame frame, FaceBox box) {
    return box.shareWithin(frame.sourceWidthPx(), frame.sourceHeightPx()) >= MIN_SHARE_WITHIN;
  }

  private Candidate candidate(Frame frame, DetectedFace face, boolean lookAgain) {
    FaceCrop crop = classifier.crop(frame, face);
    FaceQuality quality = FaceQuality.of(face, crop, frame);
    Float again = lookAgain ? recheck.score(frame, face) : null;
    return new Candidate(face, crop, quality, settings.refusal(quality), again);
  }

  private FrameObservation observation(
      Frame frame, LumaGrid grid, List<Candidate> candidates, Iterator<EmotionScores> scores) {
    List<FaceObservation> faces = new ArrayList<>();
    FrameOutcome outcome = frame.isDecodable() ? FrameOutcome.NO_FACE : FrameOutcome.UNDECODABLE;
    for (Candidate candidate : candidates) {
      boolean judged = candidate.refusal() == null;
      FrameOutcome ofFace = judged ? FrameOutcome.OBSERVED : FrameOutcome.LOW_QUALITY;
      outcome = outcome == FrameOutcome.OBSERVED ? outcome : ofFace;
      faces.add(
          new FaceObservation(
              candidate.face(),
              ofFace,
              candidate.refusal(),
              judged ? scores.next() : null,
              candidate.quality(),
              candidate.recheckScore(),
              settings.isAttentive(candidate.quality())));
    }
    return new FrameObservation(frame.mediaTimeMs(), outcome, List.copyOf(faces), grid, null);
  }

  @Override
  public void close() {
    try {
      detector.close();
    } finally {
      classifier.close();
    }
  }

  private record Candidate(
      DetectedFace face,
      FaceCrop crop,
      FaceQuality quality,
      QualityReason refusal,
      Float recheckScore) {}
}
