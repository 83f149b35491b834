package org.otklik.job.report;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.otklik.job.OutageAware;
import org.otklik.outage.Outage;
import org.otklik.problem.ProblemException;
import org.otklik.report.ReportService;

/** Makes the file that was asked for. */
@Dependent
@Named
@OutageAware
public class CreateReportBatchlet extends AbstractBatchlet {
  @Inject @BatchProperty private long reportId;
  @Inject private ReportService reports;

  @Override
  public String process() {
    try {
      reports.begin(reportId);
      reports.make(reportId);
    } catch (ProblemException e) { // what was there when it was asked for may be gone
      if (Outage.of(e).isPresent()) {
        throw e;
      }
      reports.fail(reportId, e.code());
      return "FAILED";
    }
    return "MADE";
  }
}
