package org.otklik.web.creative;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.voice.CreativeVoice;
import org.otklik.voice.VoiceCurve;
import org.otklik.voice.VoiceSummary;

/** The voices of a creative's viewers, in columns as the curve. */
@Schema(
    name = "CreativeVoice",
    description =
        "The voices of a creative's viewers, where its campaign has them analysed. Lists have an"
            + " entry for each second of the creative; a viewer who is not heard is missing, not"
            + " neutral.")
public record CreativeVoiceView(
    @Schema(description = "Viewers with an included viewing of whom anything is heard.")
        int viewers,
    @Schema(description = "Seconds with fewer viewers than this are uncertain.") int minGroupSize,
    @Schema(
            description =
                "Viewers heard in each second; a viewer with several recordings counts once.")
        List<Integer> n,
    @Schema(description = "Share of them with a positive voice, 0..1; Wilson confidence interval.")
        LineView positive,
    @Schema(description = "Share of them with an angry or sad voice.") LineView negative,
    @Schema(
            description =
                "Mean, -1..1, each less the speaker's own median; Student's confidence interval.")
        LineView agitation) {

  static CreativeVoiceView of(CreativeVoice voice, int creativeSeconds) {
    List<VoiceCurve.Second> seconds =
        new ArrayList<>(Collections.nCopies(creativeSeconds, (VoiceCurve.Second) null));
    voice.seconds().forEach(second -> seconds.set(second.second(), second));
    return new CreativeVoiceView(
        voice.summary().map(VoiceSummary::viewers).orElse(0),
        voice.leastViewers(),
        seconds.stream().map(second -> second == null ? 0 : second.n()).toList(),
        LineView.ofShares(seconds, second -> second == null ? null : second.positive()),
        LineView.ofShares(seconds, second -> second == null ? null : second.negative()),
        LineView.ofMeans(seconds, second -> second == null ? null : second.agitation()));
  }
}
