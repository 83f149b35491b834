package org.otklik.bench.stages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.otklik.media.DecodeSettings;
import org.otklik.media.DecoderChild;
import org.otklik.media.FrameStream;
import org.otklik.storage.UnusableMediaException;
import org.otklik.vision.expression.EmotionClassifier;
import org.otklik.vision.face.DetectedFace;
import org.otklik.vision.face.DetectionSettings;
import org.otklik.vision.face.FaceCrop;
import org.otklik.vision.face.FaceDetector;
import org.otklik.vision.image.Frame;

/**
 * What each stage of the pipeline reaches alone with all cores, on the video that the pipeline is
 * measured with. Rates are of sampled frames.
 */
public final class StageBench implements AutoCloseable {
  private static final DecodeSettings AS_THE_JOB = new DecodeSettings(10, 640, -1);
  private static final int WINDOW = 16;
  private static final double SECONDS = 2;

  private final Path video;
  private final int cores = Runtime.getRuntime().availableProcessors();
  private final ExecutorService threads = Executors.newFixedThreadPool(cores);
  private final FaceDetector detector;
  private final EmotionClassifier classifier;
  private final List<Frame> window;
  private final List<FaceCrop> crops = new ArrayList<>();

  public StageBench(Path models, Path video) throws UnusableMediaException {
    this.video = video;
    detector = FaceDetector.load(models.resolve("face-detector"), DetectionSettings.STANDARD);
    classifier = EmotionClassifier.load(models.resolve("emotion-classifier"));
    try (FrameStream frames = FrameStream.open(video, AS_THE_JOB, DecoderChild.standard())) {
      window = frames.next(WINDOW);
    }
    List<List<DetectedFace>> found = detector.detect(window);
    for (int i = 0; i < window.size(); i++) {
      crops.add(classifier.crop(window.get(i), found.get(i).get(0)));
    }
  }

  /** As many videos at a time as there are cores, each decoded as a job does it. */
  public double decode() throws IOException, InterruptedException {
    long begun = System.nanoTime();
    int frames = sum(this::decodeOne);
    return frames / seconds(begun);
  }

  private int decodeOne() throws UnusableMediaException {
    int frames = 0;
    try (FrameStream stream = FrameStream.open(video, AS_THE_JOB, DecoderChild.standard())) {
      for (int more = stream.next(WINDOW).size(); more > 0; more = stream.next(WINDOW).size()) {
        frames += more;
      }
    }
    return frames;
  }

  public double detect() throws IOException, InterruptedException {
    return rate(() -> detector.detect(window).size());
  }

  /** One face a frame. */
  public double classify() throws IOException, InterruptedException {
    return rate(() -> classifier.classify(crops).size());
  }

  private double rate(Callable<Integer> work) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    int done =
        sum(
            () -> {
              int mine = 0;
              while (seconds(begun) < SECONDS) {
                mine += work.call();
              }
              return mine;
            });
    return done / seconds(begun);
  }

  private int sum(Callable<Integer> work) throws IOException, InterruptedException {
    List<Future<Integer>> all = new ArrayList<>();
    for (int i = 0; i < cores; i++) {
      all.add(threads.submit(work));
    }
    try {
      int sum = 0;
      for (Future<Integer> one : all) {
        sum += one.get();
      }
      return sum;
    } catch (ExecutionException e) {
      throw new IOException("A stage failed.", e.getCause());
    }
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    detector.close();
    classifier.close();
  }
}
