package org.otklik.job.analyse;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.otklik.analysis.AnalysisService;
import org.otklik.analysis.call.CallSideService;
import org.otklik.analysis.run.AnalysisRun;
import org.otklik.job.JobInterruption;
import org.otklik.job.OutageAware;
import org.otklik.problem.ProblemCode;
import org.otklik.recording.Recording;
import org.otklik.storage.UnusableMediaException;

/**
 * Ends the analysis of a call of which nobody has said where the customer is, before a frame is
 * looked at: a face alone in the frame may be the employee's, too. Measures what may help to say
 * where the customer is heard: which parts of the sound are silent.
 */
@Dependent
@Named
@OutageAware
public class CheckSidesBatchlet extends AbstractBatchlet {
  private static final Logger LOG = System.getLogger(CheckSidesBatchlet.class.getName());

  @Inject @BatchProperty private long runId;
  @Inject private JobContext job;
  @Inject private AnalysisService analysis;
  @Inject private CallSideService sides;
  @Inject private CustomerListener listener;

  @Override
  public String process() throws IOException, UnusableMediaException {
    AnalysisRun run = analysis.run(runId);
    Recording recording = run.recording();
    if (recording.isCall()
        && recording.creative().campaign().isVoiceAnalysed()
        && run.customerSound().isEmpty()
        && recording.hasSound()
        && recording.soundAudible().isEmpty()) {
      measure(recording);
    }
    if (!run.isOfUnknownSides()) {
      return "KNOWN";
    }
    analysis.failNow(runId, ProblemCode.CALL_SIDES_UNKNOWN);
    return "UNKNOWN";
  }

  private void measure(Recording recording) throws IOException, UnusableMediaException {
    try {
      sides.keepAudible(recording.id(), listener.audible(recording));
    } catch (UnusableMediaException e) {
      if (!e.reason().isOfTheFile()) {
        JobInterruption.report(job);
        throw e;
      }
      LOG.log(Level.WARNING, "The sound of recording " + recording.id() + " cannot be read", e);
    }
  }
}
