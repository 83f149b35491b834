package org.otklik.report;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.otklik.analysis.run.RunState;
import org.otklik.campaign.Campaign;
import org.otklik.queue.JobName;
import org.otklik.report.request.ReportOrder;
import org.otklik.report.request.ReportSubject;

/** Reports that are asked for and not made yet: who asks twice for the same gets the same one. */
@Dependent
class PendingReports {
  @PersistenceContext private EntityManager em;

  /**
   * The report that the user has asked for in the same words, and that will show today's figures.
   * The campaign is locked until the transaction ends, so that of two such requests at a time one
   * sees the other's.
   */
  Optional<Report> same(ReportOrder order, long userId) {
    Campaign campaign = order.subject().campaign();
    em.lock(em.find(Campaign.class, campaign.id()), LockModeType.PESSIMISTIC_WRITE);
    return em.createQuery(
            "select r from Report r where r.subject.campaign = :campaign and r.requestedBy = :user"
                + " and r.format = :format and r.locale = :locale and r.timeZone = :zone"
                + " and r.state in (:pending) order by r.id",
            Report.class)
        .setParameter("campaign", campaign)
        .setParameter("user", userId)
        .setParameter("format", order.format())
        .setParameter("locale", order.locale().getLanguage())
        .setParameter("zone", order.zone().getId())
        .setParameter("pending", List.of(RunState.QUEUED, RunState.RUNNING))
        .getResultStream()
        .filter(report -> isAbout(report, order.subject()))
        .filter(report -> report.chapters().equals(Optional.ofNullable(order.chapters())))
        .filter(report -> report.state() == RunState.QUEUED || !isOutdated(report))
        .findFirst();
  }

  private static boolean isAbout(Report report, ReportSubject subject) {
    return report.subject().creative().equals(subject.creative())
        && report.subject().compared().equals(subject.compared());
  }

  /** Whether figures were computed since it was asked for, or are to be. */
  private boolean isOutdated(Report report) {
    return (Boolean)
        em.createNativeQuery(
                """
                select exists (
                    select 1
                    from core.report
                    join core.creative on creative.campaign_id = report.campaign_id
                    left join agg.creative_score as score on score.creative_id = creative.id
                    left join core.job_request as summary
                      on summary.job_name = :summary and summary.subject_id = creative.id
                    where report.id = :report
                      and (score.computed_at > report.requested_at
                        or summary.requested_at > report.requested_at))
                """)
            .setParameter("summary", JobName.SUMMARISE_CREATIVE.id())
            .setParameter("report", report.id())
            .getSingleResult();
  }
}
