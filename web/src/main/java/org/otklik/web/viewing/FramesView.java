package org.otklik.web.viewing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.frame.ViewingFrame;
import org.otklik.analysis.frame.ViewingFrames;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionScores;
import org.otklik.emotion.FaceMovement;
import org.otklik.timeline.FrameOutcome;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.face.QualityReason;

/** Frames by columns: every list but those of other faces has one entry a frame. */
@Schema(name = "Frames")
public record FramesView(
    @Schema(description = "Of the upright frame, in whose pixels the boxes are.") int widthPx,
    int heightPx,
    int durationMs,
    @Schema(description = "Frames sampled per second; 0 until analysed.") double sampleHz,
    @Schema(description = "Start of the next part; null at the end of the video.") Integer nextMs,
    @Schema(description = "Time of each frame in the video, in milliseconds.")
        List<Integer> timesMs,
    @Schema(
            description =
                "The result of each frame, a letter each: O observed, L low quality, N no face, "
                    + "U undecodable, F frozen: the camera shows one frame for seconds.")
        String outcomes,
    @Schema(description = "Why the face was not used, by time in milliseconds.")
        Map<Integer, QualityReason> reasons,
    @Schema(description = "The viewer's face: left, top, width and height in pixels, or null.")
        List<int[]> boxes,
    @Schema(description = "Other faces by time in milliseconds.") Map<Integer, List<int[]>> others,
    @Schema(description = "Probabilities in thousandths; null unless observed.")
        Map<Emotion, List<Integer>> emotions,
    @Schema(
            description =
                "Strength of each movement of the face in thousandths; null unless observed, and from a model"
                    + " that knows no movements.")
        Map<FaceMovement, List<Integer>> movements,
    @Schema(description = "In thousandths, -1000 to 1000; null unless observed.")
        List<Integer> valence,
    @Schema(description = "In thousandths, -1000 to 1000; null unless observed.")
        List<Integer> arousal) {
  private static final int THOUSANDTHS = 1000;

  static FramesView of(ViewingFrames stretch) {
    List<ViewingFrame> frames = stretch.frames();
    Map<Emotion, List<Integer>> emotions = new LinkedHashMap<>();
    for (Emotion emotion : Emotion.values()) {
      emotions.put(emotion, thousandths(frames, scores -> scores.probability(emotion)));
    }
    return new FramesView(
        stretch.widthPx(),
        stretch.heightPx(),
        stretch.durationMs(),
        stretch.sampleHz(),
        stretch.nextMs(),
        column(frames, ViewingFrame::mediaTimeMs),
        letters(frames),
        reasons(frames),
        column(frames, frame -> frame.box() == null ? null : pixels(frame.box())),
        others(frames),
        emotions,
        movements(frames),
        thousandths(frames, EmotionScores::valence),
        thousandths(frames, EmotionScores::arousal));
  }

  private static Map<FaceMovement, List<Integer>> movements(List<ViewingFrame> frames) {
    Map<FaceMovement, List<Integer>> movements = new LinkedHashMap<>();
    for (FaceMovement movement : FaceMovement.values()) {
      movements.put(
          movement,
          column(
              frames,
              frame ->
                  frame.scores() == null || frame.scores().movements() == null
                      ? null
                      : rounded(frame.scores().movements().strength(movement))));
    }
    return movements;
  }

  private static Integer rounded(double value) {
    return (int) Math.round(THOUSANDTHS * value);
  }

  private static <T> List<T> column(List<ViewingFrame> frames, Function<ViewingFrame, T> value) {
    return frames.stream().map(value).toList();
  }

  private static String letters(List<ViewingFrame> frames) {
    StringBuilder letters = new StringBuilder();
    frames.forEach(frame -> letters.append(letter(frame.outcome())));
    return letters.toString();
  }

  private static char letter(FrameOutcome outcome) {
    return outcome.name().charAt(0);
  }

  private static Map<Integer, QualityReason> reasons(List<ViewingFrame> frames) {
    Map<Integer, QualityReason> reasons = new LinkedHashMap<>();
    frames.stream()
        .filter(frame -> frame.reason() != null)
        .forEach(frame -> reasons.put(frame.mediaTimeMs(), frame.reason()));
    return reasons;
  }

  private static Map<Integer, List<int[]>> others(List<ViewingFrame> frames) {
    Map<Integer, List<int[]>> others = new LinkedHashMap<>();
    frames.stream()
        .filter(frame -> !frame.others().isEmpty())
        .forEach(
            frame ->
                others.put(
                    frame.mediaTimeMs(), frame.others().stream().map(FramesView::pixels).toList()));
    return others;
  }

  private static int[] pixels(FaceBox box) {
    float[] sides = {box.xPx(), box.yPx(), box.widthPx(), box.heightPx()};
    int[] whole = new int[sides.length];
    Arrays.setAll(whole, i -> Math.round(sides[i]));
    return whole;
  }

  private static List<Integer> thousandths(
      List<ViewingFrame> frames, ToDoubleFunction<EmotionScores> value) {
    return column(
        frames,
        frame -> frame.scores() == null ? null : rounded(value.applyAsDouble(frame.scores())));
  }
}
