package org.otklik.bench.stages;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionScores;
import org.otklik.media.DecodeSettings;
import org.otklik.media.DecoderChild;
import org.otklik.media.FrameStream;
import org.otklik.storage.UnusableMediaException;
import org.otklik.vision.FaceObservation;
import org.otklik.vision.FaceObserver;
import org.otklik.vision.FrameObservation;
import org.otklik.vision.VisionSettings;
import org.otklik.vision.image.Frame;

/**
 * What would change on real videos if a release of models took the place of another? Both see the
 * same frames, as a recording's analysis samples them. For each second whose emotions differ it
 * prints both; seconds are compared by the mean probabilities of the largest face of each frame.
 */
public final class ModelComparison {
  private static final String DETECTOR = "face-detector";
  private static final String CLASSIFIER = "emotion-classifier";

  /** Frames a call of the models. */
  private static final int WINDOW = 16;

  /** The share by which one of the seven emotions must differ for a second to be printed. */
  private static final double PRINTED_CHANGE = 0.1;

  private final PrintStream out;

  private ModelComparison(PrintStream out) {
    this.out = out;
  }

  /**
   * @param args the folders of both releases, each with face-detector/ and emotion-classifier/ in
   *     it, and a folder of videos
   */
  public static void main(String[] args) throws IOException, UnusableMediaException {
    new ModelComparison(System.out).run(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
  }

  private void run(Path before, Path after, Path videos)
      throws IOException, UnusableMediaException {
    try (FaceObserver old = load(before);
        FaceObserver renewed = load(after)) {
      out.println("before " + releases(old) + ", after " + releases(renewed));
      Totals totals = new Totals();
      for (Path video : files(videos)) {
        compare(video, old, renewed, totals);
      }
      totals.print("all");
    }
  }

  private static FaceObserver load(Path release) {
    return FaceObserver.load(
        release.resolve(DETECTOR), release.resolve(CLASSIFIER), VisionSettings.STANDARD);
  }

  private static String releases(FaceObserver observer) {
    return observer.detectorCard().release() + " and " + observer.classifierCard().release();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(mp4|mov|webm|avi|mkv)"))
          .sorted()
          .toList();
    }
  }

  private void compare(Path video, FaceObserver old, FaceObserver renewed, Totals all)
      throws UnusableMediaException {
    SortedMap<Integer, Second> seconds = new TreeMap<>();
    Totals totals = new Totals();
    try (FrameStream stream =
        FrameStream.open(video, DecodeSettings.STANDARD, DecoderChild.standard())) {
      List<Frame> window = new ArrayList<>();
      for (Optional<Frame> next = stream.next(); next.isPresent(); next = stream.next()) {
        window.add(next.get());
        if (window.size() == WINDOW) {
          look(window, old, renewed, seconds);
          window.clear();
        }
      }
      look(window, old, renewed, seconds);
    }
    seconds.forEach(
        (second, both) -> {
          totals.add(both);
          all.add(both);
          if (both.change() >= PRINTED_CHANGE || both.old.size() != both.renewed.size()) {
            out.printf(
                "%s %d s: %s -> %s%n",
                video.getFileName(), second, said(both.old), said(both.renewed));
          }
        });
    totals.print(video.getFileName().toString());
  }

  private static void look(
      List<Frame> window, FaceObserver old, FaceObserver renewed, SortedMap<Integer, Second> into) {
    if (window.isEmpty()) {
      return;
    }
    List<FrameObservation> before = old.observe(window);
    List<FrameObservation> after = renewed.observe(window);
    for (int i = 0; i < window.size(); i++) {
      Second second =
          into.computeIfAbsent(window.get(i).mediaTimeMs() / 1000, ignored -> new Second());
      scores(before.get(i)).ifPresent(second.old::add);
      scores(after.get(i)).ifPresent(second.renewed::add);
    }
  }

  /** Of the largest face, if its emotions were judged. */
  private static Optional<EmotionScores> scores(FrameObservation frame) {
    return frame.faces().stream()
        .max(Comparator.comparingDouble(face -> face.face().box().areaPx()))
        .map(FaceObservation::scores)
        .filter(Objects::nonNull);
  }

  private static String said(List<EmotionScores> frames) {
    if (frames.isEmpty()) {
      return "no face";
    }
    EmotionScores mean = EmotionScores.mean(frames);
    Emotion dominant = mean.dominant();
    return String.format(
        Locale.ROOT,
        "%s %.2f (%d faces)",
        dominant.name().toLowerCase(Locale.ROOT),
        mean.probability(dominant),
        frames.size());
  }

  /** One second of a video: the scores of its frames by either release. */
  private static final class Second {
    private final List<EmotionScores> old = new ArrayList<>();
    private final List<EmotionScores> renewed = new ArrayList<>();

    private boolean isComparable() {
      return !old.isEmpty() && !renewed.isEmpty();
    }

    /** The largest difference of the seven mean probabilities; 0 where one of them saw no face. */
    private double change() {
      if (!isComparable()) {
        return 0;
      }
      double[] before = EmotionScores.mean(old).toArray();
      double[] after = EmotionScores.mean(renewed).toArray();
      double largest = 0;
      for (int i = 0; i < Emotion.values().length; i++) {
        largest = Math.max(largest, Math.abs(before[i] - after[i]));
      }
      return largest;
    }

    private boolean hasOtherEmotion() {
      return isComparable()
          && EmotionScores.mean(old).dominant() != EmotionScores.mean(renewed).dominant();
    }
  }

  /** Sums over seconds. */
  private final class Totals {
    private int seconds;
    private int facesBefore;
    private int facesAfter;
    private int otherEmotion;
    private int comparable;
    private double change;

    private void add(Second second) {
      seconds++;
      facesBefore += second.old.size();
      facesAfter += second.renewed.size();
      if (second.isComparable()) {
        comparable++;
        change += second.change();
        otherEmotion += second.hasOtherEmotion() ? 1 : 0;
      }
    }

    private void print(String name) {
      out.printf(
          Locale.ROOT,
          "%s: %d s, faces judged %d -> %d; of %d s with faces in both, %d have another emotion,"
              + " mean of the largest change %.3f%n",
          name,
          seconds,
          facesBefore,
          facesAfter,
          comparable,
          otherEmotion,
          comparable == 0 ? 0 : change / comparable);
    }
  }
}
