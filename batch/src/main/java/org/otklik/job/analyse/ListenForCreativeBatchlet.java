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
import org.otklik.job.JobInterruption;
import org.otklik.job.OutageAware;
import org.otklik.recording.Recording;
import org.otklik.recording.SoundAlignmentService;
import org.otklik.sound.SoundAlignment;
import org.otklik.sound.SoundFinding;
import org.otklik.storage.UnusableMediaException;

/**
 * Finds by its sound when the creative was shown, where nobody has said so: once a recording. What
 * keeps its sound from being read does not keep its faces from being observed.
 */
@Dependent
@Named
@OutageAware
public class ListenForCreativeBatchlet extends AbstractBatchlet {
  private static final Logger LOG = System.getLogger(ListenForCreativeBatchlet.class.getName());

  @Inject @BatchProperty private long runId;
  @Inject private JobContext job;
  @Inject private AnalysisService analysis;
  @Inject private SoundAlignmentService alignments;
  @Inject private CreativeListener listener;

  @Override
  public String process() throws IOException, UnusableMediaException {
    Recording recording = analysis.recording(runId);
    if (!recording.isToBeListenedTo()) {
      return "KNOWN";
    }
    SoundAlignment alignment = heard(recording);
    LOG.log(
        Level.INFO,
        "Recording {0}: the creative''s sound {1}, score {2}, {3} of {4} pieces",
        recording.id(),
        alignment.finding(),
        alignment.score(),
        alignment.heardPieces(),
        alignment.pieces());
    alignments.keep(recording.id(), alignment);
    return alignment.finding().name();
  }

  private SoundAlignment heard(Recording recording) throws IOException, UnusableMediaException {
    try {
      return listener.listen(recording, alignments.otherCuts(recording));
    } catch (UnusableMediaException e) {
      if (!e.reason().isOfTheFile()) {
        JobInterruption.report(job);
        throw e;
      }
      LOG.log(Level.WARNING, "The sound of recording " + recording.id() + " cannot be read", e);
      return SoundAlignment.refused(SoundFinding.UNREADABLE, 0, 0, 0);
    }
  }
}
