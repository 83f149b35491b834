package org.otklik.bench.scenes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.media.DecodeSettings;
import org.otklik.media.DecoderChild;
import org.otklik.media.FrameStream;
import org.otklik.media.scene.SceneBorder;
import org.otklik.storage.UnusableMediaException;
import org.otklik.vision.image.Frame;

/**
 * PySceneDetect's two detectors, restated from their documentation (version 0.7,
 * scenedetect.com/docs): the mean difference of hue, saturation and value between successive
 * frames, weighted 1 : 1 : 1. {@code ContentDetector} cuts where it reaches 27; {@code
 * AdaptiveDetector} where it is 15 or more and three times the mean of the two frames before and
 * after. Scenes last at least 15 frames. As in OpenCV, hue goes from 0 to 179.
 */
final class FrameDifferences {
  private static final double CONTENT = 27;
  private static final double ADAPTIVE_CONTENT = 15;
  private static final double ADAPTIVE_RATIO = 3;
  private static final int ADAPTIVE_WINDOW = 2;
  private static final int MIN_SCENE_FRAMES = 15;
  private static final int LONG_SIDE_PX = 256;
  private static final int MAX_HZ = 120;

  private final List<Integer> timesMs = new ArrayList<>();
  private final List<Double> scores = new ArrayList<>();

  private FrameDifferences() {}

  static FrameDifferences of(Path video) throws UnusableMediaException {
    FrameDifferences differences = new FrameDifferences();
    float[] before = null;
    DecodeSettings settings = new DecodeSettings(MAX_HZ, LONG_SIDE_PX, -1);
    try (FrameStream frames = FrameStream.open(video, settings, DecoderChild.standard())) {
      for (Optional<Frame> read = frames.next(); read.isPresent(); read = frames.next()) {
        float[] now = hsv(read.get().bgr());
        differences.timesMs.add(read.get().mediaTimeMs());
        differences.scores.add(before == null ? 0 : difference(before, now));
        before = now;
      }
    }
    return differences;
  }

  private static float[] hsv(byte[] bgr) {
    float[] hsv = new float[bgr.length];
    for (int i = 0; i < bgr.length; i += 3) {
      int blue = bgr[i] & 0xff;
      int green = bgr[i + 1] & 0xff;
      int red = bgr[i + 2] & 0xff;
      int max = Math.max(red, Math.max(green, blue));
      int range = max - Math.min(red, Math.min(green, blue));
      float hue = 0;
      if (range > 0) {
        hue =
            max == red
                ? (green - blue) / (float) range
                : max == green
                    ? 2 + (blue - red) / (float) range
                    : 4 + (red - green) / (float) range;
      }
      hsv[i] = Math.round((hue < 0 ? hue + 6 : hue) * 30) % 180;
      hsv[i + 1] = max == 0 ? 0 : Math.round(255f * range / max);
      hsv[i + 2] = max;
    }
    return hsv;
  }

  private static double difference(float[] before, float[] now) {
    double sum = 0;
    for (int i = 0; i < now.length; i++) {
      sum += Math.abs(now[i] - before[i]);
    }
    return sum / now.length; // the mean of three means
  }

  List<SceneBorder> content() {
    List<Integer> cuts = new ArrayList<>();
    for (int i = 1; i < scores.size(); i++) {
      if (scores.get(i) >= CONTENT) {
        add(cuts, i);
      }
    }
    return borders(cuts);
  }

  List<SceneBorder> adaptive() {
    List<Integer> cuts = new ArrayList<>();
    for (int i = ADAPTIVE_WINDOW + 1; i < scores.size() - ADAPTIVE_WINDOW; i++) {
      double around = 0;
      for (int by = 1; by <= ADAPTIVE_WINDOW; by++) {
        around += scores.get(i - by) + scores.get(i + by);
      }
      around /= 2 * ADAPTIVE_WINDOW;
      if (scores.get(i) >= ADAPTIVE_CONTENT && scores.get(i) >= ADAPTIVE_RATIO * around) {
        add(cuts, i);
      }
    }
    return borders(cuts);
  }

  private static void add(List<Integer> cuts, int frame) {
    if (frame - (cuts.isEmpty() ? 0 : cuts.get(cuts.size() - 1)) >= MIN_SCENE_FRAMES) {
      cuts.add(frame);
    }
  }

  private List<SceneBorder> borders(List<Integer> frames) {
    return frames.stream().map(frame -> new SceneBorder(timesMs.get(frame), 0)).toList();
  }
}
