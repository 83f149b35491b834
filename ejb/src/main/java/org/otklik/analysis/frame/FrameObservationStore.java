package org.otklik.analysis.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import org.otklik.timeline.FrameOutcome;
import org.otklik.timeline.FrameSample;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.face.TurnScores;
import org.otklik.vision.track.FacePatch;
import org.otklik.vision.track.FrameCut;
import org.otklik.vision.track.TrackedFace;

/** The rows of {@code core.frame_observation}. */
@ApplicationScoped
public class FrameObservationStore {
  /** A run's rows; by its month too, so that no other month is looked into. */
  private static final String OF_RUN =
      """
      from core.analysis_run as run
      join core.frame_observation as frame
          on frame.analysis_run_id = run.id and frame.run_month = run.queued_month
      where run.id = :run_id
      """;

  /** What each sampled frame says of the viewer. */
  private static final String SAMPLES =
      """
      with viewer_face as (
          select media_time_ms, result, %1$s, valence, arousal, %3$s,
              coalesce(is_attentive, result = 'OBSERVED') as is_attentive
          %2$s and face_track = any (:viewer_tracks)
      ),
      sampled as (
          select media_time_ms, bool_or(result = 'UNDECODABLE') as is_undecodable
          %2$s
          group by media_time_ms
      )
      select sampled.media_time_ms, %1$s, valence, arousal, %3$s,
          coalesce(viewer_face.is_attentive, false) as is_attentive,
          coalesce(viewer_face.result,
                   case when is_undecodable then 'UNDECODABLE' else 'NO_FACE' end) as result
      from sampled
      left join viewer_face on viewer_face.media_time_ms = sampled.media_time_ms
      order by sampled.media_time_ms
      """
          .formatted(EmotionColumns.LIST, OF_RUN, MovementColumns.LIST_OF_FRAMES);

  private static final String INSERT_TURNS =
      """
      insert into core.turn_check (
          analysis_run_id, media_time_ms, score_0, score_90, score_180, score_270)
      values (:run_id, :media_time_ms, :score_0, :score_90, :score_180, :score_270)
      on conflict (analysis_run_id, media_time_ms) do nothing
      """;

  private final Jdbi jdbi;

  /** For the container's proxy. */
  protected FrameObservationStore() {
    this(null);
  }

  @Inject
  public FrameObservationStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Where the run's rows are to lie; a month's first run makes the place. */
  public void makeRoom(long runId) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    select core.ensure_frame_month(queued_month)
                    from core.analysis_run
                    where id = :run_id
                    """)
                .bind("run_id", runId)
                .execute());
  }

  /**
   * Stores frames and how far the run has come. Idempotent: rows that are there already stay as
   * they are. The caller's transaction must end before the batch runtime stores its checkpoint. Its
   * commit does not wait for the disk: the checkpoint's, which follows in the same database, does,
   * so that rows are lost only together with the checkpoint that would have passed over them.
   *
   * @param frames in order of time
   */
  public void write(long runId, List<TrackedFrame> frames) {
    if (frames.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle -> {
          Update insert = handle.createUpdate(FrameRows.INSERT);
          new FrameRows(frames).bind(insert, runId);
          insert.execute();
          writeTurns(handle, runId, frames);
        });
  }

  private static void writeTurns(Handle handle, long runId, List<TrackedFrame> frames) {
    PreparedBatch batch = handle.prepareBatch(INSERT_TURNS);
    for (TrackedFrame frame : frames) {
      TurnScores turns = frame.observation().turns();
      if (turns != null) {
        batch
            .bind("run_id", runId)
            .bind("media_time_ms", frame.observation().mediaTimeMs())
            .bind("score_0", turns.asItIs())
            .bind("score_90", turns.right())
            .bind("score_180", turns.around())
            .bind("score_270", turns.left())
            .add();
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /** Of the frames of a run in which faces were looked for in all four turns; in order of time. */
  public List<TurnScores> turns(long runId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select score_0, score_90, score_180, score_270
                    from core.turn_check
                    where analysis_run_id = :run_id
                    order by media_time_ms
                    """)
                .bind("run_id", runId)
                .map(
                    (row, context) ->
                        new TurnScores(
                            row.getFloat("score_0"),
                            row.getFloat("score_90"),
                            row.getFloat("score_180"),
                            row.getFloat("score_270")))
                .list());
  }

  /** The faces of each track of a run: track to media time to face, both in order. */
  public SortedMap<Integer, SortedMap<Integer, TrackedFace>> faces(long runId) {
    SortedMap<Integer, SortedMap<Integer, TrackedFace>> faces = new TreeMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select face_track, media_time_ms, box_x_px, box_y_px, box_width_px,
                        box_height_px, coalesce(still_since_ms, media_time_ms) as still_since_ms,
                        recheck_score, encode(look, 'hex') as look
                    """
                        + OF_RUN
                        + "and face_track > 0")
                .bind("run_id", runId)
                .map((row, context) -> face(row))
                .forEach(
                    one ->
                        faces
                            .computeIfAbsent(one.track(), track -> new TreeMap<>())
                            .put(one.mediaTimeMs(), one.face())));
    return faces;
  }

  private record FaceRow(int track, int mediaTimeMs, TrackedFace face) {}

  private static FaceRow face(ResultSet row) throws SQLException {
    String look = row.getString("look");
    return new FaceRow(
        row.getInt("face_track"),
        row.getInt("media_time_ms"),
        new TrackedFace(
            new FaceBox(
                row.getFloat("box_x_px"),
                row.getFloat("box_y_px"),
                row.getFloat("box_width_px"),
                row.getFloat("box_height_px")),
            row.getInt("still_since_ms"),
            row.getObject("recheck_score", Float.class),
            look == null ? null : FacePatch.ofHex(look)));
  }

  /** Moments at which most of the picture changed at once, in order of time. */
  public List<FrameCut> cuts(long runId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    with sampled as (
                        select media_time_ms, max(changed_share) as changed_share
                    """
                        + OF_RUN
                        + """
                        group by media_time_ms
                    ),
                    pair as (
                        select lag(media_time_ms) over (order by media_time_ms) as before_ms,
                            media_time_ms, changed_share
                        from sampled
                    )
                    select before_ms, media_time_ms
                    from pair
                    where before_ms is not null and changed_share >= :min_changed_share
                    order by media_time_ms
                    """)
                .bind("run_id", runId)
                .bind("min_changed_share", FrameCut.MIN_CHANGED_SHARE)
                .map(
                    (row, context) ->
                        new FrameCut(row.getInt("before_ms"), row.getInt("media_time_ms")))
                .list());
  }

  /** Media times of a run's sampled frames, ascending. */
  public int[] timesMs(long runId) {
    return jdbi
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select distinct media_time_ms\n" + OF_RUN + "order by media_time_ms")
                    .bind("run_id", runId)
                    .mapTo(Integer.class)
                    .list())
        .stream()
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** What each sampled frame says of the viewer, whose tracks are given; in order of time. */
  public List<FrameSample> samples(long runId, Set<Integer> viewerTracks) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SAMPLES)
                .bind("run_id", runId)
                .bindArray("viewer_tracks", Integer.class, viewerTracks)
                .map(
                    (row, context) ->
                        new FrameSample(
                            row.getInt("media_time_ms"),
                            FrameOutcome.valueOf(row.getString("result")),
                            MovementColumns.readFrame(row, EmotionColumns.readSingle(row)),
                            row.getBoolean("is_attentive")))
                .list());
  }
}
