package org.otklik.analysis.frame;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Update;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionScores;
import org.otklik.emotion.FaceMovement;
import org.otklik.vision.FaceObservation;
import org.otklik.vision.FrameObservation;
import org.otklik.vision.image.LumaGrid;
import org.otklik.vision.track.FacePatch;

/**
 * Rows of {@code core.frame_observation}, handed over by columns: PostgreSQL reads an array for
 * each column in place of a parameter for each value, of which a chunk has some thousands.
 */
final class FrameRows {
  private static final List<Column<?>> COLUMNS = columns();

  /**
   * With the parameters of {@link #bind}. Written again after a restart, a row stays as it was. One
   * statement with all that belongs to it, for each round trip costs as much as storing some rows:
   * the run's progress, and that the transaction's commit does not wait for the disk.
   */
  static final String INSERT =
      """
      with reached as (
          update core.analysis_run set progress_ms = greatest(progress_ms, :progress_ms) where id = :run_id
      )
      insert into core.frame_observation (analysis_run_id, run_month, %1$s)
      select run.id, run.queued_month, %2$s
      from core.analysis_run as run
      cross join set_config('synchronous_commit', 'off', true)
      cross join unnest(%3$s) as face (%1$s)
      where run.id = :run_id
      on conflict (analysis_run_id, media_time_ms, face_track, run_month) do nothing
      """
          .formatted(
              COLUMNS.stream().map(Column::name).collect(Collectors.joining(", ")),
              COLUMNS.stream().map(Column::expression).collect(Collectors.joining(", ")),
              COLUMNS.stream()
                  .map(column -> ":" + column.name())
                  .collect(Collectors.joining(", ")));

  private final List<Row> rows = new ArrayList<>();

  /**
   * What one row tells.
   *
   * @param track 0 where there is no face
   * @param face null where there is none
   * @param stillSinceMs likewise
   */
  private record Row(TrackedFrame tracked, int track, FaceObservation face, Integer stillSinceMs) {
    FrameObservation frame() {
      return tracked.observation();
    }

    int mediaTimeMs() {
      return frame().mediaTimeMs();
    }

    String outcome() {
      return face == null ? frame().outcome().name() : face.outcome().name();
    }
  }

  /** A column and what of a row stands in it. */
  private record Column<T>(String name, Class<T> type, Function<Row, T> value) {

    /** Of a face: null in a row without one. */
    static <T> Column<T> ofFace(String name, Class<T> type, Function<FaceObservation, T> value) {
      return new Column<>(name, type, row -> row.face() == null ? null : value.apply(row.face()));
    }

    /** Of a face's scores: null in a row without any. */
    static <T> Column<T> ofScores(String name, Class<T> type, Function<EmotionScores, T> value) {
      return ofFace(name, type, face -> face.scores() == null ? null : value.apply(face.scores()));
    }

    /**
     * An array of arrays would be taken apart wholly, so that one of texts stands for it; bytes
     * too.
     */
    String expression() {
      return switch (name) {
        case "landmarks_px" -> "face.landmarks_px::real[]";
        case "look" -> "decode(face.look, 'hex')";
        default -> "face." + name;
      };
    }

    /** The column's values in all rows, as an array of its type. */
    Object values(List<Row> rows) {
      Object values = Array.newInstance(type, rows.size());
      for (int i = 0; i < rows.size(); i++) {
        Array.set(values, i, value.apply(rows.get(i)));
      }
      return values;
    }
  }

  private static List<Column<?>> columns() {
    List<Column<?>> columns = new ArrayList<>();
    columns.add(new Column<>("media_time_ms", Integer.class, Row::mediaTimeMs));
    columns.add(new Column<>("face_track", Integer.class, Row::track));
    columns.add(new Column<>("result", String.class, Row::outcome));
    columns.add(Column.ofFace("quality_reason", String.class, FrameRows::reason));
    columns.add(Column.ofFace("detection_score", Float.class, face -> face.face().score()));
    columns.add(Column.ofFace("box_x_px", Float.class, face -> face.face().box().xPx()));
    columns.add(Column.ofFace("box_y_px", Float.class, face -> face.face().box().yPx()));
    columns.add(Column.ofFace("box_width_px", Float.class, face -> face.face().box().widthPx()));
    columns.add(Column.ofFace("box_height_px", Float.class, face -> face.face().box().heightPx()));
    columns.add(
        Column.ofFace("landmarks_px", String.class, face -> literal(face.face().landmarksPx())));
    columns.add(Column.ofFace("brightness", Double.class, face -> face.quality().brightness()));
    columns.add(Column.ofFace("sharpness", Double.class, face -> face.quality().sharpness()));
    columns.add(Column.ofFace("yaw_degrees", Double.class, face -> face.quality().yawDegrees()));
    columns.add(
        Column.ofFace("pitch_degrees", Double.class, face -> face.quality().pitchDegrees()));
    columns.add(Column.ofFace("is_attentive", Boolean.class, FaceObservation::isAttentive));
    columns.add(new Column<>("changed_share", Double.class, row -> row.tracked().changedShare()));
    columns.add(Column.ofFace("recheck_score", Float.class, FaceObservation::recheckScore));
    columns.add(new Column<>("still_since_ms", Integer.class, Row::stillSinceMs));
    columns.add(new Column<>("look", String.class, FrameRows::look));
    for (Emotion emotion : Emotion.values()) {
      columns.add(
          Column.ofScores(
              EmotionColumns.name(emotion), Double.class, scores -> scores.probability(emotion)));
    }
    columns.add(
        Column.ofScores("dominant_emotion", String.class, scores -> scores.dominant().name()));
    columns.add(Column.ofScores("margin", Double.class, EmotionScores::margin));
    columns.add(Column.ofScores("valence", Double.class, EmotionScores::valence));
    columns.add(Column.ofScores("arousal", Double.class, EmotionScores::arousal));
    for (FaceMovement movement : FaceMovement.values()) {
      columns.add(
          Column.ofScores(
              MovementColumns.nameOfFrames(movement),
              Short.class,
              scores -> MovementColumns.thousandths(scores, movement)));
    }
    return List.copyOf(columns);
  }

  /**
   * @param frames one or more, in order of time
   */
  FrameRows(List<TrackedFrame> frames) {
    for (TrackedFrame frame : frames) {
      List<FaceObservation> faces = frame.observation().faces();
      if (faces.isEmpty()) {
        rows.add(new Row(frame, 0, null, null));
      }
      for (int i = 0; i < faces.size(); i++) {
        rows.add(new Row(frame, frame.tracks()[i], faces.get(i), frame.stillSinceMs()[i]));
      }
    }
  }

  /** Binds what {@link #INSERT} takes: the run, how far it has come, and an array a column. */
  void bind(Update insert, long runId) {
    insert.bind("run_id", runId).bind("progress_ms", rows.get(rows.size() - 1).mediaTimeMs());
    COLUMNS.forEach(column -> insert.bind(column.name(), column.values(rows)));
  }

  private static String reason(FaceObservation face) {
    return face.reason() == null ? null : face.reason().name();
  }

  private static String look(Row row) {
    LumaGrid grid = row.frame().grid();
    return row.face() == null || grid == null || !row.tracked().areLooksKept()
        ? null
        : FacePatch.of(grid, row.face().face().box()).hex();
  }

  private static String literal(float[] values) {
    return Arrays.toString(values).replace('[', '{').replace(']', '}');
  }
}
