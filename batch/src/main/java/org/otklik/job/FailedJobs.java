package org.otklik.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.otklik.analysis.AnalysisService;
import org.otklik.problem.ProblemCode;
import org.otklik.queue.JobTicket;
import org.otklik.report.ReportService;

/** Tells the one who waits for a job that it failed. */
@ApplicationScoped
class FailedJobs {
  @Inject private AnalysisService analysis;
  @Inject private ReportService reports;

  void tell(JobTicket ticket) {
    switch (ticket.name()) {
      case ANALYSE_RECORDING -> analysis.fail(ticket.subjectId(), ProblemCode.ANALYSIS_BROKE);
      case MAKE_REPORT -> reports.fail(ticket.subjectId(), ProblemCode.REPORT_BROKE);
      case SUMMARISE_CREATIVE -> {
        // The creative stays STALE: the portal says so, and the next change computes it again.
      }
    }
  }
}
