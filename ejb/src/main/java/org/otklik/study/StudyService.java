package org.otklik.study;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.identity.Actor;
import org.otklik.identity.AppUser;
import org.otklik.identity.SecretToken;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.request.RequestValidator;

/** Studies as analysts plan and watch them, limited to the actor's clients. */
@Stateless
public class StudyService {
  private static final List<String> LANGUAGES = List.of("en", "ru");

  /** What a page notes while it plays has to fit a request. */
  private static final int MAX_CREATIVE_MS = 20 * 60_000;

  /** What a template leaves for its author to fill in. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\[[^\\]\\n]*\\]");

  @PersistenceContext private EntityManager em;
  @Inject private CampaignService campaigns;
  @Inject private FunnelStore funnels;
  @Inject private AuditService audit;

  /** Of a campaign, the newest first. */
  public List<Study> studies(Actor actor, UUID campaignId) {
    return em.createQuery(
            "select s from Study s where s.campaign = :campaign and s.showing = false order by s.id desc",
            Study.class)
        .setParameter("campaign", campaigns.campaign(actor, campaignId))
        .getResultStream()
        .peek(Study::creatives) // asked for after the transaction, too
        .toList();
  }

  /** With its creatives. */
  public Study study(Actor actor, UUID publicId) {
    return found(actor, publicId, LockModeType.NONE);
  }

  private Study found(Actor actor, UUID publicId, LockModeType lock) {
    return em.createQuery(
            "select s from Study s join fetch s.campaign where s.publicId = :id", Study.class)
        .setParameter("id", publicId)
        .setLockMode(lock)
        .getResultStream()
        .filter(study -> actor.maySee(study.campaign().client().id()))
        .filter(study -> !study.campaign().isDeleted() && !study.isShowing())
        .peek(Study::creatives) // asked for after the transaction, too
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.STUDY_UNKNOWN));
  }

  /**
   * @throws ProblemException NOT_ALLOWED for readers; CREATIVE_UNKNOWN for one of another campaign;
   *     STUDY_CREATIVE_LONG; CONSENT_UNFINISHED where something in brackets is left to be filled in
   */
  public Study create(Actor actor, UUID campaignId, StudyRequest request) {
    return create(actor, campaignId, request, false);
  }

  /** As {@link #create}, of a live showing: its link, its consent and who agreed to that. */
  public Study createShowing(Actor actor, UUID campaignId, StudyRequest request) {
    return create(actor, campaignId, request, true);
  }

  private Study create(Actor actor, UUID campaignId, StudyRequest request, boolean isShowing) {
    actor.requireUpload();
    Campaign campaign = campaigns.campaign(actor, campaignId);
    check(request);
    Study study = new Study(campaign, SecretToken.random(), em.find(AppUser.class, actor.userId()));
    study.plan(request, creatives(actor, campaign, request));
    if (isShowing) {
      study.becomeShowing();
    }
    em.persist(study);
    keepConsent(actor, study, request, 1);
    audit.done(actor, AuditKind.STUDY_MADE, subject(study), study.name());
    return study;
  }

  /**
   * Plans the study anew. Another text of the consent is a new version; who agreed to an earlier
   * one has agreed to that.
   */
  public Study change(Actor actor, UUID publicId, StudyRequest request) {
    actor.requireUpload();
    Study study = found(actor, publicId, LockModeType.PESSIMISTIC_WRITE);
    check(request);
    study.plan(request, creatives(actor, study.campaign(), request));
    Map<String, ConsentText> newest = newestConsent(study);
    boolean isSame =
        LANGUAGES.stream()
            .allMatch(language -> newest.get(language).content().equals(request.consent(language)));
    if (!isSame) {
      keepConsent(actor, study, request, newest.get("en").version() + 1);
    }
    audit.done(actor, AuditKind.STUDY_CHANGED, subject(study), study.name());
    return study;
  }

  /** From now on nobody is let in; who is on the way may come to the end. */
  public Study close(Actor actor, UUID publicId) {
    actor.requireUpload();
    Study study = found(actor, publicId, LockModeType.PESSIMISTIC_WRITE);
    study.close(Instant.now());
    audit.done(actor, AuditKind.STUDY_CHANGED, subject(study), "closed");
    return study;
  }

  /** A live showing is over. */
  public void closeShowing(Study showing) {
    em.find(Study.class, showing.id()).close(Instant.now());
  }

  public Study reopen(Actor actor, UUID publicId) {
    actor.requireUpload();
    Study study = found(actor, publicId, LockModeType.PESSIMISTIC_WRITE);
    study.reopen();
    audit.done(actor, AuditKind.STUDY_CHANGED, subject(study), "opened");
    return study;
  }

  /** How far its viewers came, by now. */
  public StudyFunnel funnel(Actor actor, UUID publicId) {
    return funnels.of(study(actor, publicId).id());
  }

  /** Every version of what viewers agree to, the newest first. */
  public List<ConsentText> consentTexts(Actor actor, UUID publicId) {
    return em.createQuery(
            """
            select t from ConsentText t where t.study = :study order by t.version desc, t.language
            """,
            ConsentText.class)
        .setParameter("study", study(actor, publicId))
        .getResultList();
  }

  /** What is shown by now, by language. */
  public Map<String, ConsentText> newestConsent(Study study) {
    return em.createQuery(
            """
            select t from ConsentText t where t.study = :study
            and t.version = (select max(o.version) from ConsentText o where o.study = :study)
            """,
            ConsentText.class)
        .setParameter("study", study)
        .getResultStream()
        .collect(Collectors.toMap(ConsentText::language, Function.identity()));
  }

  private static void check(StudyRequest request) {
    RequestValidator.valid(request);
    Set<String> attributes = new HashSet<>();
    for (StudyQuestion question : request.questions()) {
      question.check();
      if (!attributes.add(question.attribute())) {
        throw new ProblemException(
            ProblemCode.FIELD_INVALID, "questions.attribute", question.attribute(), "1 ×");
      }
    }
    for (String language : LANGUAGES) {
      PLACEHOLDER
          .matcher(request.consent(language))
          .results()
          .findFirst()
          .ifPresent(
              left -> {
                throw new ProblemException(ProblemCode.CONSENT_UNFINISHED, left.group());
              });
    }
  }

  private List<Creative> creatives(Actor actor, Campaign campaign, StudyRequest request) {
    return request.creatives().stream()
        .map(id -> campaigns.creative(actor, id))
        .peek(
            creative -> {
              if (!creative.campaign().id().equals(campaign.id())) {
                throw new ProblemException(ProblemCode.CREATIVE_UNKNOWN);
              }
              if (creative.isScript()) {
                throw new ProblemException(ProblemCode.CALLS_HAVE_NO_VIDEO);
              }
              if (creative.durationMs() > MAX_CREATIVE_MS) {
                throw new ProblemException(ProblemCode.STUDY_CREATIVE_LONG, creative.name());
              }
            })
        .toList();
  }

  private void keepConsent(Actor actor, Study study, StudyRequest request, int version) {
    AppUser author = em.find(AppUser.class, actor.userId());
    for (String language : LANGUAGES) {
      em.persist(new ConsentText(study, version, language, request.consent(language), author));
    }
  }

  private static AuditSubject subject(Study study) {
    return AuditSubject.of(AuditSubject.Kind.STUDY, study.publicId());
  }
}
