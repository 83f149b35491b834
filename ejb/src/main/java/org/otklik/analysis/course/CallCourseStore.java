package org.otklik.analysis.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.otklik.analysis.course.CourseCorrelation.Part;
import org.otklik.analysis.course.CourseCorrelation.Question;
import org.otklik.call.CallCourse;
import org.otklik.call.CallMoment;
import org.otklik.call.CourseSecond;
import org.otklik.call.GroupProbabilities;
import org.otklik.call.PeakAndEnd;
import org.otklik.emotion.EmotionGroup;
import org.otklik.voice.VoiceFinding;
import org.otklik.voice.VoiceScores;
import org.otklik.voice.VoiceSecond;

/** The rows of {@code agg.call_second}, {@code agg.call_moment}, {@code agg.call_course}. */
@ApplicationScoped
class CallCourseStore {
  private static final List<String> TABLES =
      List.of("agg.call_second", "agg.call_moment", "agg.call_course");

  /** As many as a small image has room for; of a short call its seconds. */
  private static final int MAX_PARTS = 40;

  private static final String INSERT_SECOND =
      """
      insert into agg.call_second (analysis_run_id, second_no, face_weight,
          positive_probability, neutral_probability, negative_probability, state)
      values (:run_id, :second_no, :face_weight, :positive, :neutral, :negative, :state)
      """;

  private static final String INSERT_MOMENT =
      """
      insert into agg.call_moment (analysis_run_id, kind, from_second, until_second, strength)
      values (:run_id, :kind, :from_second, :until_second, :strength)
      """;

  private static final String INSERT_COURSE =
      """
      insert into agg.call_course (analysis_run_id, side, beginning, worst, worst_second, ending,
          known_seconds, tones)
      values (:run_id, :side, :beginning, :worst, :worst_second, :ending, :known_seconds, :tones)
      """;

  private static final String GLANCES =
      """
      select recording.public_id, course.beginning, course.worst, course.worst_second,
          course.ending, course.tones,
          (select count(*) from agg.call_moment as moment
              where moment.analysis_run_id = run.id and moment.kind <> 'AGITATION') as disagreements,
          (select count(*) from agg.call_moment as moment
              where moment.analysis_run_id = run.id and moment.kind = 'AGITATION') as agitations
      from agg.call_course as course
      join core.analysis_run as run on run.id = course.analysis_run_id and run.is_current
      join core.recording on recording.id = run.recording_id
      join core.creative on creative.id = recording.creative_id
      where course.side = 'FACE' and creative.deleted_at is null
      """;

  private static final String ANSWERED =
      """
      select course.side, viewer.nps_answer, viewer.csat_answer,
          avg(course.beginning) as beginning, avg(course.worst) as worst,
          avg(course.ending) as ending
      from agg.call_course as course
      join agg.viewing on viewing.analysis_run_id = course.analysis_run_id and viewing.is_counted
      join core.recording on recording.id = viewing.recording_id
      join core.creative on creative.id = recording.creative_id
      join core.viewer on viewer.id = recording.viewer_id
      where creative.campaign_id = :campaign_id and creative.deleted_at is null
          and viewer.answered_at is not null
      group by viewer.id, course.side
      order by viewer.id
      """;

  @Inject private Jdbi jdbi;

  /** The newest completed run of a recording, and what it heard; null where it did not listen. */
  record ShownRun(long id, VoiceFinding voice) {}

  /** A customer's calls, on the mean, and answers; null where nothing was answered. */
  record AnsweredCourse(
      CourseSide side, Integer nps, Integer csat, double beginning, double worst, double end) {

    Integer answer(Question question) {
      return question == Question.NPS ? nps : csat;
    }

    double of(Part part) {
      return switch (part) {
        case BEGINNING -> beginning;
        case WORST -> worst;
        case END -> end;
      };
    }
  }

  void replace(long runId, CallCourse course, int callSeconds) {
    jdbi.useHandle(
        handle -> {
          int parts = Math.min(MAX_PARTS, callSeconds);
          for (String table : TABLES) {
            handle
                .createUpdate("delete from " + table + " where analysis_run_id = :run_id")
                .bind("run_id", runId)
                .execute();
          }
          writeSeconds(handle, runId, course);
          writeMoments(handle, runId, course);
          writeCourse(
              handle,
              runId,
              CourseSide.FACE,
              PeakAndEnd.ofFace(course),
              course.tones(CourseSecond::face, parts, callSeconds));
          writeCourse(
              handle,
              runId,
              CourseSide.VOICE,
              PeakAndEnd.ofVoice(course),
              course.tones(CourseSecond::voice, parts, callSeconds));
        });
  }

  private static void writeSeconds(Handle handle, long runId, CallCourse course) {
    PreparedBatch batch = handle.prepareBatch(INSERT_SECOND);
    for (CourseSecond second : course.seconds()) {
      GroupProbabilities fused = second.fused();
      if (fused != null) {
        batch
            .bind("run_id", runId)
            .bind("second_no", second.second())
            .bind("face_weight", second.faceWeight())
            .bind("positive", fused.positive())
            .bind("neutral", fused.neutral())
            .bind("negative", fused.negative())
            .bind("state", fused.state().name())
            .add();
      }
    }
    execute(batch);
  }

  private static void writeMoments(Handle handle, long runId, CallCourse course) {
    PreparedBatch batch = handle.prepareBatch(INSERT_MOMENT);
    for (CallMoment moment : course.moments()) {
      batch
          .bind("run_id", runId)
          .bind("kind", moment.kind().name())
          .bind("from_second", moment.fromSecond())
          .bind("until_second", moment.untilSecond())
          .bind("strength", moment.strength())
          .add();
    }
    execute(batch);
  }

  private static void execute(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static void writeCourse(
      Handle handle, long runId, CourseSide side, Optional<PeakAndEnd> found, List<Double> tones) {
    if (found.isEmpty()) {
      return;
    }
    PeakAndEnd course = found.get();
    handle
        .createUpdate(INSERT_COURSE)
        .bind("run_id", runId)
        .bind("side", side.name())
        .bind("beginning", course.beginning())
        .bind("worst", course.worst())
        .bind("worst_second", course.worstSecond())
        .bind("ending", course.end())
        .bind("known_seconds", course.seconds())
        .bindArray("tones", Double.class, tones)
        .execute();
  }

  Optional<ShownRun> newest(long recordingId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select run.id, voice.finding
                    from core.analysis_run as run
                    left join core.voice_analysis as voice on voice.analysis_run_id = run.id
                    where run.recording_id = :recording_id and run.state = 'COMPLETED'
                    order by run.id desc
                    limit 1
                    """)
                .bind("recording_id", recordingId)
                .map((row, context) -> shown(row))
                .findOne());
  }

  private static ShownRun shown(ResultSet row) throws SQLException {
    String finding = row.getString("finding");
    return new ShownRun(row.getLong("id"), finding == null ? null : VoiceFinding.valueOf(finding));
  }

  /** What is heard of a run's voice, second by second. */
  List<VoiceSecond> voices(long runId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select * from agg.voice_second where analysis_run_id = :run_id order by second_no
                    """)
                .bind("run_id", runId)
                .map((row, context) -> voice(row))
                .list());
  }

  /** How agitated it is altogether is not stored by seconds, and not asked for. */
  private static VoiceSecond voice(ResultSet row) throws SQLException {
    String state = row.getString("state");
    return new VoiceSecond(
        row.getInt("second_no"),
        row.getDouble("heard_share"),
        new VoiceScores(
            row.getDouble("angry_probability"),
            row.getDouble("sad_probability"),
            row.getDouble("neutral_probability"),
            row.getDouble("positive_probability"),
            0),
        state == null ? null : EmotionGroup.valueOf(state),
        row.getObject("agitation", Double.class));
  }

  List<CallGlance> glances(long campaignId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    GLANCES + " and creative.campaign_id = :campaign_id order by recording.id")
                .bind("campaign_id", campaignId)
                .map((row, context) -> glance(row))
                .list());
  }

  Map<UUID, CallGlance> glances(List<UUID> recordingIds) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(GLANCES + " and recording.public_id = any (:recording_ids)")
                .bindArray("recording_ids", UUID.class, recordingIds)
                .map((row, context) -> glance(row))
                .collect(Collectors.toMap(CallGlance::recordingId, Function.identity())));
  }

  private static CallGlance glance(ResultSet row) throws SQLException {
    return new CallGlance(
        row.getObject("public_id", UUID.class),
        row.getDouble("beginning"),
        row.getDouble("worst"),
        row.getInt("worst_second"),
        row.getDouble("ending"),
        Arrays.asList((Double[]) row.getArray("tones").getArray()),
        row.getInt("disagreements"),
        row.getInt("agitations"));
  }

  /** In the order of the customers' keys. */
  List<AnsweredCourse> answered(long campaignId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(ANSWERED)
                .bind("campaign_id", campaignId)
                .map((row, context) -> answeredCourse(row))
                .list());
  }

  private static AnsweredCourse answeredCourse(ResultSet row) throws SQLException {
    return new AnsweredCourse(
        CourseSide.valueOf(row.getString("side")),
        row.getObject("nps_answer", Integer.class),
        row.getObject("csat_answer", Integer.class),
        row.getDouble("beginning"),
        row.getDouble("worst"),
        row.getDouble("ending"));
  }
}
