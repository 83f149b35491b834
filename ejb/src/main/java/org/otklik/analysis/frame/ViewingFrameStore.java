package org.otklik.analysis.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.otklik.emotion.EmotionScores;
import org.otklik.timeline.FrameOutcome;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.face.QualityReason;

/** Rows of {@code core.frame_observation} with whose face each is. */
@ApplicationScoped
class ViewingFrameStore {
  /** By the run's month too, so that no other month is looked into. */
  private static final String OF_RUN =
      """
      from core.analysis_run as run
      join core.frame_observation as frame
          on frame.analysis_run_id = run.id and frame.run_month = run.queued_month
      """;

  private static final String FACES =
      """
      select media_time_ms, coalesce(track.is_viewer, false) as is_viewer,
          (track.is_viewer and media_time_ms <@ track.frozen_ms) is true as is_frozen, result, quality_reason,
          box_x_px, box_y_px, box_width_px, box_height_px, %s, valence, arousal, %s
      %s
      left join agg.face_track as track
          on track.analysis_run_id = run.id and track.face_track = frame.face_track
      where run.id = :run_id and media_time_ms >= :from_ms and media_time_ms < :until_ms
      order by media_time_ms, frame.face_track
      """
          .formatted(EmotionColumns.LIST, MovementColumns.LIST_OF_FRAMES, OF_RUN);

  @Inject private Jdbi jdbi;

  /** A row: the viewer's face, somebody else's, or none. */
  private record Face(
      int mediaTimeMs,
      boolean isViewer,
      FrameOutcome outcome,
      QualityReason reason,
      FaceBox box,
      EmotionScores scores) {}

  /** Times of the first frames from a time on, ascending. */
  List<Integer> timesMs(long runId, int fromMs, int atMost) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select distinct media_time_ms\n"
                        + OF_RUN
                        + "where run.id = :run_id and media_time_ms >= :from_ms"
                        + " order by media_time_ms limit :at_most")
                .bind("run_id", runId)
                .bind("from_ms", fromMs)
                .bind("at_most", atMost)
                .mapTo(Integer.class)
                .list());
  }

  /** The frames of a stretch, its end not included, in order of time. */
  List<ViewingFrame> frames(long runId, int fromMs, int untilMs) {
    SortedMap<Integer, List<Face>> byTime = new TreeMap<>();
    for (Face face : faces(runId, fromMs, untilMs)) {
      byTime.computeIfAbsent(face.mediaTimeMs(), time -> new ArrayList<>()).add(face);
    }
    return byTime.values().stream().map(ViewingFrameStore::frame).toList();
  }

  private List<Face> faces(long runId, int fromMs, int untilMs) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(FACES)
                .bind("run_id", runId)
                .bind("from_ms", fromMs)
                .bind("until_ms", untilMs)
                .map((row, context) -> face(row))
                .list());
  }

  private static Face face(ResultSet row) throws SQLException {
    boolean isFrozen = row.getBoolean("is_frozen");
    String reason = isFrozen ? null : row.getString("quality_reason");
    float width = row.getFloat("box_width_px");
    FaceBox box =
        row.wasNull()
            ? null
            : new FaceBox(
                row.getFloat("box_x_px"),
                row.getFloat("box_y_px"),
                width,
                row.getFloat("box_height_px"));
    return new Face(
        row.getInt("media_time_ms"),
        row.getBoolean("is_viewer"),
        isFrozen ? FrameOutcome.FROZEN : FrameOutcome.valueOf(row.getString("result")),
        reason == null ? null : QualityReason.valueOf(reason),
        box,
        isFrozen ? null : MovementColumns.readFrame(row, EmotionColumns.readSingle(row)));
  }

  /** Where the viewer's face is missing, another's does not stand in for it. */
  private static ViewingFrame frame(List<Face> faces) {
    int timeMs = faces.get(0).mediaTimeMs();
    List<FaceBox> others =
        faces.stream()
            .filter(face -> !face.isViewer() && face.box() != null)
            .map(Face::box)
            .toList();
    return faces.stream()
        .filter(Face::isViewer)
        .findFirst()
        .map(
            viewer ->
                new ViewingFrame(
                    timeMs,
                    viewer.outcome(),
                    viewer.reason(),
                    viewer.box(),
                    viewer.scores(),
                    others))
        .orElseGet(() -> new ViewingFrame(timeMs, missing(faces), null, null, null, others));
  }

  private static FrameOutcome missing(List<Face> faces) {
    boolean broken = faces.stream().anyMatch(face -> face.outcome() == FrameOutcome.UNDECODABLE);
    return broken ? FrameOutcome.UNDECODABLE : FrameOutcome.NO_FACE;
  }
}
