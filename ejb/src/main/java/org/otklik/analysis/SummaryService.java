package org.otklik.analysis;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.CampaignSettings;
import org.otklik.campaign.CampaignSettingsService;
import org.otklik.campaign.Creative;
import org.otklik.metric.Contact;
import org.otklik.metric.Contacts;
import org.otklik.metric.EmotionalExperienceIndex;
import org.otklik.metric.EmotionalNps;
import org.otklik.metric.Headlines;
import org.otklik.recording.Recording;
import org.otklik.settings.MetricSettings;
import org.otklik.timeline.BaselineState;
import org.otklik.timeline.CorrectedFrames;
import org.otklik.timeline.CreativeCurve;
import org.otklik.timeline.CreativeSecond;
import org.otklik.timeline.EmotionPeaks;
import org.otklik.timeline.FrameSample;
import org.otklik.timeline.Moment;
import org.otklik.timeline.Moments;
import org.otklik.timeline.SampleSpacing;
import org.otklik.timeline.ViewerSecond;
import org.otklik.timeline.ViewerSeconds;
import org.otklik.vision.TrackSummary;
import org.otklik.vision.ViewerTracks;

/** Frames to seconds to viewings to the creative's metrics; every step can be repeated. */
@Stateless
public class SummaryService {
  private static final int PEAKS_PER_EMOTION = 3;

  /**
   * A frame of a film with few of them stands for more time than was asked for, but a face in one
   * or two frames is still nobody.
   */
  private static final double LEAST_TRACK_HZ = 5;

  @PersistenceContext private EntityManager em;
  @Inject private FrameObservationStore frames;
  @Inject private ViewingStore viewings;
  @Inject private CreativeSummaryStore summaries;
  @Inject private CampaignService campaigns;
  @Inject private CampaignSettingsService settings;

  /**
   * @return how many frames were sampled
   */
  public int summariseRecording(AnalysisRun run) {
    int sampled = judge(run);
    markStale(run.recording().creative());
    return sampled;
  }

  private int judge(AnalysisRun run) {
    Recording recording = run.recording();
    Creative creative = recording.creative();
    MetricSettings metric = creative.campaign().metricSettings();
    List<TrackSummary> tracks = tracks(run.id());
    Set<Integer> viewerTracks =
        ViewerTracks.select(tracks, trackHz(run), ViewerTracks.STANDARD_LEAST_TRACK_MS);
    List<FrameSample> samples = frames.samples(run.id(), viewerTracks);
    CorrectedFrames corrected =
        CorrectedFrames.of(
            samples,
            recording.durationMs(),
            run.sampleHz(),
            run.ownCorrection().orElse(metric.correction()));
    List<ViewerSecond> seconds =
        ViewerSeconds.summarise(
            corrected.samples(),
            recording.creativeStartMs(),
            recording.durationMs(),
            metric.seconds(run.sampleHz()));
    Contact contact =
        Contacts.judge(
            recording.viewer().code(),
            seconds,
            creative.durationSeconds(),
            !viewerTracks.isEmpty(),
            metric.trace());
    viewings.replaceTracks(run.id(), tracks, viewerTracks);
    viewings.replaceSeconds(run.id(), seconds, creative.durationSeconds());
    store(
        run,
        contact,
        Headlines.attention(List.of(seconds), creative.durationSeconds()),
        corrected.baseline());
    return samples.size();
  }

  private void store(AnalysisRun run, Contact contact, Double attention, BaselineState baseline) {
    long recordingId = run.recording().id();
    Optional<ViewingVerdict> verdict = verdict(recordingId);
    boolean excluded = verdict.filter(ViewingVerdict::excludes).isPresent();
    CampaignSettings holding = run.recording().creative().campaign().settings();
    viewings.replaceViewing(
        new JudgedViewing(
            recordingId,
            run.id(),
            excluded ? contact.excludedByAnalyst() : contact,
            attention,
            baseline,
            holding.version(),
            verdict.map(ViewingVerdict::id).orElse(null)),
        Instant.now());
  }

  /** The one that holds. */
  private Optional<ViewingVerdict> verdict(long recordingId) {
    return em.createQuery(
            "select v from ViewingVerdict v where v.recording.id = :recording order by v.id desc",
            ViewingVerdict.class)
        .setParameter("recording", recordingId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Samples a second by which a track's frames tell how long it was seen. */
  private double trackHz(AnalysisRun run) {
    SampleSpacing spacing = new SampleSpacing(frames.timesMs(run.id()));
    double filmHz = 1000.0 / Math.max(1, spacing.medianMs());
    return Math.min(run.sampleHz(), Math.max(LEAST_TRACK_HZ, filmHz));
  }

  private List<TrackSummary> tracks(long runId) {
    List<TrackSummary> tracks = new ArrayList<>();
    frames.boxes(runId).forEach((track, boxes) -> tracks.add(TrackSummary.of(track, boxes)));
    return tracks;
  }

  public void excludeFailed(AnalysisRun run) {
    storeFailed(run);
    markStale(run.recording().creative());
  }

  private void storeFailed(AnalysisRun run) {
    store(run, Contact.analysisFailed(run.recording().viewer().code()), null, null);
  }

  private void markStale(Creative creative) {
    campaigns.lockCreative(creative.id()).outdate();
  }

  /**
   * Computes the creative's curve, moments, peaks and scores from its counted viewings; first, from
   * their stored frames, the viewings that were judged with other settings or another verdict than
   * hold now. All in one transaction, so that what is read meanwhile is wholly of before.
   */
  public void summariseCreative(long creativeId) {
    Creative creative = campaigns.lockCreative(creativeId);
    judgeAgain(creative);
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
    summaries.replacePeaks(creativeId, EmotionPeaks.top(curve, PEAKS_PER_EMOTION));
    summaries.replaceScore(
        creative,
        EmotionalExperienceIndex.of(contacts),
        EmotionalNps.of(contacts, creative.campaign().metricSettings().trace()),
        Headlines.of(curve, counted),
        contacts);
    creative.summarised(Instant.now());
  }

  private void judgeAgain(Creative creative) {
    Set<Integer> alike = settings.versionsThatJudgeAlike(creative.campaign());
    for (long runId : viewings.outdatedRuns(creative.id(), alike)) {
      AnalysisRun run = em.find(AnalysisRun.class, runId);
      if (run.state() == RunState.COMPLETED) {
        judge(run);
      } else {
        storeFailed(run);
      }
    }
  }

  /** The job that was to summarise the creative has failed. */
  public void failCreative(long creativeId) {
    campaigns.lockCreative(creativeId).summaryFailed();
  }
}
