package org.otklik.analysis.viewing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.otklik.metric.ExclusionReason;
import org.otklik.timeline.BaselineState;

/**
 * A viewing as it was judged when its frames were there.
 *
 * @param reason why it was excluded; null for one that was not
 * @param attention null where nothing was observed
 * @param turnDegrees null unless NOT_UPRIGHT
 * @param baseline null where the analysis failed
 * @param hasViewer whether some face was taken for the viewer's
 */
record StoredJudgement(
    ExclusionReason reason,
    Double attention,
    Integer turnDegrees,
    BaselineState baseline,
    boolean hasViewer) {
  /** Only frames could tell otherwise. */
  private static final Set<ExclusionReason> OPEN =
      EnumSet.of(ExclusionReason.NOT_UPRIGHT, ExclusionReason.SEVERAL_FACES);

  static StoredJudgement of(ResultSet row) throws SQLException {
    String reason = row.getString("exclusion_reason");
    String baseline = row.getString("baseline_state");
    return new StoredJudgement(
        reason == null ? null : ExclusionReason.valueOf(reason),
        row.getObject("attention", Double.class),
        row.getObject("turn_degrees", Integer.class),
        baseline == null ? null : BaselineState.valueOf(baseline),
        row.getBoolean("has_viewer"));
  }

  Optional<ExclusionReason> openReason() {
    return Optional.ofNullable(reason).filter(OPEN::contains);
  }
}
