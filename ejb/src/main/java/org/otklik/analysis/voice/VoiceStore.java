package org.otklik.analysis.voice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.otklik.analysis.group.ViewerSegment;
import org.otklik.analysis.run.UsedModel;
import org.otklik.emotion.EmotionGroup;
import org.otklik.json.StoredJson;
import org.otklik.voice.HeardVoice;
import org.otklik.voice.VoiceFinding;
import org.otklik.voice.VoiceScores;
import org.otklik.voice.VoiceSecond;
import org.otklik.voice.VoiceVote;
import org.otklik.voice.VoiceWindow;

/** The rows of {@code core.voice_analysis}, {@code core.voice_window}, {@code agg.voice_second}. */
@ApplicationScoped
class VoiceStore {
  private static final List<String> TABLES =
      List.of("core.voice_window", "agg.voice_second", "core.voice_analysis");

  private static final String INSERT_WINDOW =
      """
      insert into core.voice_window (analysis_run_id, start_ms, speech_share, creative_share,
          angry_probability, sad_probability, neutral_probability, positive_probability,
          agitated_probability, agitation)
      values (:run_id, :start_ms, :speech_share, :creative_share,
          :angry, :sad, :neutral, :positive, :agitated, :agitation)
      """;

  private static final String INSERT_SECOND =
      """
      insert into agg.voice_second (analysis_run_id, second_no, heard_share, state,
          angry_probability, sad_probability, neutral_probability, positive_probability, agitation,
          is_in_creative)
      values (:run_id, :second_no, :heard_share, :state,
          :angry, :sad, :neutral, :positive, :agitation, :is_in_creative)
      """;

  private static final String NEWEST =
      """
      select run.id, run.frames_deleted_at is not null as is_deleted, voice.finding,
          voice.model_name, voice.speech_ms, voice.creative_ms
      from core.analysis_run as run
      join core.voice_analysis as voice on voice.analysis_run_id = run.id
      where run.id = (
          select max(newest.id) from core.analysis_run as newest
          where newest.recording_id = :recording_id and newest.state = 'COMPLETED')
      """;

  private static final String VOTES =
      """
      select recording.viewer_id, second.second_no, second.state, second.agitation
      from agg.viewing
      join core.recording on recording.id = viewing.recording_id
      join agg.voice_second as second on second.analysis_run_id = viewing.analysis_run_id
      join core.viewer on viewer.id = recording.viewer_id
      where recording.creative_id = :creative_id and viewing.is_counted
          and second.is_in_creative and second.state is not null
          and :rest <> (
              select coalesce(bool_and(coalesce(one_of.value @> to_jsonb(viewer.segments ->> one_of.key), false)), true)
              from jsonb_each(:segment::jsonb) as one_of)
      order by second.second_no, recording.id
      """;

  @Inject private Jdbi jdbi;

  /** Instead of what was stored of the run before: a step may run twice. */
  void replace(
      long runId, HeardVoice voice, String modelName, String modelSha256, int creativeSeconds) {
    jdbi.useHandle(
        handle -> {
          for (String table : TABLES) {
            handle
                .createUpdate("delete from " + table + " where analysis_run_id = :run_id")
                .bind("run_id", runId)
                .execute();
          }
          handle
              .createUpdate(
                  """
                  insert into core.voice_analysis (analysis_run_id, finding, model_name,
                      model_sha256, speech_ms, creative_ms)
                  values (:run_id, :finding, :model_name, :model_sha256, :speech_ms, :creative_ms)
                  """)
              .bind("run_id", runId)
              .bind("finding", voice.finding().name())
              .bind("model_name", modelName)
              .bind("model_sha256", modelSha256)
              .bind("speech_ms", voice.speechMs())
              .bind("creative_ms", voice.creativeMs())
              .execute();
          writeWindows(handle, runId, voice.windows());
          writeSeconds(handle, runId, voice.seconds(), creativeSeconds);
        });
  }

  private static void writeWindows(Handle handle, long runId, List<VoiceWindow> windows) {
    PreparedBatch batch = handle.prepareBatch(INSERT_WINDOW);
    for (VoiceWindow window : windows) {
      batch
          .bind("run_id", runId)
          .bind("start_ms", window.startMs())
          .bind("speech_share", window.speechShare())
          .bind("creative_share", window.creativeShare())
          .bind("agitated", of(window.scores(), VoiceScores::agitated))
          .bind("agitation", window.agitation());
      bind(batch, window.scores()).add();
    }
    execute(batch);
  }

  private static void writeSeconds(
      Handle handle, long runId, List<VoiceSecond> seconds, int creativeSeconds) {
    PreparedBatch batch = handle.prepareBatch(INSERT_SECOND);
    for (VoiceSecond second : seconds) {
      batch
          .bind("run_id", runId)
          .bind("second_no", second.second())
          .bind("heard_share", second.heardShare())
          .bind("state", second.state() == null ? null : second.state().name())
          .bind("agitation", second.agitation())
          .bind("is_in_creative", second.second() >= 0 && second.second() < creativeSeconds);
      bind(batch, second.scores()).add();
    }
    execute(batch);
  }

  private static PreparedBatch bind(PreparedBatch batch, VoiceScores scores) {
    return batch
        .bind("angry", of(scores, VoiceScores::angry))
        .bind("sad", of(scores, VoiceScores::sad))
        .bind("neutral", of(scores, VoiceScores::neutral))
        .bind("positive", of(scores, VoiceScores::positive));
  }

  private static Double of(VoiceScores scores, Function<VoiceScores, Double> value) {
    return scores == null ? null : value.apply(scores);
  }

  private static void execute(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /** By the newest completed run; empty where it did not listen. */
  Optional<ViewingVoice> newest(long recordingId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(NEWEST)
                .bind("recording_id", recordingId)
                .map(
                    (row, context) ->
                        new ViewingVoice(
                            VoiceFinding.valueOf(row.getString("finding")),
                            row.getString("model_name"),
                            row.getInt("speech_ms"),
                            row.getInt("creative_ms"),
                            row.getBoolean("is_deleted"),
                            windows(handle, row.getLong("id"))))
                .findOne());
  }

  private static List<VoiceWindow> windows(Handle handle, long runId) {
    return handle
        .createQuery(
            "select * from core.voice_window where analysis_run_id = :run_id order by start_ms")
        .bind("run_id", runId)
        .map((row, context) -> window(row))
        .list();
  }

  private static VoiceWindow window(ResultSet row) throws SQLException {
    Float angry = row.getObject("angry_probability", Float.class);
    Float agitation = row.getObject("agitation", Float.class);
    return new VoiceWindow(
        row.getInt("start_ms"),
        row.getFloat("speech_share"),
        row.getFloat("creative_share"),
        angry == null
            ? null
            : new VoiceScores(
                angry,
                row.getFloat("sad_probability"),
                row.getFloat("neutral_probability"),
                row.getFloat("positive_probability"),
                row.getFloat("agitated_probability")),
        agitation == null ? null : agitation.doubleValue());
  }

  /** That classified what is heard in the creative's counted viewings. */
  List<UsedModel> models(long creativeId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select distinct voice.model_name, voice.model_sha256
                    from agg.viewing
                    join core.recording on recording.id = viewing.recording_id
                    join core.voice_analysis as voice
                        on voice.analysis_run_id = viewing.analysis_run_id
                    where recording.creative_id = :creative_id and viewing.is_counted
                        and voice.finding = 'HEARD'
                    order by 1, 2
                    """)
                .bind("creative_id", creativeId)
                .map(
                    (row, context) ->
                        new UsedModel(row.getString("model_name"), row.getString("model_sha256")))
                .list());
  }

  /** Of the creative's counted viewings of a segment, in the seconds in which a voice is heard. */
  List<VoiceVote> votes(long creativeId, ViewerSegment segment) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(VOTES)
                .bind("creative_id", creativeId)
                .bind("segment", StoredJson.write(segment.values()))
                .bind("rest", segment.rest())
                .map(
                    (row, context) ->
                        new VoiceVote(
                            row.getLong("viewer_id"),
                            row.getInt("second_no"),
                            EmotionGroup.valueOf(row.getString("state")),
                            row.getObject("agitation", Double.class)))
                .list());
  }
}
