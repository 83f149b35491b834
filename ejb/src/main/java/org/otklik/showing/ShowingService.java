package org.otklik.showing;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.otklik.analysis.AnalysisService;
import org.otklik.analysis.run.AnalysisRun;
import org.otklik.analysis.run.ModelRelease;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.recording.Recording;
import org.otklik.recording.RecordingService;
import org.otklik.removal.ViewerDeleted;
import org.otklik.removal.ViewerDeletionService;
import org.otklik.request.RequestValidator;
import org.otklik.study.ConsentText;
import org.otklik.study.Study;
import org.otklik.study.StudyService;
import org.otklik.study.participation.NewParticipation;
import org.otklik.study.participation.Participation;
import org.otklik.study.participation.ParticipationService;
import org.otklik.study.participation.ParticipationState;
import org.otklik.timeline.CreativeClock;

/**
 * Live showings as they are stored; what goes on in one at the moment is in {@link ShowingRooms}.
 */
@Stateless
public class ShowingService {
  public static final int MAX_PARTICIPANTS = 50;

  /** Of the images that pages send: upright, 4:3. */
  private static final int WIDTH_PX = 320;

  private static final int HEIGHT_PX = 240;

  /** Images of a participant a second, at most: what a second's figures are held to. */
  static final double SAMPLE_HZ = 5;

  @PersistenceContext private EntityManager em;
  @Inject private CampaignService campaigns;
  @Inject private StudyService studies;
  @Inject private ParticipationService participations;
  @Inject private RecordingService recordings;
  @Inject private AnalysisService analysis;
  @Inject private ViewerDeletionService viewers;
  @Inject private ShowingStore store;
  @Inject private AuditService audit;

  /** Of a campaign, the newest first. */
  public List<Showing> showings(Actor actor, UUID campaignId) {
    return em.createQuery(
            "select s from Showing s where s.study.campaign = :campaign order by s.id desc",
            Showing.class)
        .setParameter("campaign", campaigns.campaign(actor, campaignId))
        .getResultList();
  }

  /**
   * @throws ProblemException SHOWING_UNKNOWN
   */
  public Showing showing(Actor actor, UUID publicId) {
    return found(actor, publicId, LockModeType.NONE);
  }

  private Showing found(Actor actor, UUID publicId, LockModeType lock) {
    return em.createQuery("select s from Showing s where s.publicId = :id", Showing.class)
        .setParameter("id", publicId)
        .setLockMode(lock)
        .getResultStream()
        .filter(one -> actor.maySee(one.creative().campaign().client().id()))
        .filter(one -> !one.creative().isDeleted() && !one.creative().campaign().isDeleted())
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.SHOWING_UNKNOWN));
  }

  /** In the order in which they came; those who left or withdrew are not among them. */
  public List<ShowingParticipant> participants(Actor actor, UUID publicId) {
    return participants(showing(actor, publicId));
  }

  private List<ShowingParticipant> participants(Showing showing) {
    return em.createQuery(
            """
            select p from ShowingParticipant p
            where p.showing = :showing and p.participation.state in :present
            order by p.participationId
            """,
            ShowingParticipant.class)
        .setParameter("showing", showing)
        .setParameter(
            "present",
            List.of(
                ParticipationState.OPENED,
                ParticipationState.AGREED,
                ParticipationState.NO_CAMERA,
                ParticipationState.RECORDED,
                ParticipationState.COMPLETED))
        .getResultList();
  }

  /**
   * @throws ProblemException NOT_ALLOWED for readers; as {@link StudyService#create}
   */
  public Showing create(Actor actor, UUID campaignId, ShowingRequest request) {
    actor.requireUpload();
    Campaign campaign = campaigns.campaign(actor, campaignId);
    RequestValidator.valid(request);
    Creative creative = campaigns.creative(actor, request.creative());
    Study study = studies.createShowing(actor, campaign.publicId(), request.study());
    Showing showing = new Showing(study, creative, actor.userId());
    em.persist(showing);
    audit.done(actor, AuditKind.SHOWING_MADE, subject(showing), showing.name());
    return showing;
  }

  /** What a link opens: the study that holds the consent. */
  public Showing linked(String linkCode) {
    return of(participations.showing(linkCode));
  }

  /** What participants are to agree to, by language. */
  public Map<String, ConsentText> consent(Showing showing) {
    return participations.consent(showing.study());
  }

  private Showing of(Study study) {
    return em.createQuery("select s from Showing s where s.study = :study", Showing.class)
        .setParameter("study", study)
        .getResultStream()
        .filter(one -> !one.creative().isDeleted())
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.SHOWING_UNKNOWN));
  }

  /**
   * Why nobody is let in any more.
   *
   * @return SHOWING_OVER or SHOWING_FULL; null where participants may come
   */
  public ProblemCode closed(Showing showing) {
    if (showing.state().isOver()) {
      return ProblemCode.SHOWING_OVER;
    }
    return store.joined(showing.id()) >= MAX_PARTICIPANTS ? ProblemCode.SHOWING_FULL : null;
  }

  /**
   * Somebody joins; nothing is sent before the consent.
   *
   * @throws ProblemException SHOWING_UNKNOWN, SHOWING_OVER, SHOWING_FULL
   */
  public NewParticipation join(String linkCode, JoinRequest request) {
    RequestValidator.valid(request);
    Showing showing = linked(linkCode);
    ProblemCode closed = closed(showing);
    if (closed != null) {
      throw new ProblemException(closed, MAX_PARTICIPANTS);
    }
    NewParticipation begun = participations.join(showing.study(), request.language());
    em.persist(new ShowingParticipant(showing, begun.participation(), request.name()));
    return begun;
  }

  /**
   * Whose secret it is, with consent and in a showing that is not over.
   *
   * @throws ProblemException PARTICIPATION_UNKNOWN, CONSENT_NEEDED, PARTICIPATION_OVER,
   *     SHOWING_OVER
   */
  public ShowingParticipant present(String token) {
    Participation participation = participations.participation(token);
    participation.requireConsent();
    ShowingParticipant participant = em.find(ShowingParticipant.class, participation.id());
    if (participant == null) {
      throw new ProblemException(ProblemCode.PARTICIPATION_UNKNOWN);
    }
    if (participant.showing().state().isOver()) {
      throw new ProblemException(ProblemCode.SHOWING_OVER);
    }
    return participant;
  }

  /** The creative runs; the first time counts. */
  public Instant start(Actor actor, UUID publicId) {
    actor.requireUpload();
    Showing showing = found(actor, publicId, LockModeType.PESSIMISTIC_WRITE);
    if (showing.state().isOver()) {
      throw new ProblemException(ProblemCode.SHOWING_OVER);
    }
    showing.start(Instant.now());
    return showing.startedAt();
  }

  /** Stores what the host's page noted of its player; what comes after the end is nobody's. */
  public void note(UUID publicId, long noteNo, PlayerNotes notes) {
    RequestValidator.valid(notes);
    Showing showing = found(Actor.JOB, publicId, LockModeType.PESSIMISTIC_WRITE);
    if (!showing.state().isOver()) {
      showing.hostSeen(Instant.now());
      store.add(showing.id(), noteNo, notes);
    }
  }

  /**
   * What is observed of a participant becomes a recording, from now on.
   *
   * @return the run that its frames belong to; null where the participant has withdrawn or the
   *     showing is over
   */
  public Long observe(long participationId) {
    // by a query, since a find joins what may be missing, and such rows cannot be locked
    ShowingParticipant participant =
        em.createQuery(
                "select p from ShowingParticipant p where p.participationId = :id",
                ShowingParticipant.class)
            .setParameter("id", participationId)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .findFirst()
            .orElse(null);
    if (participant == null || participant.showing().state().isOver()) {
      return null;
    }
    Participation participation = participant.participation();
    em.lock(participation, LockModeType.PESSIMISTIC_WRITE);
    em.refresh(participation); // a withdrawal may have been waited for
    if (participation.state() == ParticipationState.WITHDRAWN) {
      return null;
    }
    if (participant.recording() != null) {
      return analysis.currentRun(participant.recording()).id();
    }
    Showing showing = participant.showing();
    Recording recording =
        recordings.beginLive(
            showing.creative(),
            participation.viewerCode(),
            participation.consentReference(),
            WIDTH_PX,
            HEIGHT_PX,
            SAMPLE_HZ,
            showing.createdBy());
    participant.observedAs(recording);
    participation.recorded(recording.viewer());
    return analysis.openLive(recording, SAMPLE_HZ);
  }

  /**
   * Ends a showing: what was observed is analysed, all or nothing. Asking again does no harm.
   *
   * @param models that looked, for runs that had only just begun
   */
  public Showing end(Actor actor, UUID publicId, ModelRelease models) {
    actor.requireUpload();
    Showing showing = found(actor, publicId, LockModeType.PESSIMISTIC_WRITE);
    if (showing.state().isOver()) {
      return showing;
    }
    Instant now = Instant.now();
    List<PlayerNotes> notes = store.take(showing.id());
    for (ShowingParticipant participant : participants(showing)) {
      participant.forgetName();
      if (participant.recording() != null) {
        complete(showing, participant.recording(), notes, models);
      }
    }
    close(showing, ShowingState.ENDED, now);
    audit.done(actor, AuditKind.SHOWING_ENDED, subject(showing), showing.name());
    return showing;
  }

  private void complete(
      Showing showing, Recording recording, List<PlayerNotes> notes, ModelRelease models) {
    AnalysisRun run = analysis.currentRun(recording);
    if (run.state().isEnded()) {
      return;
    }
    AnalysisService.LiveProgress progress = analysis.liveProgress(run.id());
    int durationMs = (int) Math.max(progress.lastMs() + 1L, lastMs(notes, showing));
    CreativeClock clock =
        PlayerNotes.clock(notes, showing.startedAt(), durationMs, showing.creative().durationMs());
    recording.endLive(clock, durationMs, progress.frames());
    analysis.begin(run.id(), models);
    analysis.complete(run.id());
  }

  private static long lastMs(List<PlayerNotes> notes, Showing showing) {
    double last =
        notes.stream()
            .map(PlayerNotes::samples)
            .filter(samples -> samples.size() > 1)
            .mapToDouble(samples -> samples.get(samples.size() - 2))
            .max()
            .orElse(0);
    return Math.round(last) - showing.startedAt().toEpochMilli();
  }

  /**
   * Ends a showing without its data: they are deleted for good, with their viewers.
   *
   * @throws ProblemException SHOWING_OVER where its data are analysed already
   */
  public Showing discard(Actor actor, UUID publicId) {
    actor.requireUpload();
    Showing showing = found(actor, publicId, LockModeType.PESSIMISTIC_WRITE);
    if (showing.state() == ShowingState.DISCARDED) {
      return showing;
    }
    if (showing.state() == ShowingState.ENDED) {
      throw new ProblemException(ProblemCode.SHOWING_OVER);
    }
    store.take(showing.id());
    for (ShowingParticipant participant : participants(showing)) {
      participant.forgetName();
      if (participant.recording() != null) {
        viewers.delete(actor, participant.recording().viewer());
      }
    }
    close(showing, ShowingState.DISCARDED, Instant.now());
    audit.done(actor, AuditKind.SHOWING_DISCARDED, subject(showing), showing.name());
    return showing;
  }

  private void close(Showing showing, ShowingState how, Instant now) {
    showing.end(how, now);
    studies.closeShowing(showing.study());
  }

  /** Showings whose hosts have left without a word. */
  public List<UUID> silent(int minutes) {
    return store.silent(minutes).stream()
        .map(id -> em.find(Showing.class, id))
        .filter(one -> !one.creative().isDeleted() && !one.creative().campaign().isDeleted())
        .map(Showing::publicId)
        .toList();
  }

  /** A viewer who is deleted amid a showing: no job works on the run, so that it can go at once. */
  public void stop(@Observes ViewerDeleted deleted) {
    em.createQuery(
            "select p from ShowingParticipant p where p.recording.viewer.id = :viewer",
            ShowingParticipant.class)
        .setParameter("viewer", deleted.viewerId())
        .getResultList()
        .forEach(
            participant -> {
              participant.forgetName();
              AnalysisRun run = analysis.currentRun(participant.recording());
              if (!run.state().isEnded()) {
                run.fail(ProblemCode.VIEWER_BEING_DELETED, Instant.now());
              }
            });
  }

  private static AuditSubject subject(Showing showing) {
    return AuditSubject.of(AuditSubject.Kind.SHOWING, showing.publicId());
  }
}
