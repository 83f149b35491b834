package org.otklik.job.analyse;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.otklik.analysis.AnalysisService;
import org.otklik.job.OutageAware;

/** Sums the stored frames up to seconds and a viewing, and completes the run. */
@Dependent
@Named
@OutageAware
public class SummariseRecordingBatchlet extends AbstractBatchlet {
  @Inject @BatchProperty private long runId;
  @Inject private AnalysisService analysis;

  @Override
  public String process() {
    analysis.complete(runId);
    return "SUMMARISED";
  }
}
