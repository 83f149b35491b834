package org.otklik.analysis;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.otklik.analysis.frame.FrameObservationStore;
import org.otklik.analysis.frame.StoredFrames;
import org.otklik.analysis.frame.TrackedFrame;
import org.otklik.analysis.run.AnalysisRequest;
import org.otklik.analysis.run.AnalysisRun;
import org.otklik.analysis.run.ModelRelease;
import org.otklik.analysis.run.RunState;
import org.otklik.analysis.run.WaitingRuns;
import org.otklik.campaign.CampaignService;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.queue.JobName;
import org.otklik.queue.JobQueue;
import org.otklik.recording.Recording;
import org.otklik.recording.RecordingAdded;
import org.otklik.recording.RecordingService;
import org.otklik.request.RequestValidator;
import org.otklik.settings.ServerSettings;
import org.otklik.timeline.CorrectionSettings;
import org.otklik.vision.VisionSettings;

/** The life of analysis runs. */
@Stateless
public class AnalysisService {
  private static final int AS_THE_FILE_ASKS = 0;

  @PersistenceContext private EntityManager em;
  @Inject private JobQueue queue;
  @Inject private ServerSettings settings;
  @Inject private FrameObservationStore frames;
  @Inject private SummaryService summaries;
  @Inject private RecordingService recordings;
  @Inject private CampaignService campaigns;
  @Inject private WaitingRuns waiting;

  /**
   * A run whose frames come from a live showing, and no job; {@link #complete} ends it.
   *
   * @param sampleHz images a second that are asked for
   * @return its key
   */
  public long openLive(Recording recording, double sampleHz) {
    AnalysisRun run =
        new AnalysisRun(
            recording, sampleHz, VisionSettings.STANDARD, Optional.empty(), AS_THE_FILE_ASKS);
    persist(run);
    return run.id();
  }

  /** What a live showing that goes on after a restart of the server has to know of a run. */
  public LiveProgress liveProgress(long runId) {
    int[] times = frames.timesMs(runId);
    var tracks = frames.faces(runId);
    return new LiveProgress(
        times.length,
        times.length == 0 ? -1 : times[times.length - 1],
        tracks.isEmpty() ? 0 : tracks.lastKey());
  }

  /**
   * How far a live run has come.
   *
   * @param lastMs time of its newest frame; -1 where there is none
   * @param lastTrack its highest track of a face; 0 where there is none
   */
  public record LiveProgress(int frames, int lastMs, int lastTrack) {}

  /** Every new recording is analysed. */
  public void request(@Observes RecordingAdded added) {
    request(added.recording(), Optional.empty(), AS_THE_FILE_ASKS);
  }

  /**
   * Analyses a recording once more, with today's models and gates, corrected as before; the earlier
   * run stays, but counts no longer.
   *
   * @throws ProblemException ANALYSIS_RUNNING while the newest run has not ended; VIDEO_DELETED
   */
  public void requestAgain(Actor actor, UUID recordingId) {
    AnalysisRun current = current(actor, recordingId);
    replace(current, current.ownCorrection(), current.turnDegrees());
  }

  /**
   * As {@link #requestAgain(Actor, UUID)}, with corrections of its own; where there are none, those
   * of the campaign hold from now on.
   */
  public void requestAgain(Actor actor, UUID recordingId, AnalysisRequest request) {
    AnalysisRun current = current(actor, recordingId);
    Optional<CorrectionSettings> correction = RequestValidator.valid(request).correction();
    replace(current, correction, request.turn().orElse(current.turnDegrees()));
  }

  /**
   * As {@link #requestAgain(Actor, UUID)}, with frames that are turned clockwise by so much more
   * than in the run before.
   */
  public void requestTurned(Actor actor, UUID recordingId, int degrees) {
    AnalysisRun current = current(actor, recordingId);
    replace(current, current.ownCorrection(), (current.turnDegrees() + degrees) % 360);
  }

  /**
   * As {@link #requestAgain(Actor, UUID)}, of many; those that are being analysed go on with that,
   * those whose video is deleted stay as they are.
   *
   * @return how many are analysed again
   */
  public int requestAgain(Actor actor, List<Long> recordingIds) {
    actor.requireUpload();
    if (recordingIds.isEmpty()) {
      return 0;
    }
    List<AnalysisRun> ended =
        em.createQuery(
                """
                select r from AnalysisRun r
                where r.recording.id in :recordings and r.current = true order by r.id
                """,
                AnalysisRun.class)
            .setParameter("recordings", recordingIds)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .filter(run -> run.state().isEnded())
            .filter(this::hasVideo)
            .toList();
    ended.forEach(AnalysisRun::supersede);
    em.flush();
    for (AnalysisRun current : ended) {
      AnalysisRun run = newRun(current.recording(), current.ownCorrection(), current.turnDegrees());
      persist(run);
      queue.requestInBatch(JobName.ANALYSE_RECORDING, run.id());
    }
    return ended.size();
  }

  private boolean hasVideo(AnalysisRun run) {
    em.refresh(run.recording());
    return run.recording().mediaSha256() != null;
  }

  /** The newest run that counts or is to count. */
  public AnalysisRun currentRun(Recording recording) {
    return em.createQuery(
            "select r from AnalysisRun r where r.recording = :recording and r.current = true",
            AnalysisRun.class)
        .setParameter("recording", recording)
        .getSingleResult();
  }

  private AnalysisRun current(Actor actor, UUID recordingId) {
    actor.requireUpload();
    AnalysisRun current =
        em.createQuery(
                "select r from AnalysisRun r where r.recording = :recording and r.current = true",
                AnalysisRun.class)
            .setParameter("recording", recordings.recording(actor, recordingId))
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .findFirst() // none where another request began a run while the lock was waited for
            .orElseThrow(() -> new ProblemException(ProblemCode.ANALYSIS_RUNNING));
    em.refresh(
        current.recording()); // its video may have been deleted while the lock was waited for
    current.recording().requireVideo();
    return current;
  }

  private void replace(
      AnalysisRun current, Optional<CorrectionSettings> correction, int turnDegrees) {
    current.supersede();
    em.flush();
    request(current.recording(), correction, turnDegrees);
  }

  private void request(
      Recording recording, Optional<CorrectionSettings> correction, int turnDegrees) {
    request(newRun(recording, correction, turnDegrees));
  }

  /**
   * Analyses a recording once more as {@link #requestAgain(Actor, UUID)} does, but the run that
   * counts goes on doing so until {@link WaitingRuns} take over.
   */
  public void requestWaiting(AnalysisRun current) {
    AnalysisRun run = newRun(current.recording(), current.ownCorrection(), current.turnDegrees());
    run.waitForOthers();
    persist(run);
    queue.requestInBatch(JobName.ANALYSE_RECORDING, run.id());
  }

  private AnalysisRun newRun(
      Recording recording, Optional<CorrectionSettings> correction, int turnDegrees) {
    return new AnalysisRun(
        recording, settings.sampleHz(), VisionSettings.STANDARD, correction, turnDegrees);
  }

  private void request(AnalysisRun run) {
    persist(run);
    queue.request(JobName.ANALYSE_RECORDING, run.id());
  }

  private void persist(AnalysisRun run) {
    em.persist(run);
    em.flush();
  }

  public AnalysisRun run(long runId) {
    return em.find(AnalysisRun.class, runId);
  }

  /** The recording of a run, with its creative and viewer. */
  public Recording recording(long runId) {
    return run(runId).recording();
  }

  /**
   * Makes room for the run's frames, in a transaction of its own: the first run of a month makes a
   * table, and must not hold rows meanwhile that others wait for.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void makeRoom(long runId) {
    frames.makeRoom(runId);
  }

  public void begin(long runId, ModelRelease models) {
    run(runId).begin(models, Instant.now());
  }

  /**
   * Frames and progress in one transaction, so that both are seen together; one of its own, because
   * the batch runtime stores its checkpoint before it commits the chunk's: a crash between the two
   * would leave a checkpoint without its frames.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void store(long runId, List<TrackedFrame> window) {
    frames.write(runId, window);
    StoredFrames.OF_THIS_PROCESS.add(window.size());
  }

  /**
   * Summarises the stored frames and completes the run. Called again after a kill between our
   * commit and the batch repository's, it leaves what is complete.
   */
  public void complete(long runId) {
    AnalysisRun run = run(runId);
    if (run.state() == RunState.COMPLETED) {
      return;
    }
    if (!run.isCurrent()) {
      run.complete(frames.timesMs(run.id()).length, Instant.now());
      endWaiting(run);
      return;
    }
    int sampled = summaries.summariseRecording(run);
    run.complete(sampled, Instant.now());
    queue.request(JobName.SUMMARISE_CREATIVE, run.recording().creative().id());
  }

  /** As {@link #fail}, in a transaction of its own: the caller's is about to be rolled back. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void failNow(long runId, ProblemCode reason) {
    fail(runId, reason);
  }

  /** Ends the run with the reason; the creative is summarised without it. */
  public void fail(long runId, ProblemCode reason) {
    AnalysisRun run = run(runId);
    if (run.state().isEnded()) {
      return; // the first reason stands, and what is summarised is not undone
    }
    run.fail(reason, Instant.now());
    if (!run.isCurrent()) {
      endWaiting(run);
      return;
    }
    summaries.excludeFailed(run);
    queue.request(JobName.SUMMARISE_CREATIVE, run.recording().creative().id());
  }

  /** The last one has the creative summarised; under its lock, so that two last ones see it. */
  private void endWaiting(AnalysisRun run) {
    long creativeId = run.recording().creative().id();
    campaigns.lockCreative(creativeId);
    em.flush();
    if (waiting.haveEnded(creativeId)) {
      queue.request(JobName.SUMMARISE_CREATIVE, creativeId);
    }
  }
}
