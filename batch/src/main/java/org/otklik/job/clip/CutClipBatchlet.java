package org.otklik.job.clip;

import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.otklik.branding.BrandingService;
import org.otklik.campaign.CampaignService;
import org.otklik.clip.ClipFormat;
import org.otklik.clip.ClipPlan;
import org.otklik.clip.ClipService;
import org.otklik.curve.CreativeSecond;
import org.otklik.identity.Actor;
import org.otklik.job.OutageAware;
import org.otklik.job.cut.CutBatchlet;
import org.otklik.media.decoder.CutOrder;
import org.otklik.problem.ProblemCode;
import org.otklik.report.branding.Palette;
import org.otklik.storage.StagedFile;
import org.otklik.storage.UnusableMediaException;

/** Makes the clip that was asked for. */
@Dependent
@Named
@OutageAware
public class CutClipBatchlet extends CutBatchlet<ClipPlan> {
  /** About what an encoded frame takes at most. */
  private static final double BYTES_A_PIXEL = 0.2;

  private static final double MIDDLE = 0.5;

  @Inject @BatchProperty private long clipId;
  @Inject private ClipService clips;
  @Inject private CampaignService campaigns;
  @Inject private BrandingService brandings;

  @Override
  protected ClipService videos() {
    return clips;
  }

  @Override
  protected long videoId() {
    return clipId;
  }

  @Override
  protected String creativeSha256(ClipPlan plan) {
    return plan.creativeSha256();
  }

  @Override
  protected long bytes(ClipPlan plan) {
    return Math.round(BYTES_A_PIXEL * plan.frames() * plan.size().width * plan.heightPx());
  }

  @Override
  protected StagedFile cut(ClipPlan plan, Cutter cutter)
      throws IOException, UnusableMediaException, NotToBeMadeException {
    try (ClipPanel panel = ClipPanel.of(plan, curve(plan), palette(plan))) {
      return cutter.cut(order(plan, panel));
    }
  }

  private List<CreativeSecond> curve(ClipPlan plan) throws NotToBeMadeException {
    return clips
        .curve(plan)
        .orElseThrow(() -> new NotToBeMadeException(ProblemCode.CLIP_VIEWERS_GONE));
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
}
