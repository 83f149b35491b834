package org.otklik.analysis.viewing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.otklik.analysis.run.RunSettings;
import org.otklik.analysis.run.RunState;
import org.otklik.metric.ExclusionReason;
import org.otklik.metric.QualityGrade;
import org.otklik.metric.ResponseType;
import org.otklik.problem.ProblemCode;
import org.otklik.recording.RecordingSource;
import org.otklik.recording.RecordingStart;
import org.otklik.timeline.BaselineState;
import org.otklik.video.VideoCondition;

/**
 * A recording with the state of its analysis and, once analysed, its outcome.
 *
 * @param progress how much of the video is analysed, 0..1
 * @param failureCode why the analysis failed; null unless FAILED
 * @param outcome null until analysed
 * @param reason null unless EXCLUDED
 * @param turnDegrees clockwise turn that makes its frames upright; null unless NOT_UPRIGHT
 * @param baseline null until analysed, and where that failed
 * @param verdict the analyst's that holds, which the outcome may still have to follow
 * @param verdictNote why, in the analyst's words; may be null
 * @param start when the creative begins in it
 * @param video whether browsers can play it
 * @param videoDeletedAt when retention deleted it; null while it is there
 * @param framesDeletedAt when retention deleted its frames; null while they are there
 * @param soundChannels of each of its sound tracks
 * @param source how it came
 */
public record ViewingView(
    UUID recordingId,
    String viewerCode,
    Map<String, String> segments,
    int durationMs,
    RunState state,
    double progress,
    ProblemCode failureCode,
    int framesSampled,
    ResponseType outcome,
    ExclusionReason reason,
    double observedSeconds,
    double positiveSeconds,
    double negativeSeconds,
    double coverage,
    Double attention,
    Integer turnDegrees,
    RunSettings settings,
    BaselineState baseline,
    Decision verdict,
    String verdictNote,
    Instant uploadedAt,
    RecordingStart start,
    VideoCondition video,
    Instant videoDeletedAt,
    Instant framesDeletedAt,
    List<Integer> soundChannels,
    RecordingSource source) {

  /** Whether its figures are known: where the analysis failed nothing was looked at. */
  public boolean isObserved() {
    return outcome != null && reason != ExclusionReason.ANALYSIS_FAILED;
  }

  /**
   * How far the viewing can be relied on; null where nothing was observed to tell from.
   *
   * @param coverageLimit below which a viewing does not count, 0..1
   */
  public QualityGrade grade(double coverageLimit) {
    return isObserved() ? QualityGrade.of(coverage, attention, coverageLimit) : null;
  }
}
