package org.otklik.job.summarise;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.otklik.analysis.SummaryService;
import org.otklik.job.OutageAware;

/** Computes a creative's curve, moments and metrics from its viewings. */
@Dependent
@Named
@OutageAware
public class SummariseCreativeBatchlet extends AbstractBatchlet {
  @Inject @BatchProperty private long creativeId;
  @Inject private SummaryService summaries;

  @Override
  public String process() {
    summaries.summariseCreative(creativeId);
    return "SUMMARISED";
  }
}
