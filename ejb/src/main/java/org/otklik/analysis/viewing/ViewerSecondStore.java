package org.otklik.analysis.viewing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.otklik.analysis.frame.EmotionColumns;
import org.otklik.analysis.frame.MovementColumns;
import org.otklik.emotion.EmotionGroup;
import org.otklik.timeline.ViewerSecond;

/** What a viewer showed in each second: the rows of {@code agg.viewer_second}. */
@ApplicationScoped
public class ViewerSecondStore {
  private static final String INSERT_SECOND =
      """
      insert into agg.viewer_second (
          analysis_run_id, second_no, observed_share, attentive_share,
          %s, state, valence, arousal, is_in_creative, %s)
      values (
          :analysis_run_id, :second_no, :observed_share, :attentive_share,
          %s, :state, :valence, :arousal, :is_in_creative, %s)
      """
          .formatted(
              EmotionColumns.LIST,
              MovementColumns.LIST,
              EmotionColumns.PARAMETERS,
              MovementColumns.PARAMETERS);

  @Inject private Jdbi jdbi;

  void replace(long runId, List<ViewerSecond> seconds, int creativeSeconds) {
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate(
                  "delete from agg.viewer_second where analysis_run_id = :analysis_run_id")
              .bind("analysis_run_id", runId)
              .execute();
          PreparedBatch batch = handle.prepareBatch(INSERT_SECOND);
          for (ViewerSecond second : seconds) {
            boolean isInCreative = second.second() >= 0 && second.second() < creativeSeconds;
            batch.bind("analysis_run_id", runId).bind("is_in_creative", isInCreative);
            bind(batch, second);
            batch.add();
          }
          batch.execute();
        });
  }

  private static void bind(PreparedBatch batch, ViewerSecond second) {
    batch
        .bind("second_no", second.second())
        .bind("observed_share", second.observedShare())
        .bind("attentive_share", second.attentiveShare())
        .bind("state", second.state() == null ? null : second.state().name())
        .bind("valence", second.valence())
        .bind("arousal", second.arousal());
    EmotionColumns.bind(batch, second.scores());
    MovementColumns.bind(batch, second.scores());
  }

  public List<ViewerSecond> ofRun(long runId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select * from agg.viewer_second
                    where analysis_run_id = :analysis_run_id
                    order by second_no
                    """)
                .bind("analysis_run_id", runId)
                .map((row, context) -> read(row))
                .list());
  }

  /** Of a row with all columns of the table. */
  static ViewerSecond read(ResultSet row) throws SQLException {
    String state = row.getString("state");
    return new ViewerSecond(
        row.getInt("second_no"),
        row.getDouble("observed_share"),
        row.getDouble("attentive_share"),
        MovementColumns.read(row, EmotionColumns.read(row)),
        state == null ? null : EmotionGroup.valueOf(state));
  }
}
