package org.otklik.it;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.otklik.launcher.DatabaseRole;
import org.otklik.launcher.LocalDatabase;
import org.otklik.launcher.StoredRows;

/**
 * Analysed viewers of a creative, written as rows: what they feel is known to the second, and there
 * may be hundreds. {@code viewers.sql} tells it.
 */
final class ViewersFixture {
  private final LocalDatabase database;

  private ViewersFixture(LocalDatabase database) {
    this.database = database;
  }

  /** Those of the server that tests share. */
  static ViewersFixture shared() {
    return in(TestGround.database());
  }

  static ViewersFixture in(LocalDatabase database) {
    return new ViewersFixture(database);
  }

  /** Adds so many viewers, women and men in turn. */
  void add(String creative, int count) throws IOException, SQLException {
    StoredRows.in(database).viewers(creative, count);
  }

  /** Has the creative summarised, as after an analysis. */
  void summarise(String creative) throws SQLException {
    outdate(creative);
    update(
        "insert into core.job_request (job_name, subject_id)"
            + " select 'summarise-creative', id from core.creative where public_id = ?::uuid",
        creative);
  }

  /** Says that its figures are not of today. */
  void outdate(String creative) throws SQLException {
    update("update core.creative set summary_state = 'STALE' where public_id = ?::uuid", creative);
  }

  /** Leaves a viewer out. */
  void exclude(String creative, String viewer) throws SQLException {
    update(
        "update agg.viewing set outcome = 'EXCLUDED', exclusion_reason = 'LOW_COVERAGE'"
            + " from core.recording"
            + " join core.creative on creative.id = recording.creative_id"
            + " join core.viewer on viewer.id = recording.viewer_id"
            + " where recording.id = viewing.recording_id and viewer.code = '"
            + viewer
            + "' and creative.public_id = ?::uuid",
        creative);
  }

  /** Pretends that the film is longer than it is. */
  void stretch(String creative, int durationMs) throws SQLException {
    update(
        "update core.creative set duration_ms = " + durationMs + " where public_id = ?::uuid",
        creative);
  }

  private void update(String sql, String creative) throws SQLException {
    try (Connection connection = database.connect(DatabaseRole.OWNER);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, creative);
      statement.executeUpdate();
    }
  }
}
