package org.otklik.job.demo;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.otklik.demo.DemoService;
import org.otklik.media.synthetic.DemoCampaign;
import org.otklik.media.synthetic.DemoViewer;
import org.otklik.media.synthetic.SyntheticAd;
import org.otklik.recording.RecordingRequest;
import org.otklik.recording.SubjectRole;
import org.otklik.storage.FilmIntake;
import org.otklik.storage.StagedFilm;

/**
 * Draws the ad and one viewer after the other, and uploads each as soon as it is drawn, so that the
 * campaign fills before one's eyes. Begun anew after a kill, it draws what is not there yet.
 */
@Dependent
@Named
public class MakeDemoBatchlet extends AbstractBatchlet {
  @Inject @BatchProperty private long campaignId;
  @Inject private DemoService demo;
  @Inject private FilmIntake intake;

  private volatile boolean isStopped;

  @Override
  public String process() throws IOException {
    UUID ad = demo.ad(campaignId).stream().findFirst().orElse(null);
    if (ad == null) {
      try (StagedFilm film = drawn(new SyntheticAd()::writeTo)) {
        ad = demo.addAd(campaignId, DemoCampaign.CREATIVE_NAME, film).publicId();
      }
    }
    Set<String> there = demo.viewers(ad);
    for (DemoViewer viewer : DemoCampaign.viewers()) {
      if (!isStopped && !there.contains(viewer.code())) {
        try (StagedFilm film = drawn(viewer::writeTo)) {
          demo.addViewer(campaignId, ad, said(viewer), film);
        }
      }
    }
    return isStopped ? "STOPPED" : "DRAWN";
  }

  private static RecordingRequest said(DemoViewer viewer) {
    return new RecordingRequest(viewer.code(), viewer.attributes(), 0, SubjectRole.VIEWER, null);
  }

  private interface Drawing {
    void writeTo(Path film) throws IOException;
  }

  /** Taken in as anybody's upload would be. */
  private StagedFilm drawn(Drawing drawing) throws IOException {
    Path film = Files.createTempFile("otklik-demo-", ".film");
    try {
      drawing.writeTo(film);
      try (InputStream content = Files.newInputStream(film)) {
        return intake.receive(content);
      }
    } finally {
      Files.delete(film);
    }
  }

  @Override
  public void stop() {
    isStopped = true;
  }
}
