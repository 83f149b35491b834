package org.otklik.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.otklik.analysis.frame.EmotionColumns;
import org.otklik.emotion.EmotionScores;
import org.otklik.persistence.Jdbc;
import org.otklik.vision.face.FaceBox;

/** The rows of {@code core.image}. */
@ApplicationScoped
class ImageStore {
  private static final String COLUMNS =
      "ordinal, image_path, result, reason, faces, box_x_px, box_y_px, box_width_px, box_height_px, "
          + EmotionColumns.LIST
          + ", valence, arousal";

  private static final String LIST =
      """
      insert into core.image (image_batch_id, ordinal, image_path, result, reason)
      values (?, ?, ?, ?, ?)
      """;

  /** Written again after a restart, a row stays as it was. */
  private static final String WRITE =
      """
      update core.image
      set result = ?, reason = ?, faces = ?, box_x_px = ?, box_y_px = ?, box_width_px = ?,
          box_height_px = ?, %s, valence = ?, arousal = ?, dominant_emotion = ?
      where image_batch_id = ? and ordinal = ? and result is null
      """
          .formatted(EmotionColumns.LIST.replace(",", " = ?,") + " = ?");

  @Inject private Jdbc jdbc;

  void list(long batchId, List<ListedImage> images) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      ListedImage image = images.get(i);
      boolean refused = image.refusal() != null;
      rows.add(
          new Object[] {
            batchId,
            i + 1,
            image.path(),
            refused ? ImageOutcome.UNREADABLE.name() : null,
            refused ? image.refusal().name() : null
          });
    }
    jdbc.batch(LIST, rows);
  }

  /** The next images that nobody has looked at, in their order. */
  List<ImageRow> pending(long batchId, int afterOrdinal, int most) {
    return jdbc.query(
        """
        select %s from core.image
        where image_batch_id = ? and ordinal > ? and result is null
        order by ordinal
        limit ?
        """
            .formatted(COLUMNS),
        ImageStore::row,
        batchId,
        afterOrdinal,
        most);
  }

  /** Idempotent: rows that are there already stay as they are. */
  void write(long batchId, Map<Integer, ImageResult> results) {
    List<Object[]> rows = new ArrayList<>();
    results.forEach((ordinal, result) -> rows.add(values(batchId, ordinal, result)));
    jdbc.batch(WRITE, rows);
  }

  private static Object[] values(long batchId, int ordinal, ImageResult result) {
    FaceBox box = result.box();
    EmotionScores scores = result.scores();
    List<Object> row = new ArrayList<>();
    Collections.addAll(row, result.outcome().name(), result.reason(), result.faces());
    if (box == null) {
      row.addAll(Arrays.asList(null, null, null, null));
    } else {
      Collections.addAll(row, box.xPx(), box.yPx(), box.widthPx(), box.heightPx());
    }
    row.addAll(EmotionColumns.values(scores));
    if (scores == null) {
      row.addAll(Arrays.asList(null, null, null));
    } else {
      Collections.addAll(row, scores.valence(), scores.arousal(), scores.dominant().name());
    }
    Collections.addAll(row, batchId, ordinal);
    return row.toArray();
  }

  List<ImageRow> all(long batchId) {
    return jdbc.query(
        "select %s from core.image where image_batch_id = ? order by ordinal".formatted(COLUMNS),
        ImageStore::row,
        batchId);
  }

  /** The first of those that cannot be read. */
  List<ImageRow> unreadable(long batchId, int most) {
    return jdbc.query(
        """
        select %s from core.image
        where image_batch_id = ? and result = 'UNREADABLE'
        order by ordinal
        limit ?
        """
            .formatted(COLUMNS),
        ImageStore::row,
        batchId,
        most);
  }

  /** By batch; one query however many they are. */
  Map<Long, ImageCounts> counts(List<Long> batchIds) {
    record Counted(long batchId, ImageCounts counts) {}
    return jdbc
        .query(
            """
            select image_batch_id, count(*) as images, count(result) as done,
                count(dominant_emotion) as judged,
                count(*) filter (where result = 'UNREADABLE') as unreadable
            from core.image
            where image_batch_id = any(?)
            group by image_batch_id
            """,
            row ->
                new Counted(
                    row.getLong("image_batch_id"),
                    new ImageCounts(
                        row.getInt("images"),
                        row.getInt("done"),
                        row.getInt("judged"),
                        row.getInt("unreadable"))),
            (Object) batchIds.toArray(Long[]::new))
        .stream()
        .collect(Collectors.toMap(Counted::batchId, Counted::counts));
  }

  private static ImageRow row(ResultSet row) throws SQLException {
    String outcome = row.getString("result");
    ImageResult result =
        outcome == null
            ? null
            : new ImageResult(
                ImageOutcome.valueOf(outcome),
                row.getString("reason"),
                row.getObject("faces", Integer.class),
                box(row),
                EmotionColumns.read(row));
    return new ImageRow(row.getInt("ordinal"), row.getString("image_path"), result);
  }

  private static FaceBox box(ResultSet row) throws SQLException {
    float x = row.getFloat("box_x_px");
    return row.wasNull()
        ? null
        : new FaceBox(
            x,
            row.getFloat("box_y_px"),
            row.getFloat("box_width_px"),
            row.getFloat("box_height_px"));
  }
}
