package org.otklik.analysis;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.otklik.analysis.run.AnalysisRun;
import org.otklik.analysis.run.RunState;
import org.otklik.analysis.viewing.FaceChoiceRequest;
import org.otklik.analysis.viewing.FaceQuestionStore;
import org.otklik.analysis.viewing.ShownFace;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.queue.JobName;
import org.otklik.queue.JobQueue;
import org.otklik.recording.Recording;
import org.otklik.recording.RecordingService;
import org.otklik.request.RequestValidator;

/** Which face of a recording is the viewer's, limited to the actor's clients. */
@Stateless
public class FaceChoiceService {
  @Inject private RecordingService recordings;
  @Inject private AnalysisService analysis;
  @Inject private SummaryService summaries;
  @Inject private FaceQuestionStore faces;
  @Inject private JobQueue queue;
  @Inject private AuditService audit;

  /**
   * The faces of which an analyst has to choose the viewer's; none where it is clear.
   *
   * @throws ProblemException NOT_ALLOWED for readers: faces tell where persons were
   */
  public List<ShownFace> faces(Actor actor, UUID recordingId) {
    actor.requireUpload();
    return faces.faces(recordings.recording(actor, recordingId).id());
  }

  /**
   * Takes the face at this place for the viewer's, in later analyses, too, and has the figures
   * recalculated from the stored frames.
   *
   * @throws ProblemException FRAMES_DELETED
   */
  public void choose(Actor actor, UUID recordingId, FaceChoiceRequest request) {
    actor.requireUpload();
    FaceChoiceRequest choice = RequestValidator.valid(request);
    Recording recording = recordings.recording(actor, recordingId);
    AnalysisRun run = analysis.currentRun(recording);
    if (run.framesDeletedAt() != null) {
      throw new ProblemException(ProblemCode.FRAMES_DELETED);
    }
    faces.store(recording.id(), choice, actor.userId());
    audit.done(
        actor,
        AuditKind.VERDICT_CHANGED,
        AuditSubject.of(AuditSubject.Kind.RECORDING, recordingId),
        "viewer's face: %d ms, %d, %d%s"
            .formatted(
                choice.mediaTimeMs(),
                choice.xPx(),
                choice.yPx(),
                choice.saysOnePerson() ? ", one person" : ""));
    if (run.state() == RunState.COMPLETED) {
      summaries.summariseRecording(run);
      queue.request(JobName.SUMMARISE_CREATIVE, recording.creative().id());
    }
  }
}
