package org.otklik.vision;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.otklik.emotion.EmotionScores;
import org.otklik.timeline.FrameOutcome;
import org.otklik.vision.expression.EmotionClassifier;
import org.otklik.vision.face.DetectedFace;
import org.otklik.vision.face.FaceCrop;
import org.otklik.vision.face.FaceDetector;
import org.otklik.vision.face.FaceQuality;
import org.otklik.vision.face.QualityReason;
import org.otklik.vision.image.Frame;
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

  private final FaceDetector detector;
  private final EmotionClassifier classifier;
  private final VisionSettings settings;

  private FaceObserver(
      FaceDetector detector, EmotionClassifier classifier, VisionSettings settings) {
    this.detector = detector;
    this.classifier = classifier;
    this.settings = settings;
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
   * One observation a frame, in the frames' order.
   *
   * @throws InferenceException if a model fails
   */
  public List<FrameObservation> observe(List<Frame> frames) {
    List<List<DetectedFace>> faces = detector.detect(frames);
    List<List<Candidate>> candidates = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      candidates.add(candidates(frames.get(i), faces.get(i)));
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
      observations.add(observation(frames.get(i), candidates.get(i), scores));
    }
    return observations;
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

  private List<Candidate> candidates(Frame frame, List<DetectedFace> faces) {
    return faces.stream()
        .sorted(BY_SIZE_DESCENDING)
        .limit(settings.facesPerFrame())
        .map(face -> candidate(frame, face))
        .toList();
  }

  private Candidate candidate(Frame frame, DetectedFace face) {
    FaceCrop crop = classifier.crop(frame, face);
    FaceQuality quality = FaceQuality.of(face, crop, frame);
    return new Candidate(face, crop, quality, settings.refusal(quality));
  }

  private FrameObservation observation(
      Frame frame, List<Candidate> candidates, Iterator<EmotionScores> scores) {
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
              settings.isAttentive(candidate.quality())));
    }
    return new FrameObservation(frame.mediaTimeMs(), outcome, List.copyOf(faces));
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
      DetectedFace face, FaceCrop crop, FaceQuality quality, QualityReason refusal) {}
}
