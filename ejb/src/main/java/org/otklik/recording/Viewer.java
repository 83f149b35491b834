package org.otklik.recording;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.otklik.campaign.Campaign;
import org.otklik.metric.answer.ViewerAnswer;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** A filmed person, known by a pseudonym within a campaign. */
@Entity
@DynamicUpdate // answers and attributes of one viewer may come at the same time
public class Viewer {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Campaign campaign;

  private String code;

  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, String> segments = new TreeMap<>();

  private Instant createdAt = Instant.now();

  @JdbcTypeCode(SqlTypes.SMALLINT)
  private Integer npsAnswer;

  @JdbcTypeCode(SqlTypes.SMALLINT)
  private Integer csatAnswer;

  private Instant answeredAt;

  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, String> studyAnswers = new TreeMap<>();

  private Instant removeAt;

  protected Viewer() {}

  public Viewer(Campaign campaign, String code) {
    this.campaign = campaign;
    this.code = code;
  }

  /** Adds attributes to those known; a new value replaces an old one. */
  public void describe(Map<String, String> attributes) {
    Map<String, String> all = new TreeMap<>(segments);
    all.putAll(attributes);
    segments = all;
  }

  /** From now on it is to be deleted for good. */
  public void delete(Instant now) {
    removeAt = removeAt == null ? now : removeAt;
  }

  /**
   * What would be added now would be deleted with it.
   *
   * @throws ProblemException VIEWER_BEING_DELETED
   */
  public Viewer requireKept() {
    if (removeAt != null) {
      throw new ProblemException(ProblemCode.VIEWER_BEING_DELETED, code);
    }
    return this;
  }

  void rename(String newCode) {
    code = newCode;
  }

  /** From now on the viewer has these attributes and no others. */
  void redescribe(Map<String, String> attributes) {
    segments = new TreeMap<>(attributes);
  }

  /**
   * Takes in what the viewer answered.
   *
   * @param nps 0..10; null leaves what was answered before
   * @param csat 1..5; null likewise
   */
  public void answered(Integer nps, Integer csat) {
    npsAnswer = nps == null ? npsAnswer : nps;
    csatAnswer = csat == null ? csatAnswer : csat;
    answeredAt = npsAnswer == null && csatAnswer == null ? null : Instant.now();
  }

  /** Adds answers to scales and texts of a study; a new one replaces an old one. */
  public void said(Map<String, String> answers) {
    Map<String, String> all = new TreeMap<>(studyAnswers);
    all.putAll(answers);
    studyAnswers = all;
  }

  /** By the questions' attributes. */
  public Map<String, String> studyAnswers() {
    return Map.copyOf(studyAnswers);
  }

  /** With nulls for what was not asked. */
  public ViewerAnswer answer() {
    return new ViewerAnswer(code, npsAnswer, csatAnswer);
  }

  public Long id() {
    return id;
  }

  public Campaign campaign() {
    return campaign;
  }

  public String code() {
    return code;
  }

  public Map<String, String> segments() {
    return Map.copyOf(segments);
  }
}
