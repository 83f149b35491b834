package org.otklik.analysis;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.metric.Contact;
import org.otklik.metric.EmotionalExperienceIndex;
import org.otklik.metric.EmotionalNps;
import org.otklik.metric.Headlines;
import org.otklik.timeline.CreativeCurve;
import org.otklik.timeline.CreativeSecond;
import org.otklik.timeline.EmotionPeaks;
import org.otklik.timeline.Moment;
import org.otklik.timeline.Moments;
import org.otklik.timeline.ViewerSecond;

/** Frames to seconds to viewings to the creative's metrics; every step can be repeated. */
@Stateless
public class SummaryService {
  @Inject private ViewingJudge judge;
  @Inject private ViewingStore viewings;
  @Inject private CreativeSummaryStore summaries;
  @Inject private CampaignService campaigns;

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
   * hold now. All in one transaction, so that what is read meanwhile is wholly of before.
   */
  public void summariseCreative(long creativeId) {
    Creative creative = campaigns.lockCreative(creativeId);
    judge.judgeAgain(creative);
    List<StoredViewing> stored = viewings.of(creativeId);
    List<Contact> contacts = stored.stream().map(StoredViewing::contact).toList();
    List<List<ViewerSecond>> counted =
        stored.stream()
            .filter(viewing -> !viewing.contact().isExcluded())
            .map(viewing -> viewings.seconds(viewing.runId()))
            .toList();
    List<CreativeSecond> curve = CreativeCurve.of(counted, creative.durationSeconds());
    summaries.replaceCurve(creativeId, curve);
    summaries.replaceMoments(
        creativeId,
        Moments.find(curve).stream()
            .sorted(Comparator.comparingDouble(Moment::rise).reversed())
            .toList());
    summaries.replacePeaks(creativeId, EmotionPeaks.top(curve, EmotionPeaks.STANDARD_COUNT));
    summaries.replaceScore(
        creative,
        EmotionalExperienceIndex.of(contacts),
        EmotionalNps.of(contacts, creative.campaign().metricSettings().trace()),
        Headlines.of(curve, counted),
        contacts);
    creative.summarised(Instant.now());
  }

  /** The job that was to summarise the creative has failed. */
  public void failCreative(long creativeId) {
    campaigns.lockCreative(creativeId).summaryFailed();
  }
}
