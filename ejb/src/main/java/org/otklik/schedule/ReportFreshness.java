package org.otklik.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.otklik.campaign.Creative;
import org.otklik.persistence.Jdbc;
import org.otklik.report.request.ReportSubject;

/** Whether there is something to report that was not reported before. */
@ApplicationScoped
class ReportFreshness {
  @Inject private Jdbc jdbc;

  /** When the newest figures about the subject were computed or answered; empty without any. */
  Optional<Instant> dataAsOf(ReportSubject subject) {
    Optional<Creative> creative = subject.creative();
    if (creative.isPresent()) {
      return first(
          "select summarised_at as at from core.creative where id = ?", creative.get().id());
    }
    return first(
        """
        select greatest(
            (select max(summarised_at) from core.creative where campaign_id = campaign.id),
            (select max(answered_at) from core.viewer where campaign_id = campaign.id)) as at
        from core.campaign
        where id = ?
        """,
        subject.campaign().id());
  }

  /** How new the figures were in the last completed run since the schedule was changed. */
  Optional<Instant> reportedBy(Schedule schedule) {
    return first(
        """
        select data_as_of as at
        from core.schedule_run as run
        join core.schedule on schedule.id = run.schedule_id
        where schedule.id = ? and run.state = 'COMPLETED' and run.created_at >= schedule.changed_at
        order by run.due_at desc
        limit 1
        """,
        schedule.id());
  }

  private Optional<Instant> first(String query, long id) {
    List<Instant> times = jdbc.query(query, ReportFreshness::at, id);
    return times.stream().filter(Objects::nonNull).findFirst();
  }

  private static Instant at(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
