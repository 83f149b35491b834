package org.otklik.bench.stages;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionScores;
import org.otklik.vision.expression.EmotionClassifier;
import org.otklik.vision.face.DetectedFace;
import org.otklik.vision.face.DetectionSettings;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.face.FaceCrop;
import org.otklik.vision.face.FaceDetector;
import org.otklik.vision.image.Frame;
import org.otklik.vision.model.Alignment;

/**
 * Which alignment lets an emotion model answer rightly most often, upright and tilted? Every face
 * of FER2013's validation set, three times as large, lies in the middle of a ground of its own
 * repeated border, turned about its middle; the detector finds it, and the same model is given the
 * picture as it is ({@code raw}) and what each alignment cuts out. Accuracies are of the faces
 * found, the same for all.
 */
public final class AlignmentBench {
  private static final int[] DEGREES = {-20, -10, 0, 10, 20};
  private static final int ENLARGED = 3;
  private static final int GROUND_PX = 96;
  private static final int CALL = 32;

  /** Every so manieth face of the training set tells where landmarks lie. */
  private static final int TEMPLATE_STEP = 10;

  private final PrintStream out;

  private AlignmentBench(PrintStream out) {
    this.out = out;
  }

  /**
   * @param args a detector's folder, a classifier's folder, FER2013's folder with train.npz and
   *     validation.npz, and a folder for the cards that are tried
   */
  public static void main(String[] args) throws IOException {
    new AlignmentBench(System.out)
        .run(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), Path.of(args[3]));
  }

  private void run(Path detectorFolder, Path classifierFolder, Path fer, Path work)
      throws IOException {
    try (FaceDetector detector = FaceDetector.load(detectorFolder, DetectionSettings.STANDARD)) {
      out.println("detector " + detector.card().release());
      String template = template(detector, LabelledFaces.read(fer.resolve("train.npz")));
      out.println("template " + template);
      Map<Alignment, EmotionClassifier> classifiers = new EnumMap<>(Alignment.class);
      try {
        for (Alignment alignment : Alignment.values()) {
          Path folder = work.resolve(alignment.name().toLowerCase(Locale.ROOT));
          classifiers.put(
              alignment,
              EmotionClassifier.load(card(classifierFolder, folder, alignment, template)));
        }
        out.println("degrees found raw box roll landmarks");
        LabelledFaces faces = LabelledFaces.read(fer.resolve("validation.npz"));
        for (int degrees : DEGREES) {
          measure(detector, classifiers, faces, degrees);
        }
      } finally {
        classifiers.values().forEach(EmotionClassifier::close);
      }
    }
  }

  /** The mean layout of the landmarks in FER2013's upright pictures, in parts of their side. */
  private static String template(FaceDetector detector, LabelledFaces faces) {
    double[] sums = new double[10];
    int found = 0;
    for (int face = 0; face < faces.size(); face += TEMPLATE_STEP) {
      DetectedFace detected = main(detector.detect(List.of(frame(faces, face, 0))).get(0));
      if (detected != null) {
        for (int i = 0; i < sums.length; i++) {
          sums[i] += (detected.landmarksPx()[i] - GROUND_PX) / (ENLARGED * LabelledFaces.SIDE_PX);
        }
        found++;
      }
    }
    double n = found;
    List<String> points = new ArrayList<>();
    for (int i = 0; i < sums.length; i += 2) {
      points.add(String.format(Locale.ROOT, "[%.4f, %.4f]", sums[i] / n, sums[i + 1] / n));
    }
    return points.toString();
  }

  /** The model with a card that says that alignment. */
  private static Path card(Path from, Path into, Alignment alignment, String template)
      throws IOException {
    Files.createDirectories(into);
    try (Stream<Path> earlier = Files.list(into)) {
      for (Path file : earlier.toList()) {
        Files.delete(file); // of another model
      }
    }
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Path to = into.resolve(file.getFileName());
        if (file.toString().endsWith(".card.json")) {
          Files.writeString(to, aligned(Files.readString(file), alignment, template));
        } else {
          Files.write(to, Files.readAllBytes(file));
        }
      }
    }
    return into;
  }

  private static String aligned(String card, Alignment alignment, String template) {
    String said =
        card.replaceAll(",\\s*\"alignment\": \"[a-z]+\"", "")
            .replaceAll("\\s*\"template\": \\[\\s*(\\[[^]]*],?\\s*)*],", "");
    String input = "\"input\": {";
    if (!said.contains(input)) {
      throw new UncheckedIOException(new IOException("No card: " + card));
    }
    String points = alignment == Alignment.LANDMARKS ? "\"template\": " + template + ", " : "";
    String name = alignment.name().toLowerCase(Locale.ROOT);
    return said.replace(input, input + "\"alignment\": \"" + name + "\", " + points);
  }

  private void measure(
      FaceDetector detector,
      Map<Alignment, EmotionClassifier> classifiers,
      LabelledFaces faces,
      int degrees) {
    int[] right = new int[1 + Alignment.values().length];
    int found = 0;
    for (int from = 0; from < faces.size(); from += CALL) {
      List<Integer> labels = new ArrayList<>();
      List<Frame> frames = new ArrayList<>();
      List<DetectedFace> detected = new ArrayList<>();
      for (int face = from; face < Math.min(from + CALL, faces.size()); face++) {
        Frame frame = frame(faces, face, degrees);
        DetectedFace one = main(detector.detect(List.of(frame)).get(0));
        if (one != null) {
          labels.add(faces.labels()[face]);
          frames.add(frame);
          detected.add(one);
        }
      }
      found += labels.size();
      List<DetectedFace> whole = frames.stream().map(frame -> wholePicture(classifiers)).toList();
      right[0] += right(classifiers.get(Alignment.BOX), frames, whole, labels);
      for (Alignment alignment : Alignment.values()) {
        right[1 + alignment.ordinal()] +=
            right(classifiers.get(alignment), frames, detected, labels);
      }
    }
    double n = found;
    out.printf(
        Locale.ROOT,
        "%d %d %s%n",
        degrees,
        found,
        String.join(
            " ",
            Arrays.stream(right)
                .mapToObj(r -> String.format(Locale.ROOT, "%.4f", r / n))
                .toList()));
  }

  private static int right(
      EmotionClassifier classifier,
      List<Frame> frames,
      List<DetectedFace> detected,
      List<Integer> labels) {
    List<FaceCrop> crops = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      crops.add(classifier.crop(frames.get(i), detected.get(i)));
    }
    List<EmotionScores> scores = classifier.classify(crops);
    int right = 0;
    for (int i = 0; i < crops.size(); i++) {
      right += scores.get(i).dominant() == Emotion.values()[labels.get(i)] ? 1 : 0;
    }
    return right;
  }

  /** A box that the margin widens to FER2013's picture. */
  private static DetectedFace wholePicture(Map<Alignment, EmotionClassifier> classifiers) {
    double margin = classifiers.get(Alignment.BOX).card().input().cropMargin();
    float side = (float) (ENLARGED * LabelledFaces.SIDE_PX / (1 + margin));
    float at = GROUND_PX + (ENLARGED * LabelledFaces.SIDE_PX - side) / 2;
    return new DetectedFace(new FaceBox(at, at, side, side), new float[10], 1);
  }

  /** The face nearest the middle, if it is there at all. */
  private static DetectedFace main(List<DetectedFace> faces) {
    double middle = GROUND_PX + ENLARGED * LabelledFaces.SIDE_PX / 2.0;
    return faces.stream()
        .filter(face -> distance(face, middle) < ENLARGED * LabelledFaces.SIDE_PX / 3.0)
        .min(Comparator.comparingDouble(face -> distance(face, middle)))
        .orElse(null);
  }

  private static double distance(DetectedFace face, double middle) {
    return Math.hypot(face.box().centreXPx() - middle, face.box().centreYPx() - middle);
  }

  private static Frame frame(LabelledFaces faces, int face, int degrees) {
    int side = 2 * GROUND_PX + ENLARGED * LabelledFaces.SIDE_PX;
    // Wide enough that what turning brings in from beyond is still border.
    int wide = 3 * side / (2 * ENLARGED);
    BufferedImage small = new BufferedImage(wide, wide, BufferedImage.TYPE_BYTE_GRAY);
    int origin = (wide - LabelledFaces.SIDE_PX) / 2;
    for (int y = 0; y < wide; y++) {
      for (int x = 0; x < wide; x++) {
        small.getRaster().setSample(x, y, 0, faces.level(face, x - origin, y - origin));
      }
    }
    AffineTransform place = AffineTransform.getTranslateInstance(side / 2.0, side / 2.0);
    place.rotate(Math.toRadians(degrees));
    place.scale(ENLARGED, ENLARGED);
    place.translate(-wide / 2.0, -wide / 2.0);
    BufferedImage turned = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    new AffineTransformOp(place, AffineTransformOp.TYPE_BICUBIC)
        .filter(small.getRaster(), turned.getRaster());
    byte[] bgr = new byte[3 * side * side];
    for (int i = 0; i < side * side; i++) {
      byte level = (byte) turned.getRaster().getSample(i % side, i / side, 0);
      Arrays.fill(bgr, 3 * i, 3 * i + 3, level);
    }
    return new Frame(0, side, side, side, side, bgr);
  }
}
