package org.otklik.analysis;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionScores;
import org.otklik.vision.FaceBox;
import org.otklik.vision.FaceObservation;

/**
 * Rows of {@code core.frame_observation}, handed over by columns: PostgreSQL reads an array for
 * each column in place of a parameter for each value, of which a chunk has some thousands.
 */
final class FrameRows {
  private static final List<Column> COLUMNS = columns();

  /**
   * Takes {@link #arguments}. Written again after a restart, a row stays as it was. One statement
   * with all that belongs to it, for each round trip costs as much as storing some rows: the run's
   * progress, and that the transaction's commit does not wait for the disk.
   */
  static final String INSERT =
      """
      with reached as (
          update core.analysis_run set progress_ms = greatest(progress_ms, ?) where id = ?
      )
      insert into core.frame_observation (analysis_run_id, run_month, %1$s)
      select run.id, run.queued_month, %2$s
      from core.analysis_run as run
      cross join set_config('synchronous_commit', 'off', true)
      cross join unnest(%3$s) as face (%1$s)
      where run.id = ?
      on conflict (analysis_run_id, media_time_ms, face_track, run_month) do nothing
      """
          .formatted(
              COLUMNS.stream().map(Column::name).collect(Collectors.joining(", ")),
              COLUMNS.stream().map(Column::expression).collect(Collectors.joining(", ")),
              COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", ")));

  private final List<Object[]> rows = new ArrayList<>();

  private record Column(String name, Class<?> type) {
    /** An array of arrays would be taken apart wholly, so that one of texts stands for it. */
    String expression() {
      return "face." + name + (name.equals("landmarks_px") ? "::real[]" : "");
    }
  }

  private static List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    add(columns, Integer.class, "media_time_ms", "face_track");
    add(columns, String.class, "result", "quality_reason");
    add(columns, Float.class, "detection_score");
    add(columns, Float.class, "box_x_px", "box_y_px", "box_width_px", "box_height_px");
    add(columns, String.class, "landmarks_px");
    add(columns, Double.class, "brightness", "sharpness", "yaw_degrees", "pitch_degrees");
    add(columns, Boolean.class, "is_attentive");
    for (Emotion emotion : Emotion.values()) {
      add(columns, Double.class, EmotionColumns.name(emotion));
    }
    add(columns, String.class, "dominant_emotion");
    add(columns, Double.class, "margin", "valence", "arousal");
    return List.copyOf(columns);
  }

  private static void add(List<Column> columns, Class<?> type, String... names) {
    Arrays.stream(names).forEach(name -> columns.add(new Column(name, type)));
  }

  /**
   * @param frames one or more, in order of time
   */
  FrameRows(List<TrackedFrame> frames) {
    for (TrackedFrame frame : frames) {
      if (frame.observation().faces().isEmpty()) {
        rows.add(emptyRow(frame));
      }
      for (int i = 0; i < frame.observation().faces().size(); i++) {
        rows.add(faceRow(frame, i));
      }
    }
  }

  /** How far the run has come, the run, an array a column, the run. */
  Object[] arguments(long runId) {
    List<Object> arguments = new ArrayList<>();
    Collections.addAll(arguments, rows.get(rows.size() - 1)[0], runId);
    for (int column = 0; column < COLUMNS.size(); column++) {
      Object values = Array.newInstance(COLUMNS.get(column).type(), rows.size());
      for (int row = 0; row < rows.size(); row++) {
        Array.set(values, row, rows.get(row)[column]);
      }
      arguments.add(values);
    }
    arguments.add(runId);
    return arguments.toArray();
  }

  private static Object[] emptyRow(TrackedFrame frame) {
    Object[] row = new Object[COLUMNS.size()];
    row[0] = frame.observation().mediaTimeMs();
    row[1] = 0;
    row[2] = frame.observation().outcome().name();
    return row;
  }

  private static Object[] faceRow(TrackedFrame frame, int index) {
    FaceObservation face = frame.observation().faces().get(index);
    FaceBox box = face.face().box();
    EmotionScores scores = face.scores();
    List<Object> row = new ArrayList<>();
    Collections.addAll(
        row,
        frame.observation().mediaTimeMs(),
        frame.tracks()[index],
        face.outcome().name(),
        face.reason() == null ? null : face.reason().name(),
        face.face().score(),
        box.xPx(),
        box.yPx(),
        box.widthPx(),
        box.heightPx(),
        literal(face.face().landmarksPx()),
        face.quality().brightness(),
        face.quality().sharpness(),
        face.quality().yawDegrees(),
        face.quality().pitchDegrees(),
        face.isAttentive());
    row.addAll(EmotionColumns.values(scores));
    Collections.addAll(
        row,
        scores == null ? null : scores.dominant().name(),
        scores == null ? null : scores.margin(),
        scores == null ? null : scores.valence(),
        scores == null ? null : scores.arousal());
    return row.toArray();
  }

  private static String literal(float[] values) {
    return Arrays.toString(values).replace('[', '{').replace(']', '}');
  }
}
