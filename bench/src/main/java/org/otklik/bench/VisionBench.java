package org.otklik.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.otklik.job.analyse.ObservedWindow;
import org.otklik.job.analyse.WindowPipeline;
import org.otklik.media.DecodeSettings;
import org.otklik.media.DecoderChild;
import org.otklik.media.FrameStream;
import org.otklik.media.synthetic.DemoCampaign;
import org.otklik.media.synthetic.DemoViewer;
import org.otklik.storage.UnusableMediaException;
import org.otklik.vision.DetectedFace;
import org.otklik.vision.DetectionSettings;
import org.otklik.vision.EmotionClassifier;
import org.otklik.vision.FaceCrop;
import org.otklik.vision.FaceDetector;
import org.otklik.vision.FaceObserver;
import org.otklik.vision.Frame;
import org.otklik.vision.VisionSettings;

/**
 * Each stage alone, then decoding, detecting and classifying together, one after the other and
 * overlapping as a job does it, on the demo's films; one thread a call of a model. Medians of
 * {@value #ROUNDS} rounds after one to warm up.
 */
public final class VisionBench {
  private static final int ROUNDS = 5;
  private static final int WINDOW = 16;
  private static final int IN_FLIGHT = 3;
  private static final DecodeSettings TEN_HZ = new DecodeSettings(10, 640, -1);

  private final PrintStream out;
  private final Path detector;
  private final Path classifier;
  private final Path film;

  private VisionBench(Path models, Path films, PrintStream out) throws IOException {
    this.out = out;
    detector = models.resolve("face-detector");
    classifier = models.resolve("emotion-classifier");
    DemoCampaign.writeTo(films, (made, done, of) -> {});
    DemoViewer first = DemoCampaign.viewers().get(0);
    film = DemoCampaign.recordingIn(films, first);
  }

  /**
   * @param args the folder of the models' release, and one for the demo's films
   */
  public static void main(String[] args) throws IOException, UnusableMediaException {
    new VisionBench(Path.of(args[0]), Path.of(args[1]), System.out).run();
  }

  /** Work that tells how many things it has done. */
  private interface Work {
    int run() throws UnusableMediaException;
  }

  private void run() throws UnusableMediaException {
    List<Frame> frames = frames();
    try (FaceDetector faces = FaceDetector.load(detector, DetectionSettings.STANDARD);
        EmotionClassifier emotions = EmotionClassifier.load(classifier, 1, 32)) {
      List<FaceCrop> crops = crops(frames, faces, emotions);
      rate("decode-and-sample", "frames/s", () -> frames().size());
      rate("detect", "frames/s", () -> faces.detect(frames).size());
      rate("classify-batch-32", "faces/s", () -> emotions.classify(crops).size());
    }
    try (FaceObserver observer = FaceObserver.load(detector, classifier, VisionSettings.STANDARD)) {
      rate("decode-detect-classify-in-turn", "frames/s", () -> observe(observer));
      ExecutorService pool =
          Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
      try {
        rate("decode-detect-classify", "frames/s", () -> overlap(observer, pool));
      } finally {
        pool.shutdownNow();
      }
    }
  }

  private List<Frame> frames() throws UnusableMediaException {
    List<Frame> frames = new ArrayList<>();
    try (FrameStream stream = FrameStream.open(film, TEN_HZ, DecoderChild.standard())) {
      for (List<Frame> w = stream.next(WINDOW); !w.isEmpty(); w = stream.next(WINDOW)) {
        frames.addAll(w);
      }
    }
    return frames;
  }

  private int observe(FaceObserver observer) throws UnusableMediaException {
    int frames = 0;
    try (FrameStream stream = FrameStream.open(film, TEN_HZ, DecoderChild.standard())) {
      for (List<Frame> w = stream.next(WINDOW); !w.isEmpty(); w = stream.next(WINDOW)) {
        frames += observer.observe(w).size();
      }
    }
    return frames;
  }

  private int overlap(FaceObserver observer, ExecutorService pool) throws UnusableMediaException {
    int frames = 0;
    try (FrameStream stream = FrameStream.open(film, TEN_HZ, DecoderChild.standard());
        WindowPipeline windows =
            new WindowPipeline(
                () -> stream.next(WINDOW), observer::observe, pool::submit, IN_FLIGHT)) {
      for (ObservedWindow w = windows.next(); w != null; w = windows.next()) {
        frames += w.observations().size();
      }
    }
    return frames;
  }

  private static List<FaceCrop> crops(
      List<Frame> frames, FaceDetector faces, EmotionClassifier emotions) {
    List<FaceCrop> crops = new ArrayList<>();
    List<List<DetectedFace>> found = faces.detect(frames);
    for (int i = 0; i < frames.size(); i++) {
      for (DetectedFace face : found.get(i)) {
        crops.add(FaceCrop.cut(frames.get(i), face.box(), emotions.card().input()));
      }
    }
    return Collections.unmodifiableList(crops);
  }

  private void rate(String name, String unit, Work work) throws UnusableMediaException {
    work.run();
    double[] rates = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long begun = System.nanoTime();
      int done = work.run();
      rates[round] = done / ((System.nanoTime() - begun) / 1e9);
    }
    Arrays.sort(rates);
    out.printf(Locale.ROOT, "%s %.0f %s%n", name, rates[ROUNDS / 2], unit);
  }
}
