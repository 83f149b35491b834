package org.otklik.web.study;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.study.Study;
import org.otklik.study.capture.Capture;
import org.otklik.study.capture.CaptureState;
import org.otklik.study.participation.Participation;
import org.otklik.study.participation.ParticipationState;

/** How far a viewer has come, and what is next. */
@Schema(name = "Participation")
public record ParticipationView(
    ParticipationState state,
    String language,
    @Schema(description = "To quote when asking about the recording; null before the first one.")
        String viewer,
    @Schema(description = "In the order in which this viewer sees them.") List<Shown> creatives,
    boolean asksNps,
    boolean asksCsat,
    List<AskedQuestionView> questions,
    @Schema(description = "Whether the questions before the creatives are answered.")
        boolean isAnswered,
    @Schema(description = "Where to go by now; null for nowhere.") String returnUrl) {

  /** A creative to watch. */
  @Schema(name = "CreativeShown")
  public record Shown(UUID id, int durationMs, int widthPx, int heightPx, boolean isWatched) {}

  static ParticipationView of(Participation one, List<Capture> captures) {
    Set<UUID> watched =
        captures.stream()
            .filter(capture -> capture.state() == CaptureState.TAKEN)
            .map(capture -> capture.creative().publicId())
            .collect(Collectors.toSet());
    Study study = one.study();
    return new ParticipationView(
        one.state(),
        one.language(),
        one.viewer() == null ? null : one.viewerCode(),
        one.creatives().stream()
            .map(
                creative ->
                    new Shown(
                        creative.publicId(),
                        creative.durationMs(),
                        creative.widthPx(),
                        creative.heightPx(),
                        watched.contains(creative.publicId())))
            .toList(),
        study.asksNps(),
        study.asksCsat(),
        AskedQuestionView.of(study.questions()),
        one.isAnswered(),
        returnUrl(one));
  }

  private static String returnUrl(Participation one) {
    Study study = one.study();
    return switch (one.state()) {
      case COMPLETED -> filled(study.completedUrl(), one.parameters());
      case FULL -> filled(study.fullUrl(), one.parameters());
      case DECLINED, TOO_YOUNG, NO_CAMERA -> filled(study.screenedOutUrl(), one.parameters());
      default -> null;
    };
  }

  /** What the panel's link brought stands in for {@code {name}}; what it did not bring is empty. */
  static String filled(String address, Map<String, String> parameters) {
    if (address == null) {
      return null;
    }
    String filled = address;
    for (Map.Entry<String, String> one : parameters.entrySet()) {
      filled =
          filled.replace(
              "{" + one.getKey() + "}", URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8));
    }
    return filled.replaceAll("\\{[^{}]*\\}", "");
  }
}
