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
import org.otklik.analysis.run.AnalysisRun;
import org.otklik.analysis.voice.VoiceService;
import org.otklik.job.JobInterruption;
import org.otklik.job.OutageAware;
import org.otklik.recording.Recording;
import org.otklik.storage.UnusableMediaException;
import org.otklik.vision.model.ModelCard;
import org.otklik.voice.HeardVoice;
import org.otklik.voice.VoiceFinding;

/**
 * Listens for the viewer's voice, where the campaign asks for it; else nothing is read. Stored all
 * at once, so that a run that is interrupted begins anew. What keeps the sound from being read does
 * not keep the recording from its figures.
 */
@Dependent
@Named
@OutageAware
public class ListenToViewerBatchlet extends AbstractBatchlet {
  private static final Logger LOG = System.getLogger(ListenToViewerBatchlet.class.getName());

  @Inject @BatchProperty private long runId;
  @Inject private JobContext job;
  @Inject private AnalysisService analysis;
  @Inject private VoiceService voices;
  @Inject private ViewerListener listener;
  @Inject private VoiceModels models;

  private volatile boolean isStopped;

  @Override
  public String process() throws IOException, UnusableMediaException {
    AnalysisRun run = analysis.run(runId);
    Recording recording = run.recording();
    if (!recording.creative().campaign().isVoiceAnalysed()) {
      return "NOT_ASKED_FOR";
    }
    try {
      HeardVoice voice = heard(run);
      ModelCard model = models.emotion().card();
      voices.keep(runId, recording, voice, model.release(), model.sha256());
      LOG.log(
          Level.INFO,
          "Recording {0}: voice {1}, {2} ms of speech, {3} ms of the creative''s own",
          recording.id(),
          voice.finding(),
          voice.speechMs(),
          voice.creativeMs());
      return voice.finding().name();
    } catch (ViewerListener.Stopped e) {
      return "STOPPED";
    }
  }

  private HeardVoice heard(AnalysisRun run) throws IOException, UnusableMediaException {
    try {
      return listener.listen(run, () -> isStopped);
    } catch (UnusableMediaException e) {
      if (!e.reason().isOfTheFile()) {
        JobInterruption.report(job);
        throw e;
      }
      LOG.log(
          Level.WARNING, "The voice of recording " + run.recording().id() + " cannot be read", e);
      return HeardVoice.nothing(VoiceFinding.UNREADABLE);
    }
  }

  @Override
  public void stop() {
    isStopped = true;
  }
}
