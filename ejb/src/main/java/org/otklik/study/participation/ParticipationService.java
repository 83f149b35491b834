package org.otklik.study.participation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.otklik.campaign.Creative;
import org.otklik.identity.SecretToken;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.request.RequestValidator;
import org.otklik.study.ConsentText;
import org.otklik.study.FunnelStore;
import org.otklik.study.Study;
import org.otklik.study.StudyAnswers;
import org.otklik.study.StudyQuestion;
import org.otklik.study.StudyService;
import org.otklik.study.invitation.Invitation;

/**
 * The way of a viewer through a study. Nobody signs in: a study is found by the code of its link, a
 * participation by its own secret.
 */
@Stateless
public class ParticipationService {
  /** For so long a place is kept for who has agreed. */
  private static final int PLACE_KEPT_MINUTES = 30;

  @PersistenceContext private EntityManager em;
  @Inject private StudyService studies;
  @Inject private FunnelStore funnels;

  /**
   * @throws ProblemException STUDY_UNKNOWN
   */
  public Study study(String linkCode) {
    return found(linkCode, LockModeType.NONE);
  }

  /**
   * Of a live showing; until the transaction ends nobody else joins it.
   *
   * @throws ProblemException SHOWING_UNKNOWN
   */
  public Study showing(String linkCode) {
    return found(linkCode, LockModeType.PESSIMISTIC_WRITE, true)
        .orElseThrow(() -> new ProblemException(ProblemCode.SHOWING_UNKNOWN));
  }

  /** What participants of a live showing are to agree to, by language. */
  public Map<String, ConsentText> consent(Study study) {
    return studies.newestConsent(study);
  }

  /** A participant joins a live showing, whose limits the caller has checked. */
  public NewParticipation join(Study showing, String language) {
    String token = SecretToken.random();
    Participation participation =
        new Participation(showing, null, next(showing), token, language, Map.of());
    em.persist(participation);
    return new NewParticipation(participation, token);
  }

  private Study found(String linkCode, LockModeType lock) {
    return found(linkCode, lock, false)
        .orElseThrow(() -> new ProblemException(ProblemCode.STUDY_UNKNOWN));
  }

  private Optional<Study> found(String linkCode, LockModeType lock, boolean isShowing) {
    if (!SecretToken.isOne(linkCode)) {
      return Optional.empty();
    }
    return em.createQuery(
            """
            select s from Study s where s.linkCode = :code
                or s in (select i.study from Invitation i where i.linkCode = :code)
            """,
            Study.class)
        .setParameter("code", linkCode)
        .setLockMode(lock)
        .getResultStream()
        .filter(study -> study.isShowing() == isShowing && !study.campaign().isDeleted())
        .peek(Study::creatives) // asked for after the transaction, too
        .findFirst();
  }

  /** Empty for the open link. */
  private Optional<Invitation> invitation(String linkCode) {
    return em.createQuery("select i from Invitation i where i.linkCode = :code", Invitation.class)
        .setParameter("code", linkCode)
        .getResultStream()
        .findFirst();
  }

  private List<Participation> followed(Invitation invitation) {
    return em.createQuery(
            "select p from Participation p where p.invitation = :invitation", Participation.class)
        .setParameter("invitation", invitation)
        .getResultList();
  }

  /** What viewers are to agree to, by language. */
  public Map<String, ConsentText> consent(String linkCode) {
    return studies.newestConsent(study(linkCode));
  }

  /**
   * Whether nobody is let in any more.
   *
   * @return STUDY_LINK_USED, STUDY_CLOSED or STUDY_FULL; null where viewers may come
   */
  public ProblemCode closed(String linkCode) {
    return isUsed(linkCode) ? ProblemCode.STUDY_LINK_USED : closed(study(linkCode));
  }

  private boolean isUsed(String linkCode) {
    return invitation(linkCode).stream()
        .flatMap(invitation -> followed(invitation).stream())
        .anyMatch(one -> one.state().usesUpLink());
  }

  private ProblemCode closed(Study study) {
    if (!study.isOpen(Instant.now())) {
      return ProblemCode.STUDY_CLOSED;
    }
    if (study.maxViewers() == null) {
      return null;
    }
    int taken = funnels.of(study.id()).usable() + funnels.onTheWay(study.id(), PLACE_KEPT_MINUTES);
    return taken >= study.maxViewers() ? ProblemCode.STUDY_FULL : null;
  }

  /**
   * A viewer has followed the link. With a personal link a viewer may start over, such as on a
   * phone, until there is a recording; what was begun without a consent is forgotten.
   *
   * @throws ProblemException STUDY_LINK_USED, STUDY_CLOSED or STUDY_FULL
   */
  public NewParticipation begin(String linkCode, ParticipationRequest request) {
    RequestValidator.valid(request);
    Study study = found(linkCode, LockModeType.PESSIMISTIC_WRITE); // numbers one after the other
    ProblemCode closed = closed(linkCode);
    if (closed != null) {
      throw new ProblemException(closed);
    }
    Invitation invitation = invitation(linkCode).orElse(null);
    if (invitation != null) {
      followed(invitation).stream()
          .filter(one -> one.state() == ParticipationState.OPENED)
          .forEach(em::remove);
    }
    String token = SecretToken.random();
    Participation participation =
        new Participation(
            study, invitation, next(study), token, request.language(), request.parameters());
    em.persist(participation);
    return new NewParticipation(participation, token);
  }

  /** The caller holds the study's lock. */
  private int next(Study study) {
    return 1
        + em.createQuery(
                "select coalesce(max(p.number), 0) from Participation p where p.study = :study",
                Integer.class)
            .setParameter("study", study)
            .getSingleResult();
  }

  /**
   * @throws ProblemException PARTICIPATION_UNKNOWN
   */
  public Participation participation(String token) {
    return find(token, LockModeType.NONE);
  }

  /** Until the transaction ends nobody else changes it. */
  public Participation lock(String token) {
    return find(token, LockModeType.PESSIMISTIC_WRITE);
  }

  private Participation find(String token, LockModeType lock) {
    if (!SecretToken.isOne(token)) {
      throw new ProblemException(ProblemCode.PARTICIPATION_UNKNOWN);
    }
    return em.createQuery(
            "select p from Participation p where p.tokenSha256 = :hash", Participation.class)
        .setParameter("hash", SecretToken.sha256(token))
        .setLockMode(lock)
        .getResultStream()
        .peek(Participation::creatives) // asked for after the transaction, too
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.PARTICIPATION_UNKNOWN));
  }

  /**
   * The viewer agrees, to the very text that was shown.
   *
   * @throws ProblemException CONSENT_CHANGED where another version is shown by now
   */
  public Participation agree(String token, ConsentRequest request) {
    RequestValidator.valid(request);
    Participation participation = lock(token);
    if (!request.isOldEnough()) {
      participation.leave(ParticipationState.TOO_YOUNG);
      return participation;
    }
    ConsentText text =
        studies.newestConsent(participation.study()).values().stream()
            .filter(one -> one.sha256().equals(request.textSha256()))
            .findFirst()
            .orElseThrow(() -> new ProblemException(ProblemCode.CONSENT_CHANGED));
    participation.agree(text);
    return participation;
  }

  /** The viewer does not take part. */
  public void decline(String token) {
    lock(token).leave(ParticipationState.DECLINED);
  }

  /** The browser has no camera for us; another try may have. */
  public void lacksCamera(String token, CameraProblem problem) {
    lock(token).lacksCamera(problem.name());
  }

  /**
   * The viewer answers and has come to the end.
   *
   * @throws ProblemException PARTICIPATION_NOT_RECORDED before the first recording
   */
  public Participation complete(String token, StudyAnswersRequest answers) {
    RequestValidator.valid(answers);
    Participation participation = lock(token);
    participation.complete();
    Study study = participation.study();
    participation
        .viewer()
        .answered(study.asksNps() ? answers.nps() : null, study.asksCsat() ? answers.csat() : null);
    StudyAnswers given = StudyAnswers.of(asked(study, false), answers.answers());
    participation.viewer().describe(given.attributes());
    participation.viewer().said(given.answers());
    return participation;
  }

  /**
   * The viewer answers the questions before the creatives, once. Who answers so that no place is
   * left does not take part.
   *
   * @throws ProblemException PARTICIPATION_OVER after the first recording
   */
  public Participation answer(String token, AnswersBeforeRequest answers) {
    RequestValidator.valid(answers);
    Participation participation = lock(token);
    Study study = participation.study();
    em.lock(study, LockModeType.PESSIMISTIC_WRITE); // places are given one after the other
    if (participation.isAnswered()) {
      return participation;
    }
    StudyAnswers given = StudyAnswers.of(asked(study, true), answers.answers());
    participation.answered(given);
    if (isFull(study, participation, given.attributes())) {
      participation.findFull();
    }
    return participation;
  }

  private boolean isFull(Study study, Participation own, Map<String, String> attributes) {
    return asked(study, true).stream()
        .filter(question -> attributes.containsKey(question.attribute()))
        .anyMatch(
            question -> {
              String value = attributes.get(question.attribute());
              Integer places = question.places().get(value);
              return places != null
                  && funnels.taken(
                          study.id(), question.attribute(), value, own.id(), PLACE_KEPT_MINUTES)
                      >= places;
            });
  }

  private static List<StudyQuestion> asked(Study study, boolean isBefore) {
    return study.questions().stream().filter(one -> one.isBefore() == isBefore).toList();
  }

  /**
   * A creative that this viewer is shown.
   *
   * @throws ProblemException CONSENT_NEEDED; CREATIVE_UNKNOWN for one of another study
   */
  public Creative creative(String token, UUID creativeId) {
    Participation participation = participation(token);
    participation.requireConsent();
    return participation.creatives().stream()
        .filter(one -> one.publicId().equals(creativeId) && !one.isDeleted())
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.CREATIVE_UNKNOWN));
  }

  /**
   * @throws ProblemException CONSENT_NEEDED, PARTICIPATION_OVER
   */
  public void requireConsent(String token) {
    participation(token).requireConsent();
  }
}
