package org.otklik.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.otklik.analysis.frame.EmotionColumns;
import org.otklik.emotion.EmotionScores;
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
      values (:image_batch_id, :ordinal, :image_path, :result, :reason)
      """;

  /** Written again after a restart, a row stays as it was. */
  private static final String WRITE =
      """
      update core.image
      set result = :result, reason = :reason, faces = :faces, box_x_px = :box_x_px,
          box_y_px = :box_y_px, box_width_px = :box_width_px, box_height_px = :box_height_px,
          (%s) = (%s), valence = :valence, arousal = :arousal,
          dominant_emotion = :dominant_emotion
      where image_batch_id = :image_batch_id and ordinal = :ordinal and result is null
      """
          .formatted(EmotionColumns.LIST, EmotionColumns.PARAMETERS);

  @Inject private Jdbi jdbi;

  void list(long batchId, List<ListedImage> images) {
    jdbi.useHandle(
        handle -> {
          PreparedBatch batch = handle.prepareBatch(LIST);
          for (int i = 0; i < images.size(); i++) {
            ListedImage image = images.get(i);
            boolean refused = image.refusal() != null;
            batch
                .bind("image_batch_id", batchId)
                .bind("ordinal", i + 1)
                .bind("image_path", image.path())
                .bind("result", refused ? ImageOutcome.UNREADABLE.name() : null)
                .bind("reason", refused ? image.refusal().name() : null)
                .add();
          }
          batch.execute();
        });
  }

  /** The next images that nobody has looked at, in their order. */
  List<ImageRow> pending(long batchId, int afterOrdinal, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select %s from core.image
                    where image_batch_id = :image_batch_id and ordinal > :after and result is null
                    order by ordinal
                    limit :most
                    """
                        .formatted(COLUMNS))
                .bind("image_batch_id", batchId)
                .bind("after", afterOrdinal)
                .bind("most", most)
                .map((row, context) -> row(row))
                .list());
  }

  /** Idempotent: rows that are there already stay as they are. */
  void write(long batchId, Map<Integer, ImageResult> results) {
    jdbi.useHandle(
        handle -> {
          PreparedBatch batch = handle.prepareBatch(WRITE);
          results.forEach(
              (ordinal, result) -> {
                batch.bind("image_batch_id", batchId).bind("ordinal", ordinal);
                bind(batch, result);
                batch.add();
              });
          batch.execute();
        });
  }

  private static void bind(PreparedBatch batch, ImageResult result) {
    FaceBox box = result.box();
    EmotionScores scores = result.scores();
    batch
        .bind("result", result.outcome().name())
        .bind("reason", result.reason())
        .bind("faces", result.faces())
        .bind("box_x_px", box == null ? null : box.xPx())
        .bind("box_y_px", box == null ? null : box.yPx())
        .bind("box_width_px", box == null ? null : box.widthPx())
        .bind("box_height_px", box == null ? null : box.heightPx())
        .bind("valence", scores == null ? null : scores.valence())
        .bind("arousal", scores == null ? null : scores.arousal())
        .bind("dominant_emotion", scores == null ? null : scores.dominant().name());
    EmotionColumns.bind(batch, scores);
  }

  List<ImageRow> all(long batchId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select %s from core.image
                    where image_batch_id = :image_batch_id
                    order by ordinal
                    """
                        .formatted(COLUMNS))
                .bind("image_batch_id", batchId)
                .map((row, context) -> row(row))
                .list());
  }

  /** The first of those that cannot be read. */
  List<ImageRow> unreadable(long batchId, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select %s from core.image
                    where image_batch_id = :image_batch_id and result = 'UNREADABLE'
                    order by ordinal
                    limit :most
                    """
                        .formatted(COLUMNS))
                .bind("image_batch_id", batchId)
                .bind("most", most)
                .map((row, context) -> row(row))
                .list());
  }

  /** By batch; one query however many they are. */
  Map<Long, ImageCounts> counts(List<Long> batchIds) {
    record Counted(long batchId, ImageCounts counts) {}
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select image_batch_id, count(*) as images, count(result) as done,
                        count(dominant_emotion) as judged,
                        count(*) filter (where result = 'UNREADABLE') as unreadable
                    from core.image
                    where image_batch_id = any (:image_batch_ids)
                    group by image_batch_id
                    """)
                .bindArray("image_batch_ids", Long.class, batchIds)
                .map(
                    (row, context) ->
                        new Counted(
                            row.getLong("image_batch_id"),
                            new ImageCounts(
                                row.getInt("images"),
                                row.getInt("done"),
                                row.getInt("judged"),
                                row.getInt("unreadable"))))
                .collectToMap(Counted::batchId, Counted::counts));
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
