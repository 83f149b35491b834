package org.otklik.job.analyse;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Path;
import org.otklik.analysis.AnalysisService;
import org.otklik.problem.ProblemCode;
import org.otklik.storage.MediaProber;
import org.otklik.storage.MediaStore;
import org.otklik.storage.UnusableMediaException;

/** Looks into the film once more, as it lies in the store, and begins the run. */
@Dependent
@Named
public class ProbeRecordingBatchlet extends AbstractBatchlet {
  @Inject @BatchProperty private long runId;
  @Inject private AnalysisService analysis;
  @Inject private MediaStore store;
  @Inject private MediaProber prober;
  @Inject private VisionModels models;

  @Override
  public String process() throws IOException, UnusableMediaException {
    Path film = store.open(analysis.recording(runId).mediaSha256());
    try {
      prober.probe(film);
    } catch (UnusableMediaException e) {
      analysis.fail(runId, ProblemCode.valueOf("FILM_" + e.reason()));
      throw e;
    }
    analysis.begin(runId, models.release());
    return "PROBED";
  }
}
