package org.otklik.job.report;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.otklik.report.ReportService;

/** Makes the PDF that was asked for. */
@Dependent
@Named
public class MakeReportBatchlet extends AbstractBatchlet {
  @Inject @BatchProperty private long reportId;
  @Inject private ReportService reports;

  @Override
  public String process() {
    reports.make(reportId);
    return "MADE";
  }
}
