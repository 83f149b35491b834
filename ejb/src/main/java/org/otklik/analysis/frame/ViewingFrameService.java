package org.otklik.analysis.frame;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemException;
import org.otklik.recording.Recording;
import org.otklik.recording.RecordingService;

/** One viewer's frames beside the video, limited to the actor's clients. */
@Stateless
public class ViewingFrameService {
  /** Ten minutes at ten a second; more are asked for in stretches. */
  static final int MAX_FRAMES = 6000;

  @Inject private RecordingService recordings;
  @Inject private AuditService audit;
  @Inject private ViewingFrameStore frames;
  @Inject private Jdbi jdbi;

  /** A run that is completed. */
  private record Run(long id, double sampleHz, boolean isLying) {}

  /**
   * Frames of the newest completed run from a time on, at most {@value #MAX_FRAMES}; none before
   * one is completed.
   *
   * @throws ProblemException NOT_ALLOWED for readers: frames tell where a person's face was
   */
  public ViewingFrames frames(Actor actor, UUID recordingId, int fromMs) {
    actor.requireUpload();
    Recording recording = recordings.recording(actor, recordingId);
    audit.seen(
        actor,
        AuditKind.VIEWER_FRAMES_SEEN,
        AuditSubject.of(AuditSubject.Kind.RECORDING, recordingId));
    Optional<Run> newest = newestRun(recording);
    if (newest.isEmpty()) {
      return frames(recording, new Run(0, 0, false), List.of(), null);
    }
    Run run = newest.get();
    List<Integer> times = frames.timesMs(run.id(), fromMs, MAX_FRAMES + 1);
    Integer nextMs = times.size() > MAX_FRAMES ? times.get(MAX_FRAMES) : null;
    int untilMs = nextMs == null ? Integer.MAX_VALUE : nextMs;
    return frames(recording, run, frames.frames(run.id(), fromMs, untilMs), nextMs);
  }

  private Optional<Run> newestRun(Recording recording) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select id, sample_hz, turn_degrees in (90, 270) as is_lying
                    from core.analysis_run
                    where recording_id = :recording_id and state = 'COMPLETED'
                    order by id desc
                    limit 1
                    """)
                .bind("recording_id", recording.id())
                .map(
                    (row, context) ->
                        new Run(
                            row.getLong("id"),
                            row.getDouble("sample_hz"),
                            row.getBoolean("is_lying")))
                .findOne());
  }

  private static ViewingFrames frames(
      Recording recording, Run run, List<ViewingFrame> frames, Integer nextMs) {
    return new ViewingFrames(
        run.isLying() ? recording.heightPx() : recording.widthPx(),
        run.isLying() ? recording.widthPx() : recording.heightPx(),
        recording.durationMs(),
        run.sampleHz(),
        frames,
        nextMs);
  }
}
