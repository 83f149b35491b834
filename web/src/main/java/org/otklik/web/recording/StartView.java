package org.otklik.web.recording;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.recording.RecordingStart;
import org.otklik.recording.StartMethod;
import org.otklik.sound.SoundFinding;
import org.otklik.web.creative.EmotionMap;

/** When a creative begins in a recording. */
@Schema(name = "RecordingStart")
public record StartView(
    @Schema(
            description =
                "Where it is known from: a study's player, the uploader, the creative's sound; or"
                    + " ASSUMED to begin with the recording.")
        StartMethod method,
    @Schema(
            description =
                "Time in the recording, in milliseconds; negative where the recording began later.")
        int startMs,
    @Schema(
            description =
                "What came of listening for the creative's sound; null where nobody listened.")
        SoundFinding finding,
    @Schema(description = "How far the best place stands above all others, in standard deviations.")
        Double score,
    @Schema(description = "Pieces of the creative that have sound and lie in the recording.")
        Integer pieces,
    @Schema(description = "Those of them that are heard where the others say.") Integer heardPieces,
    @Schema(description = "By how many millionths the recording's clock is faster.")
        Double driftPpm) {

  static StartView of(RecordingStart start) {
    return new StartView(
        start.method(),
        start.startMs(),
        start.finding(),
        EmotionMap.rounded(start.score()),
        start.pieces(),
        start.heardPieces(),
        EmotionMap.rounded(start.driftPpm()));
  }
}
