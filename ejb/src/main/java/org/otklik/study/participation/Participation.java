package org.otklik.study.participation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.otklik.campaign.Creative;
import org.otklik.identity.SecretToken;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.recording.Viewer;
import org.otklik.study.ConsentText;
import org.otklik.study.Study;
import org.otklik.study.StudyAnswers;
import org.otklik.study.StudyQuestion;
import org.otklik.study.invitation.Invitation;

/** One viewer's way through a study. After a withdrawal nothing of the viewer is left in it. */
@Entity
public class Participation {
  private static final int CODE_LENGTH = 10;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID publicId = UUID.randomUUID();

  private String tokenSha256;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Study study;

  private int number;

  private String language;

  @Enumerated(EnumType.STRING)
  private ParticipationState state = ParticipationState.OPENED;

  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, String> parameters;

  @ManyToOne(fetch = FetchType.LAZY)
  private ConsentText consentText;

  private Instant agreedAt;

  private String cameraProblem;

  @ManyToOne(fetch = FetchType.LAZY)
  private Viewer viewer;

  /** Chosen before the creatives; the viewer's from the first recording on. */
  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, String> attributes = new TreeMap<>();

  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, String> answers = new TreeMap<>();

  private Instant answeredAt;

  /** Its code is the viewer's, and asked for after the transaction, too. */
  @ManyToOne(fetch = FetchType.EAGER)
  private Invitation invitation;

  private Instant createdAt = Instant.now();

  private Instant changedAt = createdAt;

  protected Participation() {}

  Participation(
      Study study,
      Invitation invitation,
      int number,
      String token,
      String language,
      Map<String, String> parameters) {
    this.study = study;
    this.invitation = invitation;
    this.number = number;
    this.tokenSha256 = SecretToken.sha256(token);
    this.language = language;
    this.parameters = new TreeMap<>(parameters);
  }

  private void become(ParticipationState next) {
    if (!state.isOnTheWay()) {
      throw new ProblemException(ProblemCode.PARTICIPATION_OVER);
    }
    state = next;
    changedAt = Instant.now();
  }

  void agree(ConsentText text) {
    if (agreedAt == null) {
      become(ParticipationState.AGREED);
      consentText = text;
      agreedAt = changedAt;
    }
  }

  /**
   * @param how DECLINED or TOO_YOUNG
   */
  void leave(ParticipationState how) {
    become(how);
  }

  /** Takes what the viewer answers before the creatives, once. */
  void answered(StudyAnswers before) {
    requireConsent();
    if (!state.isOnTheWay() || state == ParticipationState.RECORDED) {
      throw new ProblemException(ProblemCode.PARTICIPATION_OVER);
    }
    attributes = new TreeMap<>(before.attributes());
    answers = new TreeMap<>(before.answers());
    answeredAt = Instant.now();
    changedAt = answeredAt;
  }

  /** All places for viewers who answer so are taken: nothing of the answers is kept. */
  void findFull() {
    become(ParticipationState.FULL);
    forgetAnswers();
  }

  /** Whether the questions before the creatives, if there are any, are answered. */
  public boolean isAnswered() {
    return answeredAt != null || study.questions().stream().noneMatch(StudyQuestion::isBefore);
  }

  /** Another try may bring a camera all the same. */
  void lacksCamera(String problem) {
    requireConsent();
    become(ParticipationState.NO_CAMERA);
    cameraProblem = problem;
  }

  public void recorded(Viewer by) {
    requireConsent();
    become(ParticipationState.RECORDED);
    cameraProblem = null;
    viewer = by;
    by.describe(attributes);
    by.said(answers);
    forgetAnswers();
  }

  void complete() {
    if (state != ParticipationState.COMPLETED) {
      if (state != ParticipationState.RECORDED) {
        throw new ProblemException(ProblemCode.PARTICIPATION_NOT_RECORDED);
      }
      become(ParticipationState.COMPLETED);
    }
  }

  /**
   * From now on nothing comes any more; the viewer is deleted next. Then only the fact of the
   * consent, and of its withdrawal, is left.
   *
   * @return the personal link, which holds the viewer's code and is to go, too; null if there is
   *     none
   */
  public Invitation withdraw() {
    state = ParticipationState.WITHDRAWN;
    changedAt = Instant.now();
    cameraProblem = null;
    parameters = new TreeMap<>();
    forgetAnswers();
    Invitation followed = invitation;
    invitation = null;
    return followed;
  }

  private void forgetAnswers() {
    attributes = new TreeMap<>();
    answers = new TreeMap<>();
  }

  /**
   * @throws ProblemException CONSENT_NEEDED, or PARTICIPATION_OVER where the viewer has gone
   */
  public void requireConsent() {
    if (state == ParticipationState.WITHDRAWN) {
      throw new ProblemException(ProblemCode.PARTICIPATION_OVER);
    }
    if (agreedAt == null) {
      throw new ProblemException(ProblemCode.CONSENT_NEEDED);
    }
  }

  /**
   * @throws ProblemException ANSWERS_NEEDED where questions are asked before the creatives
   */
  public void requireAnswers() {
    if (!isAnswered()) {
      throw new ProblemException(ProblemCode.ANSWERS_NEEDED);
    }
  }

  /** In the order in which this viewer sees them. */
  public List<Creative> creatives() {
    return study.playOrder().of(study.creatives(), number);
  }

  /** The viewer's pseudonym in the campaign: of the personal link, if there is one. */
  public String viewerCode() {
    return invitation == null
        ? publicId.toString().replace("-", "").substring(0, CODE_LENGTH)
        : invitation.code();
  }

  /** What of the consent is kept with a recording. */
  public String consentReference() {
    return "v%d %s %s %s"
        .formatted(consentText.version(), consentText.language(), agreedAt, consentText.sha256());
  }

  public Long id() {
    return id;
  }

  public UUID publicId() {
    return publicId;
  }

  public Study study() {
    return study;
  }

  /** en or ru, as the viewer reads it. */
  public String language() {
    return language;
  }

  public ParticipationState state() {
    return state;
  }

  /** What the panel's link brought along. */
  public Map<String, String> parameters() {
    return Map.copyOf(parameters);
  }

  /** Null before the consent. */
  public ConsentText consentText() {
    return consentText;
  }

  /** Null before the consent. */
  public Instant agreedAt() {
    return agreedAt;
  }

  /** Null before the first recording, and after a withdrawal. */
  public Viewer viewer() {
    return viewer;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant changedAt() {
    return changedAt;
  }
}
