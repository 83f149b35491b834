package org.otklik.job.clip;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.otklik.analysis.result.ResultService;
import org.otklik.branding.BrandingService;
import org.otklik.campaign.CampaignService;
import org.otklik.clip.ClipFormat;
import org.otklik.clip.ClipPlan;
import org.otklik.clip.ClipService;
import org.otklik.identity.Actor;
import org.otklik.job.JobInterruption;
import org.otklik.job.OutageAware;
import org.otklik.media.StandbyDecoder;
import org.otklik.media.VideoCuts;
import org.otklik.media.decoder.CutOrder;
import org.otklik.problem.ProblemException;
import org.otklik.report.branding.Palette;
import org.otklik.storage.MediaDisk;
import org.otklik.storage.MediaStore;
import org.otklik.storage.StagedFile;
import org.otklik.storage.UnusableMediaException;

/**
 * Makes the clip that was asked for. Begun anew after a kill: what is half written is in no store
 * and no row.
 */
@Dependent
@Named
@OutageAware
public class CutClipBatchlet extends AbstractBatchlet {
  private static final System.Logger LOG = System.getLogger(CutClipBatchlet.class.getName());

  /** About what an encoded frame takes at most. */
  private static final double BYTES_A_PIXEL = 0.2;

  private static final double MIDDLE = 0.5;

  @Inject @BatchProperty private long clipId;
  @Inject private JobContext job;
  @Inject private ClipService clips;
  @Inject private ResultService results;
  @Inject private CampaignService campaigns;
  @Inject private BrandingService brandings;
  @Inject private MediaStore store;
  @Inject private MediaDisk disk;
  @Inject private StandbyDecoder decoder;

  private volatile boolean isStopped;

  /** Ends the child, whose file nobody wants. */
  private static final class Unwanted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public String process() throws IOException, UnusableMediaException {
    Optional<ClipPlan> begun = clips.begin(clipId);
    if (begun.isEmpty()) {
      return "UNWANTED";
    }
    ClipPlan plan = begun.get();
    try {
      disk.requireRoom(
          Math.round(BYTES_A_PIXEL * plan.frames() * plan.size().width * plan.heightPx()));
      Path video = store.open(plan.creativeSha256());
      try (ClipPanel panel =
              ClipPanel.of(plan, results.curve(Actor.JOB, plan.creativeId()), palette(plan));
          StagedFile clip =
              store.stageFile(
                  file ->
                      VideoCuts.write(
                          video, order(plan, panel), file, decoder.child(), this::told))) {
        clips.complete(clipId, clip);
      }
      return "MADE";
    } catch (Unwanted e) {
      return isStopped ? "STOPPED" : "UNWANTED";
    } catch (UnusableMediaException e) {
      if (e.reason() == UnusableMediaException.Reason.DISK_FULL) {
        throw new ProblemException(e.reason().code());
      }
      if (!e.reason().isOfTheFile()) {
        JobInterruption.report(job);
        throw e;
      }
      LOG.log(Level.WARNING, "Clip " + clipId + " cannot be cut", e);
      clips.fail(clipId, e.reason().code());
      return "FAILED";
    }
  }

  /** Of the client's look. */
  private Palette palette(ClipPlan plan) {
    return brandings
        .ofReports(campaigns.creative(Actor.JOB, plan.creativeId()).campaign().client())
        .branding()
        .palette();
  }

  private static CutOrder order(ClipPlan plan, ClipPanel panel) {
    return new CutOrder(
        List.of(new CutOrder.Shot(plan.beginFrame(), plan.endFrame(), MIDDLE, MIDDLE)),
        plan.rateNumerator(),
        plan.rateDenominator(),
        plan.size().width,
        plan.size().height,
        0,
        "",
        0,
        panel.panel(),
        plan.format() == ClipFormat.GIF);
  }

  private void told(int frames) {
    if (isStopped || !clips.progress(clipId, frames)) {
      throw new Unwanted();
    }
  }

  @Override
  public void stop() {
    isStopped = true;
  }
}
