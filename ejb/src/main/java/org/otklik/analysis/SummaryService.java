package org.otklik.analysis;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.metric.Contact;
import org.otklik.metric.Contacts;
import org.otklik.metric.EmotionalExperienceIndex;
import org.otklik.metric.EmotionalNps;
import org.otklik.metric.Headlines;
import org.otklik.recording.Recording;
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

  @Inject private FrameObservationStore frames;
  @Inject private ViewingStore viewings;
  @Inject private CreativeSummaryStore summaries;
  @Inject private CampaignService campaigns;

  /**
   * @return how many frames were sampled
   */
  public int summariseRecording(AnalysisRun run) {
    Recording recording = run.recording();
    Creative creative = recording.creative();
    List<TrackSummary> tracks = tracks(run.id());
    Set<Integer> viewerTracks =
        ViewerTracks.select(tracks, trackHz(run), ViewerTracks.STANDARD_LEAST_TRACK_MS);
    List<FrameSample> samples = frames.samples(run.id(), viewerTracks);
    CorrectedFrames corrected =
        CorrectedFrames.of(samples, recording.durationMs(), run.sampleHz(), run.correction());
    List<ViewerSecond> seconds =
        ViewerSeconds.summarise(
            corrected.samples(),
            recording.creativeStartMs(),
            recording.durationMs(),
            MetricRules.seconds(creative.campaign(), run));
    Contact contact =
        Contacts.judge(
            recording.viewer().code(),
            seconds,
            creative.durationSeconds(),
            !viewerTracks.isEmpty(),
            MetricRules.trace(creative.campaign()));
    viewings.replaceTracks(run.id(), tracks, viewerTracks);
    viewings.replaceSeconds(run.id(), seconds, creative.durationSeconds());
    viewings.replaceViewing(
        recording.id(),
        run.id(),
        contact,
        Headlines.attention(List.of(seconds), creative.durationSeconds()),
        corrected.baseline(),
        Instant.now());
    markStale(creative);
    return samples.size();
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
    Recording recording = run.recording();
    viewings.replaceViewing(
        recording.id(),
        run.id(),
        Contact.analysisFailed(recording.viewer().code()),
        null,
        null,
        Instant.now());
    markStale(recording.creative());
  }

  private void markStale(Creative creative) {
    campaigns.lockCreative(creative.id()).viewingsChanged();
  }

  /** Computes the creative's curve, moments, peaks and scores from its counted viewings. */
  public void summariseCreative(long creativeId) {
    Creative creative = campaigns.lockCreative(creativeId);
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
        EmotionalNps.of(contacts, MetricRules.trace(creative.campaign())),
        Headlines.of(curve, counted),
        contacts);
    creative.summarised(Instant.now());
  }

  /** The job that was to summarise the creative has failed. */
  public void failCreative(long creativeId) {
    campaigns.lockCreative(creativeId).summaryFailed();
  }
}
