package org.otklik.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.otklik.campaign.Creative;
import org.otklik.report.request.ReportSubject;

/** Whether there is something to report that was not reported before. */
@ApplicationScoped
class ReportFreshness {
  @Inject private Jdbi jdbi;

  /** When the newest figures about the subject were computed or answered; empty without any. */
  Optional<Instant> dataAsOf(ReportSubject subject) {
    Optional<Creative> creative = subject.creative();
    if (creative.isPresent()) {
      return first("select summarised_at from core.creative where id = :id", creative.get().id());
    }
    return first(
        """
        select greatest(
            (select max(summarised_at) from core.creative where campaign_id = campaign.id),
            (select max(answered_at) from core.viewer where campaign_id = campaign.id))
        from core.campaign
        where id = :id
        """,
        subject.campaign().id());
  }

  /** How new the figures were in the last completed run since the schedule was changed. */
  Optional<Instant> reportedBy(Schedule schedule) {
    return first(
        """
        select data_as_of
        from core.schedule_run as run
        join core.schedule on schedule.id = run.schedule_id
        where schedule.id = :id and run.state = 'COMPLETED' and run.created_at >= schedule.changed_at
        order by run.due_at desc
        limit 1
        """,
        schedule.id());
  }

  private Optional<Instant> first(String query, long id) {
    return jdbi.withHandle(
        handle -> handle.createQuery(query).bind("id", id).mapTo(Instant.class).findFirst());
  }
}
