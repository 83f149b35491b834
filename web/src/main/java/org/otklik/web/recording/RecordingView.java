package org.otklik.web.recording;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.run.RunState;
import org.otklik.analysis.viewing.Decision;
import org.otklik.analysis.viewing.ViewingView;
import org.otklik.metric.ExclusionReason;
import org.otklik.metric.ResponseType;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemSentences;
import org.otklik.recording.RecordingSource;
import org.otklik.timeline.BaselineState;
import org.otklik.web.creative.EmotionMap;
import org.otklik.web.video.VideoView;

/** A recording with the state of its analysis and its outcome. */
@Schema(name = "Recording")
public record RecordingView(
    UUID id,
    @Schema(description = "The viewer's pseudonym.") String viewer,
    Map<String, String> segments,
    int durationMs,
    RunState state,
    @Schema(description = "How much of the video is analysed, 0..1.") double progress,
    @Schema(description = "Why the analysis failed; null unless FAILED.") ProblemCode failureCode,
    @Schema(description = "The same in the caller's language.") String failure,
    int framesSampled,
    @Schema(description = "Null until analysed.") ResponseType response,
    @Schema(description = "Null unless EXCLUDED.") ExclusionReason exclusionReason,
    double observedSeconds,
    double positiveSeconds,
    double negativeSeconds,
    @Schema(description = "Observed part of the creative, 0..1.") double coverage,
    @Schema(description = "Share of the seconds with the face turned to the screen, 0..1.")
        Double attention,
    @Schema(
            description =
                "Clockwise turn that makes its frames upright, for a new analysis; null unless"
                    + " NOT_UPRIGHT.")
        Integer turnDegrees,
    RunSettingsView settings,
    @Schema(
            description =
                "State of the viewer baseline; TOO_SHORT: observed too little to find it, so "
                    + "uncorrected. Null until analysed.")
        BaselineState baseline,
    @Schema(
            description =
                "What an analyst decided; the response follows once the creative is settled.")
        Decision decision,
    Instant uploadedAt,
    StartView start,
    VideoView video,
    @Schema(description = "When retention deleted the video; null while it is there.")
        Instant videoDeletedAt,
    @Schema(
            description =
                "When retention deleted the rows of frames; null while they are there. Seconds and"
                    + " figures stay.")
        Instant framesDeletedAt,
    @Schema(description = "Channels of each sound track of the file.") List<Integer> soundChannels,
    @Schema(description = "LIVE_SHOWING: scores only, there never was a video.")
        RecordingSource source) {

  static RecordingView of(ViewingView viewing, Locale locale) {
    ProblemCode failure = viewing.failureCode();
    return new RecordingView(
        viewing.recordingId(),
        viewing.viewerCode(),
        viewing.segments(),
        viewing.durationMs(),
        viewing.state(),
        EmotionMap.rounded(viewing.progress()),
        failure,
        failure == null ? null : ProblemSentences.of(failure, locale, List.of()),
        viewing.framesSampled(),
        viewing.outcome(),
        viewing.reason(),
        viewing.observedSeconds(),
        viewing.positiveSeconds(),
        viewing.negativeSeconds(),
        EmotionMap.rounded(viewing.coverage()),
        EmotionMap.rounded(viewing.attention()),
        viewing.turnDegrees(),
        RunSettingsView.of(viewing.settings()),
        viewing.baseline(),
        viewing.verdict(),
        viewing.uploadedAt(),
        StartView.of(viewing.start()),
        VideoView.of(viewing.video()),
        viewing.videoDeletedAt(),
        viewing.framesDeletedAt(),
        viewing.soundChannels(),
        viewing.source());
  }
}
