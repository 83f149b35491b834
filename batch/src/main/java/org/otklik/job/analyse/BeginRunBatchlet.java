package org.otklik.job.analyse;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.otklik.analysis.AnalysisService;
import org.otklik.job.OutageAware;
import org.otklik.job.vision.VisionModels;

/** Begins the run, with the models that are there now. */
@Dependent
@Named
@OutageAware
public class BeginRunBatchlet extends AbstractBatchlet {
  @Inject @BatchProperty private long runId;
  @Inject private AnalysisService analysis;
  @Inject private VisionModels models;

  @Override
  public String process() {
    analysis.makeRoom(runId);
    analysis.begin(runId, models.release());
    return "BEGUN";
  }
}
