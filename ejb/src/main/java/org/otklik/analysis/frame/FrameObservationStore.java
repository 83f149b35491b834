package org.otklik.analysis.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.otklik.timeline.FrameOutcome;
import org.otklik.timeline.FrameSample;
import org.otklik.vision.face.FaceBox;

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
          select media_time_ms, result, %1$s, valence, arousal,
              coalesce(is_attentive, result = 'OBSERVED') as is_attentive
          %2$s and face_track = any (:viewer_tracks)
      ),
      sampled as (
          select media_time_ms, bool_or(result = 'UNDECODABLE') as is_undecodable
          %2$s
          group by media_time_ms
      )
      select sampled.media_time_ms, %1$s, valence, arousal,
          coalesce(viewer_face.is_attentive, false) as is_attentive,
          coalesce(viewer_face.result,
                   case when is_undecodable then 'UNDECODABLE' else 'NO_FACE' end) as result
      from sampled
      left join viewer_face on viewer_face.media_time_ms = sampled.media_time_ms
      order by sampled.media_time_ms
      """
          .formatted(EmotionColumns.LIST, OF_RUN);

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
        });
  }

  /** The faces of each track of a run: track to media time to box, both in order. */
  public SortedMap<Integer, SortedMap<Integer, FaceBox>> boxes(long runId) {
    SortedMap<Integer, SortedMap<Integer, FaceBox>> boxes = new TreeMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select face_track, media_time_ms, box_x_px, box_y_px, box_width_px,
                        box_height_px
                    """
                        + OF_RUN
                        + "and face_track > 0")
                .bind("run_id", runId)
                .map((row, context) -> trackedBox(row))
                .forEach(
                    one ->
                        boxes
                            .computeIfAbsent(one.track(), track -> new TreeMap<>())
                            .put(one.mediaTimeMs(), one.box())));
    return boxes;
  }

  private record TrackedBox(int track, int mediaTimeMs, FaceBox box) {}

  private static TrackedBox trackedBox(ResultSet row) throws SQLException {
    return new TrackedBox(
        row.getInt("face_track"),
        row.getInt("media_time_ms"),
        new FaceBox(
            row.getFloat("box_x_px"),
            row.getFloat("box_y_px"),
            row.getFloat("box_width_px"),
            row.getFloat("box_height_px")));
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
                            EmotionColumns.readSingle(row),
                            row.getBoolean("is_attentive")))
                .list());
  }
}
