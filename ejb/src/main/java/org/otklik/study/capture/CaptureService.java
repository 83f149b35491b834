package org.otklik.study.capture;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.otklik.campaign.Creative;
import org.otklik.identity.Actor;
import org.otklik.identity.Role;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.recording.Recording;
import org.otklik.recording.RecordingRequest;
import org.otklik.recording.RecordingService;
import org.otklik.recording.SubjectRole;
import org.otklik.storage.StagedVideo;
import org.otklik.study.Study;
import org.otklik.study.participation.Participation;
import org.otklik.study.participation.ParticipationService;
import org.otklik.timeline.CreativeClock;

/** What viewers' browsers record: who may send it, and what becomes of it. */
@Stateless
public class CaptureService {
  /** A browser sends a part every few seconds; who is silent for so long has left. */
  private static final Duration LIFE = Duration.ofHours(2);

  private static final int ABANDONED_AT_ONCE = 100;

  @PersistenceContext private EntityManager em;
  @Inject private ParticipationService participations;
  @Inject private RecordingService recordings;

  /**
   * A recording begins. One of the same creative that did not come to its end is given up.
   *
   * @throws ProblemException CONSENT_NEEDED; CAPTURE_DONE where the creative was recorded before;
   *     STUDY_CLOSED where it is in the bin by now
   */
  public Capture begin(String token, UUID creativeId) {
    Participation participation = participations.lock(token);
    participation.requireConsent();
    if (participation.study().isShowing()) {
      throw new ProblemException(ProblemCode.STUDY_UNKNOWN); // its consent is to no video
    }
    participation.requireAnswers();
    Creative creative =
        participation.creatives().stream()
            .filter(one -> one.publicId().equals(creativeId))
            .findFirst()
            .orElseThrow(() -> new ProblemException(ProblemCode.CREATIVE_UNKNOWN));
    requireShown(creative);
    for (Capture earlier : of(participation)) {
      if (!earlier.creative().equals(creative)) {
        continue;
      }
      if (earlier.state() == CaptureState.TAKEN) {
        throw new ProblemException(ProblemCode.CAPTURE_DONE);
      }
      if (earlier.state() == CaptureState.ARRIVING) {
        earlier.abandon();
      }
    }
    Capture capture = new Capture(participation, creative);
    em.persist(capture);
    return capture;
  }

  /** All of a participation. */
  public List<Capture> captures(String token) {
    return of(participations.participation(token));
  }

  public List<Capture> of(Participation participation) {
    return em.createQuery(
            """
            select c from Capture c join fetch c.creative
            where c.participation = :participation order by c.id
            """,
            Capture.class)
        .setParameter("participation", participation)
        .getResultList();
  }

  /**
   * @throws ProblemException CAPTURE_UNKNOWN, also for one of another participation
   */
  public Capture capture(String token, UUID id) {
    return found(token, id, LockModeType.NONE);
  }

  private Capture found(String token, UUID id, LockModeType lock) {
    Participation participation = participations.participation(token);
    participation.requireConsent();
    return em.createQuery(
            """
            select c from Capture c join fetch c.creative
            where c.publicId = :id and c.participation = :participation
            """,
            Capture.class)
        .setParameter("id", id)
        .setParameter("participation", participation)
        .setLockMode(lock)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.CAPTURE_UNKNOWN));
  }

  /** A part has arrived. */
  public void prolong(String token, UUID id) {
    capture(token, id).prolong();
  }

  /** Makes the recording and ends the capture, both or neither; once, however often asked. */
  public void take(String token, UUID id, StagedVideo video, PlaybackRequest playback) {
    Participation participation = participations.lock(token);
    Capture capture = found(token, id, LockModeType.PESSIMISTIC_WRITE);
    if (capture.state() != CaptureState.ARRIVING) {
      return;
    }
    Creative creative = capture.creative();
    requireShown(creative);
    CreativeClock clock =
        playback
            .log()
            .clock(video.facts().frameTimesMs(), video.facts().durationMs(), creative.durationMs());
    if (clock.pieces().isEmpty()) {
      throw new ProblemException(ProblemCode.CAPTURE_NOT_PLAYED);
    }
    RecordingRequest said =
        new RecordingRequest(
            participation.viewerCode(),
            Map.of(),
            null,
            SubjectRole.VIEWER.name(),
            participation.consentReference());
    Recording recording =
        recordings.add(owner(participation.study()), creative.publicId(), said, video, clock);
    capture.taken(recording);
    participation.recorded(recording.viewer());
  }

  private static void requireShown(Creative creative) {
    if (creative.isDeleted()) {
      throw new ProblemException(ProblemCode.STUDY_CLOSED);
    }
  }

  /** Recordings by a link are the study's author's, whatever has become of that user's rights. */
  private static Actor owner(Study study) {
    return new Actor(
        study.createdBy().id(),
        "study",
        "study",
        Role.ADMINISTRATOR,
        Locale.ENGLISH,
        null,
        Set.of());
  }

  /** It cannot be used. */
  public void refuse(String token, UUID id, ProblemCode reason) {
    found(token, id, LockModeType.PESSIMISTIC_WRITE).refused(reason);
  }

  /**
   * Gives up some of those that nobody goes on with.
   *
   * @return their keys; none when there are no more
   */
  public List<UUID> abandonSilent() {
    List<Capture> silent =
        em.createQuery(
                """
                select c from Capture c
                where c.state = :arriving and c.changedAt < :before order by c.id
                """,
                Capture.class)
            .setParameter("arriving", CaptureState.ARRIVING)
            .setParameter("before", Instant.now().minus(LIFE))
            .setMaxResults(ABANDONED_AT_ONCE)
            .getResultList();
    silent.forEach(Capture::abandon);
    return silent.stream().map(Capture::publicId).toList();
  }
}
