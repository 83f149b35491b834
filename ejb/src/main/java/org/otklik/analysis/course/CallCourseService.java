package org.otklik.analysis.course;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.otklik.analysis.call.CallSideService;
import org.otklik.analysis.course.CourseCorrelation.Part;
import org.otklik.analysis.course.CourseCorrelation.Question;
import org.otklik.analysis.run.SecondsStored;
import org.otklik.analysis.viewing.ViewerSecondStore;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.call.CallCourse;
import org.otklik.call.PeakAndEnd;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.curve.CreativeCurve;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.recording.Recording;
import org.otklik.statistics.RankCorrelation;
import org.otklik.timeline.ViewerSecond;
import org.otklik.voice.VoiceFinding;

/** Keeps the course of calls, and shows it, limited to the actor's clients. */
@Stateless
public class CallCourseService {
  @Inject private CallCourseStore store;
  @Inject private ViewerSecondStore seconds;
  @Inject private CallSideService calls;
  @Inject private CampaignService campaigns;
  @Inject private AuditService audit;

  /** In place of what was kept of the run before. */
  public void keep(@Observes SecondsStored stored) {
    Recording recording = stored.run().recording();
    if (recording.isCall()) {
      long runId = stored.run().id();
      CallCourse course = CallCourse.of(stored.seconds(), store.voices(runId), stored.polarity());
      store.replace(runId, course, CreativeCurve.wholeSeconds(recording.durationMs()));
    }
  }

  /**
   * By the newest completed analysis.
   *
   * @throws ProblemException NOT_OF_CALLS; NOT_ALLOWED for readers: it tells of one person
   */
  public CourseOfCall course(Actor actor, UUID recordingId) {
    actor.requireUpload();
    Recording recording = calls.call(actor, recordingId);
    audit.seen(
        actor,
        AuditKind.VIEWER_FRAMES_SEEN,
        AuditSubject.of(AuditSubject.Kind.RECORDING, recordingId));
    Optional<CallCourseStore.ShownRun> shown = store.newest(recording.id());
    List<ViewerSecond> faces = shown.map(run -> seconds.ofRun(run.id())).orElse(List.of());
    CallCourse course =
        CallCourse.of(
            faces,
            shown.map(run -> store.voices(run.id())).orElse(List.of()),
            recording.creative().campaign().metricSettings().polarity());
    return new CourseOfCall(
        fusion(shown, course), course, PeakAndEnd.ofFace(course), PeakAndEnd.ofVoice(course));
  }

  private static FusionState fusion(Optional<CallCourseStore.ShownRun> shown, CallCourse course) {
    if (shown.isEmpty()) {
      return FusionState.NOT_ANALYSED;
    }
    if (course.seconds().stream().anyMatch(second -> second.fused() != null)) {
      return FusionState.FUSED;
    }
    VoiceFinding voice = shown.get().voice();
    if (voice == null) {
      return FusionState.VOICE_OFF;
    }
    return voice == VoiceFinding.HEARD ? FusionState.APART : FusionState.VOICE_MISSING;
  }

  /**
   * The calls of a campaign in small, by their ids; none of what is known for less than 15 seconds.
   *
   * @throws ProblemException NOT_OF_CALLS; NOT_ALLOWED for readers: each tells of one person
   */
  public List<CallGlance> glances(Actor actor, UUID campaignId) {
    actor.requireUpload();
    return store.glances(ofCalls(actor, campaignId).id());
  }

  /** As {@link #glances}, of these recordings only, which the actor sees. */
  public Map<UUID, CallGlance> glances(List<UUID> recordingIds) {
    return store.glances(recordingIds);
  }

  /**
   * Beginning, worst part and end of the customers' calls against their answers: Spearman's
   * correlation over customers, each with the mean of their calls that count.
   *
   * @throws ProblemException NOT_OF_CALLS
   */
  public List<CourseCorrelation> correlations(Actor actor, UUID campaignId) {
    Campaign campaign = ofCalls(actor, campaignId);
    List<CallCourseStore.AnsweredCourse> answered = store.answered(campaign.id());
    List<CourseCorrelation> all = new ArrayList<>();
    for (Question question : Question.values()) {
      for (CourseSide side : CourseSide.values()) {
        for (Part part : Part.values()) {
          all.add(correlation(answered, question, side, part));
        }
      }
    }
    return all;
  }

  private static CourseCorrelation correlation(
      List<CallCourseStore.AnsweredCourse> answered,
      Question question,
      CourseSide side,
      Part part) {
    List<double[]> pairs =
        answered.stream()
            .filter(one -> one.side() == side && one.answer(question) != null)
            .map(one -> new double[] {one.of(part), one.answer(question)})
            .toList();
    return new CourseCorrelation(question, side, part, pairs.size(), RankCorrelation.of(pairs));
  }

  private Campaign ofCalls(Actor actor, UUID campaignId) {
    Campaign campaign = campaigns.campaign(actor, campaignId);
    if (!campaign.isOfCalls()) {
      throw new ProblemException(ProblemCode.NOT_OF_CALLS);
    }
    return campaign;
  }
}
