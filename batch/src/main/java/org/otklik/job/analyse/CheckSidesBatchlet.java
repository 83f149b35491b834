package org.otklik.job.analyse;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.otklik.analysis.AnalysisService;
import org.otklik.job.OutageAware;
import org.otklik.problem.ProblemCode;

/**
 * Ends the analysis of a call of which nobody has said where the customer is, before a frame is
 * looked at: a face alone in the frame may be the employee's, too.
 */
@Dependent
@Named
@OutageAware
public class CheckSidesBatchlet extends AbstractBatchlet {
  @Inject @BatchProperty private long runId;
  @Inject private AnalysisService analysis;

  @Override
  public String process() {
    if (!analysis.run(runId).isOfUnknownSides()) {
      return "KNOWN";
    }
    analysis.failNow(runId, ProblemCode.CALL_SIDES_UNKNOWN);
    return "UNKNOWN";
  }
}
