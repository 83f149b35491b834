package org.otklik.analysis.viewing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.otklik.analysis.run.AnalysisRun;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.track.ViewerChoice;

/** Which face is the viewer's: what is asked, and what analysts have said. */
@ApplicationScoped
public class FaceQuestionStore {
  private static final String OF_RUN =
      """
      from core.analysis_run as run
      join core.frame_observation as frame
          on frame.analysis_run_id = run.id and frame.run_month = run.queued_month
      """;

  /** The face where the newest choice says, in the frame nearest to its time. */
  private static final String CHOSEN_TRACK =
      """
      with choice as (
          select media_time_ms, x_px, y_px, is_one_person
          from core.face_choice
          where recording_id = :recording_id
          order by id desc
          limit 1
      )
      select frame.face_track, choice.is_one_person
      """
          + OF_RUN
          + """
          join choice
              on choice.x_px between box_x_px and box_x_px + box_width_px
              and choice.y_px between box_y_px and box_y_px + box_height_px
              and abs(frame.media_time_ms - choice.media_time_ms) <= 1000
          where run.id = :run_id and frame.face_track > 0
          order by abs(frame.media_time_ms - choice.media_time_ms), box_width_px
          limit 1
          """;

  /** Of a face the frame in the middle of those that show it. */
  private static final String INSERT_FACE =
      """
      insert into agg.face_question (analysis_run_id, face_no, may_be_one, media_time_ms,
          box_x_px, box_y_px, box_width_px, box_height_px)
      select run.id, :face_no, :may_be_one, media_time_ms, box_x_px, box_y_px, box_width_px, box_height_px
      """
          + OF_RUN
          + """
          where run.id = :run_id and face_track = any (:tracks)
          order by media_time_ms
          offset (
              select count(*) / 2
          """
          + OF_RUN
          + """
              where run.id = :run_id and face_track = any (:tracks)
          )
          limit 1
          """;

  @Inject private Jdbi jdbi;

  /**
   * The face that an analyst has said is the viewer's.
   *
   * @param track its track in the run that is judged
   * @param isOnePerson whether the faces that follow one another there are one person, however
   *     unlike they look
   */
  record ChosenFace(int track, boolean isOnePerson) {}

  /** The face, by its track in this run, that an analyst has said is the viewer's. */
  Optional<ChosenFace> chosenFace(AnalysisRun run) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(CHOSEN_TRACK)
                .bind("recording_id", run.recording().id())
                .bind("run_id", run.id())
                .map(
                    (row, context) ->
                        new ChosenFace(row.getInt("face_track"), row.getBoolean("is_one_person")))
                .findOne());
  }

  /** Asks about the likeliest face and its rival, if there is anything to ask. */
  void replaceQuestion(long runId, ViewerChoice choice, boolean isAsked) {
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate("delete from agg.face_question where analysis_run_id = :run_id")
              .bind("run_id", runId)
              .execute();
          if (isAsked) {
            insert(handle, runId, 1, choice.viewer(), choice.mayBeOne());
            insert(handle, runId, 2, choice.rival(), choice.mayBeOne());
          }
        });
  }

  private static void insert(
      Handle handle, long runId, int number, Set<Integer> tracks, boolean mayBeOne) {
    handle
        .createUpdate(INSERT_FACE)
        .bind("run_id", runId)
        .bind("face_no", number)
        .bind("may_be_one", mayBeOne)
        .bindArray("tracks", Integer.class, tracks)
        .execute();
  }

  /** The faces that are asked about, of the run that counts; none where it is clear. */
  public List<ShownFace> faces(long recordingId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select question.*
                    from agg.viewing
                    join agg.face_question as question using (analysis_run_id)
                    where viewing.recording_id = :recording_id
                        and viewing.exclusion_reason in ('SEVERAL_FACES', 'NOT_UPRIGHT')
                    order by face_no
                    """)
                .bind("recording_id", recordingId)
                .map(
                    (row, context) ->
                        new ShownFace(
                            row.getInt("media_time_ms"),
                            new FaceBox(
                                row.getFloat("box_x_px"),
                                row.getFloat("box_y_px"),
                                row.getFloat("box_width_px"),
                                row.getFloat("box_height_px")),
                            row.getBoolean("may_be_one")))
                .list());
  }

  public void store(long recordingId, FaceChoiceRequest choice, long userId) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into core.face_choice (recording_id, media_time_ms, x_px, y_px, is_one_person, chosen_by)
                    values (:recording_id, :media_time_ms, :x_px, :y_px, :is_one_person, :chosen_by)
                    """)
                .bind("recording_id", recordingId)
                .bind("media_time_ms", choice.mediaTimeMs())
                .bind("x_px", choice.xPx())
                .bind("y_px", choice.yPx())
                .bind("is_one_person", choice.saysOnePerson())
                .bind("chosen_by", userId)
                .execute());
  }
}
