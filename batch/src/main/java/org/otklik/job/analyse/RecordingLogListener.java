package org.otklik.job.analyse;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.otklik.analysis.AnalysisService;
import org.otklik.outage.FaultLog;
import org.otklik.outage.LogContext;

/** Has the job's lines of the log name its recording. */
@Dependent
@Named
public class RecordingLogListener extends AbstractJobListener {
  private static final System.Logger LOG = System.getLogger(RecordingLogListener.class.getName());

  @Inject @BatchProperty private long runId;
  @Inject private AnalysisService analysis;

  private LogContext context;

  /** A boundary: a line without an id is no reason for a job to fail. */
  @Override
  public void beforeJob() {
    try {
      context = LogContext.of(LogContext.Id.RECORDING, analysis.recording(runId).publicId());
    } catch (RuntimeException e) {
      FaultLog.write(LOG, "The recording of run " + runId + " is not named in the log", e);
    }
  }

  @Override
  public void afterJob() {
    if (context != null) {
      context.close();
    }
  }
}
