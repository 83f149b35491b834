package org.otklik.analysis.viewing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.analysis.frame.FrameObservationStore;
import org.otklik.analysis.run.AnalysisRun;
import org.otklik.analysis.run.RunState;
import org.otklik.analysis.run.SecondsStored;
import org.otklik.campaign.CampaignSettings;
import org.otklik.campaign.CampaignSettingsService;
import org.otklik.campaign.Creative;
import org.otklik.curve.CreativeCurve;
import org.otklik.metric.ExclusionReason;
import org.otklik.metric.KeyFigures;
import org.otklik.metric.Viewing;
import org.otklik.metric.Viewings;
import org.otklik.recording.Recording;
import org.otklik.settings.MetricSettings;
import org.otklik.timeline.BaselineState;
import org.otklik.timeline.CorrectedFrames;
import org.otklik.timeline.FrameOutcome;
import org.otklik.timeline.FrameSample;
import org.otklik.timeline.SampleSpacing;
import org.otklik.timeline.ViewerSecond;
import org.otklik.timeline.ViewerSeconds;
import org.otklik.vision.face.Uprightness;
import org.otklik.vision.track.FrameCut;
import org.otklik.vision.track.TrackSummary;
import org.otklik.vision.track.ViewerChoice;
import org.otklik.vision.track.ViewerTracks;

/**
 * Judges viewings by their runs' stored frames, or seconds where those are deleted, their
 * campaign's settings and the analyst's verdict. The caller holds their creative's lock.
 */
@ApplicationScoped
public class ViewingEvaluator {
  /**
   * A frame of a video with few of them stands for more time than was asked for, but a face in one
   * or two frames is still nobody.
   */
  private static final double MIN_TRACK_HZ = 5;

  @PersistenceContext private EntityManager em;
  @Inject private FrameObservationStore frames;
  @Inject private ViewingStore viewings;
  @Inject private ViewerSecondStore secondStore;
  @Inject private FaceQuestionStore faces;
  @Inject private CampaignSettingsService settings;
  @Inject private Event<SecondsStored> stored;

  /**
   * @return how many frames were sampled
   */
  public int judge(AnalysisRun run) {
    if (run.framesDeletedAt() != null) {
      judgeBySeconds(run);
      return run.framesSampled();
    }
    Recording recording = run.recording();
    Creative creative = recording.creative();
    MetricSettings metric = creative.campaign().metricSettings();
    List<TrackSummary> tracks = tracks(run.id());
    int neededTurn = Uprightness.neededTurn(frames.turns(run.id()));
    Optional<FaceQuestionStore.ChosenFace> chosenFace = faces.chosenFace(run);
    ViewerChoice likely = choice(run, tracks, chosenFace);
    // Who has shown where the viewer's face is has seen that it stands upright.
    boolean isUpright = neededTurn == Uprightness.UPRIGHT || chosenFace.isPresent();
    ViewerChoice choice = isUpright ? likely : ViewerChoice.none();
    Set<Integer> viewerTracks = choice.isOpen() ? Set.of() : choice.viewer();
    List<FrameSample> samples = samples(run, tracks, viewerTracks);
    CorrectedFrames corrected =
        CorrectedFrames.of(
            samples,
            recording.durationMs(),
            run.sampleHz(),
            run.ownCorrection().orElse(metric.correction()));
    List<ViewerSecond> seconds =
        ViewerSeconds.summarise(
            corrected.samples(),
            recording.clock(),
            recording.durationMs(),
            metric.seconds(run.sampleHz()));
    String viewer = recording.viewer().code();
    Viewing contact =
        !isUpright
            ? Viewing.excluded(viewer, ExclusionReason.NOT_UPRIGHT)
            : choice.isOpen()
                ? Viewing.excluded(viewer, ExclusionReason.SEVERAL_FACES)
                : Viewings.judge(
                    viewer,
                    seconds,
                    watchedSeconds(recording),
                    !viewerTracks.isEmpty(),
                    metric.trace());
    viewings.replaceTracks(run.id(), tracks, viewerTracks);
    faces.replaceQuestion(run.id(), likely, !isUpright || likely.isOpen());
    keep(run, seconds);
    store(
        run,
        contact,
        KeyFigures.of(List.of(List.of(seconds)), watchedSeconds(recording)).attention(),
        isUpright ? null : neededTurn,
        corrected.baseline());
    return samples.size();
  }

  /**
   * Of a run whose frames are deleted: thresholds and groups hold anew, corrections stay as they
   * were. Where it was open who the viewer is, it stays so.
   */
  private void judgeBySeconds(AnalysisRun run) {
    Creative creative = run.recording().creative();
    MetricSettings metric = creative.campaign().metricSettings();
    String viewer = run.recording().viewer().code();
    StoredJudgement before = viewings.judgement(run.id());
    List<ViewerSecond> seconds =
        ViewerSeconds.restated(secondStore.ofRun(run.id()), metric.seconds(run.sampleHz()));
    Viewing contact =
        before
            .openReason()
            .map(reason -> Viewing.excluded(viewer, reason))
            .orElseGet(
                () ->
                    Viewings.judge(
                        viewer,
                        seconds,
                        watchedSeconds(run.recording()),
                        before.hasViewer(),
                        metric.trace()));
    keep(run, seconds);
    store(run, contact, before.attention(), before.turnDegrees(), before.baseline());
  }

  private void keep(AnalysisRun run, List<ViewerSecond> seconds) {
    Creative creative = run.recording().creative();
    secondStore.replace(run.id(), seconds, creative.durationSeconds());
    stored.fire(new SecondsStored(run, seconds, creative.campaign().metricSettings().polarity()));
  }

  /** What coverage is a share of: a call has a length of its own. */
  private static int watchedSeconds(Recording recording) {
    Creative creative = recording.creative();
    return creative.isScript()
        ? CreativeCurve.wholeSeconds(recording.durationMs())
        : creative.durationSeconds();
  }

  /** Who the viewer is: as an analyst has said, else by the tracks. */
  private ViewerChoice choice(
      AnalysisRun run,
      List<TrackSummary> tracks,
      Optional<FaceQuestionStore.ChosenFace> chosenFace) {
    double hz = trackHz(run);
    int leastMs = ViewerTracks.STANDARD_MIN_TRACK_MS;
    return chosenFace
        .map(face -> ViewerTracks.chosen(tracks, hz, leastMs, face.track(), face.isOnePerson()))
        .orElseGet(() -> ViewerTracks.choose(tracks, hz, leastMs));
  }

  /** What each frame says of the viewer; nothing where the camera was frozen. */
  private List<FrameSample> samples(
      AnalysisRun run, List<TrackSummary> tracks, Set<Integer> viewerTracks) {
    List<TrackSummary> viewer =
        tracks.stream().filter(track -> viewerTracks.contains(track.trackId())).toList();
    return frames.samples(run.id(), viewerTracks).stream()
        .map(
            sample ->
                viewer.stream().anyMatch(track -> track.isFrozenAt(sample.mediaTimeMs()))
                        && sample.outcome() != FrameOutcome.NO_FACE
                    ? sample.frozen()
                    : sample)
        .toList();
  }

  /** Of a run that failed there is nothing to look at. */
  public void judgeFailed(AnalysisRun run) {
    store(run, Viewing.analysisFailed(run.recording().viewer().code()), null, null, null);
  }

  /** Judges those anew that were judged with other settings, or another verdict, than hold now. */
  public void judgeAgain(Creative creative) {
    Set<Integer> alike = settings.versionsThatJudgeAlike(creative.campaign());
    for (long runId : viewings.outdatedRuns(creative.id(), alike)) {
      judgeEnded(em.find(AnalysisRun.class, runId));
    }
  }

  /** By its frames, or by its failure. */
  public void judgeEnded(AnalysisRun run) {
    if (run.state() == RunState.COMPLETED) {
      judge(run);
    } else {
      judgeFailed(run);
    }
  }

  private void store(
      AnalysisRun run,
      Viewing contact,
      Double attention,
      Integer turnDegrees,
      BaselineState baseline) {
    long recordingId = run.recording().id();
    Optional<ViewingDecision> verdict = verdict(recordingId);
    boolean excluded = verdict.filter(ViewingDecision::excludes).isPresent();
    CampaignSettings holding = run.recording().creative().campaign().settings();
    viewings.replaceViewing(
        new EvaluatedViewing(
            recordingId,
            run.id(),
            excluded ? contact.excludedByAnalyst() : contact,
            attention,
            turnDegrees,
            baseline,
            holding.version(),
            verdict.map(ViewingDecision::id).orElse(null)),
        Instant.now());
  }

  /** The one that holds. */
  private Optional<ViewingDecision> verdict(long recordingId) {
    return em.createQuery(
            "select v from ViewingDecision v where v.recording.id = :recording order by v.id desc",
            ViewingDecision.class)
        .setParameter("recording", recordingId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Samples a second by which a track's frames tell how long it was seen. */
  private double trackHz(AnalysisRun run) {
    SampleSpacing spacing = new SampleSpacing(frames.timesMs(run.id()));
    double videoHz = 1000.0 / Math.max(1, spacing.medianMs());
    return Math.min(run.sampleHz(), Math.max(MIN_TRACK_HZ, videoHz));
  }

  private List<TrackSummary> tracks(long runId) {
    List<TrackSummary> tracks = new ArrayList<>();
    List<FrameCut> cuts = frames.cuts(runId);
    frames.faces(runId).forEach((track, found) -> tracks.add(TrackSummary.of(track, found, cuts)));
    return tracks;
  }
}
