package org.otklik.web.call;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.course.CourseOfCall;
import org.otklik.analysis.course.FusionState;
import org.otklik.call.CallMoment;
import org.otklik.call.CourseSecond;
import org.otklik.call.GroupProbabilities;
import org.otklik.call.PeakAndEnd;
import org.otklik.emotion.EmotionGroup;
import org.otklik.web.creative.EmotionMap;

/** The course of a call by columns: every list of seconds has one entry a known second. */
@Schema(name = "CallCourse")
public record CallCourseView(
    @Schema(
            description =
                "FUSED, or why face and voice are not known together: NOT_ANALYSED, VOICE_OFF (the"
                    + " campaign did not ask for voices), VOICE_MISSING (see the recording's voice),"
                    + " APART (never in the same second).")
        FusionState fusion,
    @Schema(description = "Whole seconds since the call began.") List<Integer> seconds,
    @Schema(
            description =
                "Tone of the face, in thousandths, -1000 to 1000: probability of a positive"
                    + " expression less that of a negative one; null where it is not known.")
        List<Integer> face,
    @Schema(description = "Likewise of the voice.") List<Integer> voice,
    @Schema(description = "Likewise of both together; null unless both are known.")
        List<Integer> both,
    @Schema(description = "The likeliest of both together; null unless both are known.")
        List<EmotionGroup> states,
    @Schema(description = "Weight of the face in both, in thousandths.") List<Integer> faceWeights,
    List<MomentView> moments,
    @Schema(description = "Null where the face is seen for less than 15 seconds.")
        PeakAndEndView facePeakAndEnd,
    @Schema(description = "Null where the voice is heard for less than 15 seconds.")
        PeakAndEndView voicePeakAndEnd) {

  /** Expression and voice, not an inner state. */
  @Schema(name = "CallMoment")
  public record MomentView(
      CallMoment.Kind kind,
      @Schema(description = "Its first second.") int fromSecond,
      @Schema(description = "The second behind its last one.") int untilSecond,
      @Schema(description = "Of its strongest second, 0..1.") double strength) {}

  /** How a call began, was at its worst and ended. */
  @Schema(name = "CallPeakAndEnd")
  public record PeakAndEndView(
      @Schema(description = "Tone of the first tenth, -1..1.") double beginning,
      @Schema(description = "Lowest tone of five neighbouring seconds.") double worst,
      int worstSecond,
      @Schema(description = "Tone of the last tenth.") double end,
      @Schema(description = "Seconds that are known.") int seconds) {

    private static PeakAndEndView of(PeakAndEnd found) {
      return new PeakAndEndView(
          EmotionMap.rounded(found.beginning()),
          EmotionMap.rounded(found.worst()),
          found.worstSecond(),
          EmotionMap.rounded(found.end()),
          found.seconds());
    }
  }

  static CallCourseView of(CourseOfCall call) {
    List<CourseSecond> seconds = call.course().seconds();
    return new CallCourseView(
        call.fusion(),
        seconds.stream().map(CourseSecond::second).toList(),
        tones(seconds, CourseSecond::face),
        tones(seconds, CourseSecond::voice),
        tones(seconds, CourseSecond::fused),
        seconds.stream()
            .map(second -> second.fused() == null ? null : second.fused().state())
            .toList(),
        seconds.stream()
            .map(second -> second.faceWeight() == null ? null : thousandths(second.faceWeight()))
            .toList(),
        call.course().moments().stream()
            .map(
                moment ->
                    new MomentView(
                        moment.kind(),
                        moment.fromSecond(),
                        moment.untilSecond(),
                        EmotionMap.rounded(moment.strength())))
            .toList(),
        peakAndEnd(call.face()),
        peakAndEnd(call.voice()));
  }

  private static PeakAndEndView peakAndEnd(Optional<PeakAndEnd> found) {
    return found.map(PeakAndEndView::of).orElse(null);
  }

  private static List<Integer> tones(
      List<CourseSecond> seconds, Function<CourseSecond, GroupProbabilities> side) {
    return seconds.stream()
        .map(side)
        .map(known -> known == null ? null : thousandths(known.tone()))
        .toList();
  }

  private static int thousandths(double value) {
    return (int) Math.round(1000 * value);
  }
}
