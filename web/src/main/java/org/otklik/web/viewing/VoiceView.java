package org.otklik.web.viewing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.voice.ViewingVoice;
import org.otklik.emotion.EmotionGroup;
import org.otklik.voice.VoiceFinding;
import org.otklik.voice.VoiceScores;
import org.otklik.voice.VoiceWindow;

/** A voice by columns: every list has one entry a window of three seconds. */
@Schema(name = "Voice")
public record VoiceView(
    @Schema(description = "What came of listening; null where nobody listened.")
        VoiceFinding finding,
    @Schema(description = "Model that classified the voice.") String model,
    @Schema(description = "For how long somebody speaks and the creative does not.") int speechMs,
    @Schema(description = "For how long the creative speaks and is or may be heard: set aside.")
        int creativeMs,
    @Schema(description = "Whether retention deleted the windows.") boolean deleted,
    @Schema(description = "Start of each window in the video, in milliseconds.")
        List<Integer> timesMs,
    @Schema(description = "Part of each window in which somebody speaks, in thousandths.")
        List<Integer> speech,
    @Schema(description = "Part of each window in which the creative speaks, in thousandths.")
        List<Integer> creative,
    @Schema(
            description =
                "POSITIVE, NEGATIVE (angry or sad) or NEUTRAL; null where too little is spoken.")
        List<EmotionGroup> states,
    @Schema(
            description =
                "Probabilities in thousandths by angry, sad, neutral and positive; null where too"
                    + " little is spoken.")
        Map<String, List<Integer>> probabilities,
    @Schema(
            description =
                "Less the speaker's own median, in thousandths, -1000 to 1000; null where it is"
                    + " not known.")
        List<Integer> agitation) {
  static final VoiceView NONE =
      new VoiceView(
          null, null, 0, 0, false, List.of(), List.of(), List.of(), List.of(), Map.of(), List.of());

  static VoiceView of(ViewingVoice voice) {
    List<VoiceWindow> windows = voice.windows();
    Map<String, List<Integer>> probabilities = new LinkedHashMap<>();
    probabilities.put("angry", column(windows, VoiceScores::angry));
    probabilities.put("sad", column(windows, VoiceScores::sad));
    probabilities.put("neutral", column(windows, VoiceScores::neutral));
    probabilities.put("positive", column(windows, VoiceScores::positive));
    return new VoiceView(
        voice.finding(),
        voice.model(),
        voice.speechMs(),
        voice.creativeMs(),
        voice.isDeleted(),
        windows.stream().map(VoiceWindow::startMs).toList(),
        windows.stream().map(window -> thousandths(window.speechShare())).toList(),
        windows.stream().map(window -> thousandths(window.creativeShare())).toList(),
        windows.stream()
            .map(window -> window.scores() == null ? null : window.scores().state())
            .toList(),
        probabilities,
        windows.stream()
            .map(window -> window.agitation() == null ? null : thousandths(window.agitation()))
            .toList());
  }

  private static List<Integer> column(
      List<VoiceWindow> windows, ToDoubleFunction<VoiceScores> value) {
    return windows.stream()
        .map(
            window ->
                window.scores() == null ? null : thousandths(value.applyAsDouble(window.scores())))
        .toList();
  }

  private static int thousandths(double value) {
    return (int) Math.round(1000 * value);
  }
}
