package org.otklik.analysis;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.otklik.analysis.run.AnalysisRun;
import org.otklik.analysis.run.RunState;
import org.otklik.analysis.voice.VoiceService;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.campaign.CampaignService;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.queue.JobName;
import org.otklik.queue.JobQueue;
import org.otklik.recording.Recording;
import org.otklik.recording.RecordingService;
import org.otklik.recording.StartRequest;
import org.otklik.request.RequestValidator;

/**
 * Moves the creative's start in a recording, by ear and eye, and back to where it was found; the
 * figures follow.
 */
@Stateless
public class RecordingStartService {
  @Inject private CampaignService campaigns;
  @Inject private RecordingService recordings;
  @Inject private AnalysisService analysis;
  @Inject private SummaryService summaries;
  @Inject private VoiceService voices;
  @Inject private JobQueue queue;
  @Inject private AuditService audit;

  /**
   * @throws ProblemException NOT_ALLOWED, FIELD_INVALID where nothing of the creative would lie in
   *     the recording, CALL_BEGINS_WITH_ITSELF, FRAMES_DELETED, ANALYSIS_RUNNING
   */
  public void move(Actor actor, UUID recordingId, StartRequest request) {
    int startMs = RequestValidator.valid(request).startMs();
    AnalysisRun run = run(actor, recordingId);
    Recording recording = run.recording();
    int earliest = 1 - recording.creative().durationMs();
    int latest = recording.durationMs() - 1;
    if (startMs < earliest || startMs > latest) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID,
          "startMs",
          Integer.toString(startMs),
          earliest + " … " + latest);
    }
    recording.moveStart(startMs);
    follow(actor, run);
  }

  /** Back to where it was before anybody moved it; nothing where nobody has. */
  public void restore(Actor actor, UUID recordingId) {
    AnalysisRun run = run(actor, recordingId);
    if (run.recording().restoreStart()) {
      follow(actor, run);
    }
  }

  /**
   * A recording that has a creative whose start can be moved.
   *
   * @throws ProblemException RECORDING_UNKNOWN, NOT_ALLOWED, CALL_BEGINS_WITH_ITSELF
   */
  public Recording recording(Actor actor, UUID recordingId) {
    actor.requireUpload();
    Recording recording = recordings.recording(actor, recordingId);
    if (recording.isCall()) {
      throw new ProblemException(ProblemCode.CALL_BEGINS_WITH_ITSELF);
    }
    return recording;
  }

  /** Whose analysis has ended: one under way has perhaps heard the voice by the clock of before. */
  private AnalysisRun run(Actor actor, UUID recordingId) {
    Recording seen = recording(actor, recordingId);
    campaigns.lockCreative(seen.creative().id());
    AnalysisRun run = analysis.currentRun(recordings.locked(seen.id()));
    if (!run.state().isEnded()) {
      throw new ProblemException(ProblemCode.ANALYSIS_RUNNING);
    }
    if (run.framesDeletedAt() != null) {
      throw new ProblemException(ProblemCode.FRAMES_DELETED);
    }
    return run;
  }

  /** The creative's own sound is taken out of a voice by the clock: a voice is heard anew. */
  private void follow(Actor actor, AnalysisRun run) {
    Recording recording = run.recording();
    audit.done(
        actor,
        AuditKind.VERDICT_CHANGED,
        AuditSubject.of(AuditSubject.Kind.RECORDING, recording.publicId()),
        "start: %s, %d ms".formatted(recording.startMethod(), recording.startMs()));
    if (voices.isHeard(recording)) {
      analysis.requestAgain(actor, recording.publicId());
    } else if (run.state() == RunState.COMPLETED) {
      summaries.summariseRecording(run);
      queue.request(JobName.SUMMARISE_CREATIVE, recording.creative().id());
    }
  }
}
