package org.otklik.bench.stages;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.otklik.testdata.synthetic.DemoCampaign;
import org.otklik.testdata.synthetic.DemoViewer;
import org.otklik.testdata.synthetic.Staging;
import org.otklik.testdata.synthetic.SyntheticViewer;
import org.otklik.vision.expression.EmotionClassifier;
import org.otklik.vision.face.DetectedFace;
import org.otklik.vision.face.DetectionSettings;
import org.otklik.vision.face.FaceCrop;
import org.otklik.vision.face.FaceDetector;
import org.otklik.vision.image.Frame;

/**
 * The two models as the jobs use them, through the product's own classes: scaling, tensors and
 * decoding of the answers are part of each figure. One thread a call; JMH's threads call the same
 * models at the same time, as jobs do.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
public class VisionBenchmarks {
  /** System property with the folder of the models' release. */
  static final String MODELS = "otklik.bench.models";

  private static final int FRAMES = 16;
  private static final int FACES = 32;
  private static final int STEP_MS = 500;

  private FaceDetector detector;
  private EmotionClassifier classifier;
  private List<Frame> asTheModelWants;
  private List<Frame> asFilmed;
  private List<FaceCrop> crops;

  /** Loads the models; draws viewers at the model's own size and at that of a decoded video. */
  @Setup
  public void load() {
    Path models = Path.of(System.getProperty(MODELS));
    detector = FaceDetector.load(models.resolve("face-detector"), DetectionSettings.STANDARD);
    classifier = EmotionClassifier.load(models.resolve("emotion-classifier"), 1, FACES);
    asTheModelWants = frames(320, 256);
    asFilmed = frames(640, 360);
    crops = new ArrayList<>();
    List<List<DetectedFace>> found = detector.detect(asFilmed);
    while (crops.size() < FACES) {
      for (int i = 0; i < FRAMES && crops.size() < FACES; i++) {
        DetectedFace face = found.get(i).get(0);
        crops.add(classifier.crop(asFilmed.get(i), face));
      }
    }
  }

  private static List<Frame> frames(int widthPx, int heightPx) {
    DemoViewer viewer = DemoCampaign.viewers().get(0);
    Staging staging = Staging.of(widthPx, heightPx, 25);
    SyntheticViewer drawn =
        new SyntheticViewer(viewer.script(), viewer.look(), staging, viewer.seed());
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < FRAMES; i++) {
      BufferedImage picture = drawn.picture(i * STEP_MS);
      byte[] bgr = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData().clone();
      frames.add(new Frame(i * STEP_MS, widthPx, heightPx, widthPx, heightPx, bgr));
    }
    return frames;
  }

  @TearDown
  public void close() {
    detector.close();
    classifier.close();
  }

  /** Frames of 320 × 256. */
  @Benchmark
  @OperationsPerInvocation(FRAMES)
  public List<?> detect320x256() {
    return detector.detect(asTheModelWants);
  }

  /** Frames of 640 × 360, as they come from the decoder: scaled to 320 × 192 first. */
  @Benchmark
  @OperationsPerInvocation(FRAMES)
  public List<?> detect640x360() {
    return detector.detect(asFilmed);
  }

  /** One face at a time. */
  @Benchmark
  public List<?> classifyBatch1() {
    return classifier.classify(crops.subList(0, 1));
  }

  /** As many faces in a call as jobs give. */
  @Benchmark
  @OperationsPerInvocation(FACES)
  public List<?> classifyBatch32() {
    return classifier.classify(crops);
  }
}
