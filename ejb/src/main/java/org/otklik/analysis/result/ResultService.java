package org.otklik.analysis.result;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.otklik.analysis.group.ViewerSegment;
import org.otklik.analysis.run.UsedModel;
import org.otklik.analysis.viewing.ViewerSecondStore;
import org.otklik.analysis.viewing.ViewerTimeline;
import org.otklik.analysis.viewing.ViewerTimelineStore;
import org.otklik.analysis.viewing.ViewingNeighbour;
import org.otklik.analysis.viewing.ViewingView;
import org.otklik.analysis.viewing.ViewingViewStore;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.CampaignSettingsService;
import org.otklik.campaign.Creative;
import org.otklik.curve.CreativeSecond;
import org.otklik.curve.EmotionPeak;
import org.otklik.curve.Moment;
import org.otklik.emotion.Emotion;
import org.otklik.identity.Actor;
import org.otklik.metric.GroupResult;
import org.otklik.metric.Viewing;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.recording.RecordingService;
import org.otklik.settings.MetricSettings;
import org.otklik.timeline.CorrectionSettings;
import org.otklik.timeline.ViewerSecond;

/** What is shown of the results, limited to the actor's clients. */
@Stateless
public class ResultService {
  @Inject private CampaignService campaigns;
  @Inject private CampaignSettingsService campaignSettings;
  @Inject private RecordingService recordings;
  @Inject private CreativeScoreStore scores;
  @Inject private CreativeCurveStore curves;
  @Inject private CreativeMomentStore moments;
  @Inject private ViewerSecondStore seconds;
  @Inject private GroupResults groups;
  @Inject private ViewingViewStore viewingViews;
  @Inject private ViewerTimelineStore timelines;
  @Inject private Jdbi jdbi;

  /** The creative's metrics; empty until the first summary. */
  public Optional<CreativeScore> score(Actor actor, UUID creativeId) {
    return scores.score(creative(actor, creativeId).id());
  }

  /**
   * The indexes over what is analysed by now, for creatives whose stored ones are of before.
   *
   * @param summarised creatives as they were given to an actor, who therefore may see them, each
   *     with the version of the settings that it is summarised with, or null
   */
  public Map<Creative, VersionedScore> scoresByNow(Map<Creative, Integer> summarised) {
    return groups.scoresByNow(summarised);
  }

  /** How much of the creatives' recordings is analysed. */
  public AnalysisProgress progress(Collection<Creative> creatives) {
    return groups.progress(creatives);
  }

  /** Every second of the creative, over its counted viewings. */
  public List<CreativeSecond> curve(Actor actor, UUID creativeId) {
    return curves.curve(creative(actor, creativeId).id());
  }

  /** Strongest first. */
  public List<Moment> moments(Actor actor, UUID creativeId) {
    return moments.moments(creative(actor, creativeId).id());
  }

  public Map<Emotion, List<EmotionPeak>> peaks(Actor actor, UUID creativeId) {
    return moments.peaks(creative(actor, creativeId).id());
  }

  /** The creative's recordings in the order of upload, with state and outcome. */
  public List<ViewingView> viewings(Actor actor, UUID creativeId) {
    return viewingViews.ofCreative(creative(actor, creativeId).id());
  }

  /** The viewing before the recording's in the order of upload; empty for the first. */
  public Optional<ViewingNeighbour> viewingBefore(Actor actor, UUID recordingId) {
    return viewingViews.before(recordings.recording(actor, recordingId));
  }

  /** The viewing after the recording's; empty for the last. */
  public Optional<ViewingNeighbour> viewingAfter(Actor actor, UUID recordingId) {
    return viewingViews.after(recordings.recording(actor, recordingId));
  }

  /** The creative's included viewings, second by second. */
  public List<ViewerTimeline> timelines(Actor actor, UUID creativeId) {
    return timelines.of(creative(actor, creativeId));
  }

  public ViewingView viewing(Actor actor, UUID recordingId) {
    return viewingViews.ofRecording(recordings.recording(actor, recordingId).id());
  }

  /** The viewer's own seconds, also where the viewing is excluded. */
  public List<ViewerSecond> viewerSeconds(Actor actor, UUID recordingId) {
    long recording = recordings.recording(actor, recordingId).id();
    Optional<Long> currentRun =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select id
                        from core.analysis_run
                        where recording_id = :recording_id and is_current
                        """)
                    .bind("recording_id", recording)
                    .mapTo(Long.class)
                    .findOne());
    return currentRun.map(seconds::ofRun).orElse(List.of());
  }

  /** Over all contacts and viewers of the campaign. */
  public VersionedScore campaignScore(Actor actor, UUID campaignId) {
    return groups.scoreOfCampaign(campaigns.campaign(actor, campaignId));
  }

  /** As {@link #campaignScore(Actor, UUID)}, of these viewers only. */
  public VersionedScore campaignScore(Actor actor, UUID campaignId, Set<String> viewers) {
    return groups.scoreOfViewers(campaigns.campaign(actor, campaignId), viewers);
  }

  /** The judged contacts of the campaign, excluded ones too. */
  public List<Viewing> campaignContacts(Actor actor, UUID campaignId) {
    Campaign campaign = campaigns.campaign(actor, campaignId);
    return groups.contacts(campaign, null, groups.settings(campaign));
  }

  /** What is not stored of all viewers of the creative, such as EmoNPS over the range of K. */
  public GroupResult everybody(Actor actor, UUID creativeId) {
    return groups.ofCreative(creative(actor, creativeId), ViewerSegment.EVERYBODY).result();
  }

  /** What the creative's figures were computed with; before there are any, what holds. */
  public MetricSettings settings(Actor actor, UUID creativeId) {
    Campaign campaign = creative(actor, creativeId).campaign();
    return score(actor, creativeId)
        .map(score -> campaignSettings.version(campaign, score.settingsVersion()))
        .orElseGet(campaign::metricSettings);
  }

  /** The models that produced the creative's rows. */
  public List<UsedModel> models(Actor actor, UUID creativeId) {
    long creative = creative(actor, creativeId).id();
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    with used as (
                        select run.*
                        from core.analysis_run as run
                        join core.recording on recording.id = run.recording_id
                        where recording.creative_id = :creative_id
                            and run.is_current and run.state = 'COMPLETED'
                    )
                    select detector_name as name, detector_sha256 as sha256 from used
                    union
                    select classifier_name, classifier_sha256 from used
                    order by 1
                    """)
                .bind("creative_id", creative)
                .map(
                    (row, context) -> new UsedModel(row.getString("name"), row.getString("sha256")))
                .list());
  }

  /** Frames looked at a second in the creative's runs; several where the setting was changed. */
  public List<Double> sampleRates(Actor actor, UUID creativeId) {
    long creative = creative(actor, creativeId).id();
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select distinct run.sample_hz
                    from core.analysis_run as run
                    join core.recording on recording.id = run.recording_id
                    where recording.creative_id = :creative_id and run.is_current
                    order by 1
                    """)
                .bind("creative_id", creative)
                .mapTo(Double.class)
                .list());
  }

  /** How the creative's runs were corrected; several where they differ. */
  public List<CorrectionSettings> corrections(Actor actor, UUID creativeId) {
    return viewingViews.corrections(creative(actor, creativeId).id());
  }

  /** Second to SHA-256 of the creative's picture there. */
  public Map<Integer, String> pictures(Actor actor, UUID creativeId) {
    long creative = creative(actor, creativeId).id();
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select second_no, media_sha256
                    from agg.creative_thumbnail
                    where creative_id = :creative_id
                    """)
                .bind("creative_id", creative)
                .map(
                    (row, context) ->
                        Map.entry(row.getInt("second_no"), row.getString("media_sha256")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** SHA-256 of the picture at a second. */
  public String picture(Actor actor, UUID creativeId, int second) {
    String sha256 = pictures(actor, creativeId).get(second);
    if (sha256 == null) {
      throw new ProblemException(ProblemCode.PICTURE_UNKNOWN);
    }
    return sha256;
  }

  private Creative creative(Actor actor, UUID creativeId) {
    return campaigns.creative(actor, creativeId);
  }
}
