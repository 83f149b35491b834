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
import org.otklik.demo.DemoManifest;
import org.otklik.demo.DemoService;
import org.otklik.job.OutageAware;
import org.otklik.recording.RecordingRequest;
import org.otklik.recording.SubjectRole;
import org.otklik.settings.ServerSettings;
import org.otklik.storage.StagedVideo;
import org.otklik.storage.VideoIntake;

/**
 * Uploads the creative and one viewer after the other, so that the campaign fills before one's
 * eyes. Begun anew after a kill, it uploads what is not there yet.
 */
@Dependent
@Named
@OutageAware
public class CreateDemoBatchlet extends AbstractBatchlet {
  @Inject @BatchProperty private long campaignId;
  @Inject private DemoService demo;
  @Inject private VideoIntake intake;
  @Inject private ServerSettings settings;

  private volatile boolean isStopped;

  @Override
  public String process() throws IOException {
    DemoManifest manifest = DemoManifest.in(settings.demoFolder());
    UUID creative = demo.ad(campaignId).stream().findFirst().orElse(null);
    if (creative == null) {
      try (StagedVideo video = staged(manifest.creative())) {
        creative = demo.addAd(campaignId, manifest.creativeName(), video).publicId();
      }
    }
    Set<String> there = demo.viewers(creative);
    for (DemoManifest.ViewerVideo viewer : manifest.viewers()) {
      if (!isStopped && !there.contains(viewer.viewerCode())) {
        try (StagedVideo video = staged(viewer.file())) {
          demo.addViewer(campaignId, creative, recording(viewer), video);
        }
      }
    }
    return isStopped ? "STOPPED" : "UPLOADED";
  }

  private static RecordingRequest recording(DemoManifest.ViewerVideo viewer) {
    return new RecordingRequest(
        viewer.viewerCode(), viewer.attributes(), 0, SubjectRole.VIEWER.name(), null);
  }

  /** Taken in as anybody's upload would be. */
  private StagedVideo staged(Path video) throws IOException {
    try (InputStream content = Files.newInputStream(video)) {
      return intake.receive(content);
    }
  }

  @Override
  public void stop() {
    isStopped = true;
  }
}
