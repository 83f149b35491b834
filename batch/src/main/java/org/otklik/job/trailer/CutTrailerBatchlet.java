package org.otklik.job.trailer;

import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.otklik.job.OutageAware;
import org.otklik.job.cut.CutBatchlet;
import org.otklik.media.decoder.CutOrder;
import org.otklik.problem.ProblemCode;
import org.otklik.storage.StagedFile;
import org.otklik.storage.UnusableMediaException;
import org.otklik.trailer.video.CutPlan;
import org.otklik.trailer.video.TrailerVideoService;

/** Makes the video of a trailer that was asked for. */
@Dependent
@Named
@OutageAware
public class CutTrailerBatchlet extends CutBatchlet<CutPlan> {
  /** About what an encoded frame takes at most. */
  private static final double BYTES_A_PIXEL = 0.05;

  @Inject @BatchProperty private long trailerVideoId;
  @Inject private TrailerVideoService videos;
  @Inject private ShotCentres centres;

  @Override
  protected TrailerVideoService videos() {
    return videos;
  }

  @Override
  protected long videoId() {
    return trailerVideoId;
  }

  @Override
  protected String creativeSha256(CutPlan plan) {
    return plan.creativeSha256();
  }

  @Override
  protected long bytes(CutPlan plan) {
    return Math.round(BYTES_A_PIXEL * plan.frames() * plan.size().width * plan.size().height);
  }

  @Override
  protected StagedFile cut(CutPlan plan, Cutter cutter)
      throws IOException, UnusableMediaException, NotToBeMadeException {
    try (ClosingCard card = ClosingCard.of(plan, logo(plan))) {
      return cutter.cut(order(plan, card));
    }
  }

  /** Null where none is wanted. */
  private byte[] logo(CutPlan plan) throws NotToBeMadeException {
    if (!plan.closingLogo()) {
      return null;
    }
    byte[] logo = videos.logo(plan.creativeId());
    if (logo == null) {
      throw new NotToBeMadeException(ProblemCode.CLIENT_LOGO_MISSING); // deleted since
    }
    return logo;
  }

  private CutOrder order(CutPlan plan, ClosingCard card) throws IOException {
    return new CutOrder(
        centres.shots(plan),
        plan.rate().denominator(),
        plan.rate().numerator(),
        plan.size().width,
        plan.size().height,
        plan.dissolveFrames(),
        card.path(),
        plan.closingFrames());
  }
}
