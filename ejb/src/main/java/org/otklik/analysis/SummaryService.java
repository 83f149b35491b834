package org.otklik.analysis;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.otklik.analysis.result.CreativeCurveStore;
import org.otklik.analysis.result.CreativeMomentStore;
import org.otklik.analysis.result.CreativeScoreStore;
import org.otklik.analysis.result.GroupResults;
import org.otklik.analysis.result.VersionedResult;
import org.otklik.analysis.run.AnalysisRun;
import org.otklik.analysis.run.WaitingRuns;
import org.otklik.analysis.viewing.ViewingEvaluator;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.campaign.SummaryState;
import org.otklik.identity.Actor;
import org.otklik.metric.GroupResult;
import org.otklik.queue.JobName;
import org.otklik.queue.JobQueue;

/** Frames to seconds to viewings to the creative's metrics; every step can be repeated. */
@Stateless
public class SummaryService {
  @Inject private ViewingEvaluator judge;
  @Inject private WaitingRuns waiting;
  @Inject private GroupResults results;
  @Inject private CreativeCurveStore curves;
  @Inject private CreativeMomentStore moments;
  @Inject private CreativeScoreStore scores;
  @Inject private CampaignService campaigns;
  @Inject private JobQueue queue;

  /**
   * @return how many frames were sampled
   */
  public int summariseRecording(AnalysisRun run) {
    outdate(run.recording().creative());
    return judge.judge(run);
  }

  public void excludeFailed(AnalysisRun run) {
    outdate(run.recording().creative());
    judge.judgeFailed(run);
  }

  /** First of all, so that viewings of a creative are only touched under its lock. */
  private void outdate(Creative creative) {
    campaigns.lockCreative(creative.id()).outdate();
  }

  /**
   * Computes the creative's curve, moments, peaks and scores from its counted viewings; first, from
   * their stored frames, the viewings that were judged with other settings or another verdict than
   * hold now, and before that those whose newer runs have waited for each other. All in one
   * transaction, so that what is read meanwhile is wholly of before.
   */
  public void summariseCreative(long creativeId) {
    Creative creative = campaigns.lockCreative(creativeId);
    waiting.takeOver(creative).forEach(judge::judgeEnded);
    judge.judgeAgain(creative);
    VersionedResult calculated = results.ofJudged(creative);
    GroupResult result = calculated.result();
    curves.replace(creativeId, result.curve());
    moments.replaceMoments(creativeId, result.moments());
    moments.replacePeaks(creativeId, result.peaks());
    scores.replace(creativeId, calculated);
    creative.summarised(Instant.now());
  }

  /**
   * Calculates the creative's figures once more, such as after that failed; a creative of which
   * nothing is summarised yet will be by itself.
   */
  public void requestAgain(Actor actor, UUID creativeId) {
    Creative seen = campaigns.creative(actor, creativeId);
    actor.requireUpload();
    Creative creative = campaigns.lockCreative(seen.id());
    if (creative.summaryState() != SummaryState.EMPTY) {
      creative.outdate();
      queue.request(JobName.SUMMARISE_CREATIVE, creative.id());
    }
  }

  /** The job that was to summarise the creative has failed. */
  public void failCreative(long creativeId) {
    campaigns.lockCreative(creativeId).summaryFailed();
  }
}
