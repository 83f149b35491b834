package org.otklik.study;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.Creative;
import org.otklik.identity.AppUser;

/** What viewers who follow one link are shown, asked and agree to. */
@Entity
public class Study {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID publicId = UUID.randomUUID();

  private String linkCode;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Campaign campaign;

  private String name;

  @Enumerated(EnumType.STRING)
  private PlayOrder playOrder;

  @JdbcTypeCode(SqlTypes.SMALLINT)
  private int minAge;

  private Integer maxViewers;

  private LocalDate closesOn;

  private Instant closedAt;

  private boolean asksNps;

  private boolean asksCsat;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<StudyQuestion> questions;

  private String completedUrl;

  private String screenedOutUrl;

  private String fullUrl;

  private Instant createdAt = Instant.now();

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "created_by")
  private AppUser createdBy;

  @ManyToMany
  @JoinTable(
      name = "study_creative",
      joinColumns = @JoinColumn(name = "study_id"),
      inverseJoinColumns = @JoinColumn(name = "creative_id"))
  @OrderColumn(name = "place")
  private List<Creative> creatives = new ArrayList<>();

  @Column(name = "is_showing")
  private boolean showing;

  protected Study() {}

  Study(Campaign campaign, String linkCode, AppUser createdBy) {
    this.campaign = campaign;
    this.linkCode = linkCode;
    this.createdBy = createdBy;
  }

  /** From now on it is of a live showing: nobody is recorded by its link. */
  void becomeShowing() {
    showing = true;
  }

  /** Whether its link lets participants into a live showing. */
  public boolean isShowing() {
    return showing;
  }

  /** Takes all but the consent, whose versions are kept apart. */
  void plan(StudyRequest request, List<Creative> shown) {
    name = request.name();
    playOrder = request.order();
    minAge = request.minAge();
    maxViewers = request.maxViewers();
    closesOn = request.closesOn();
    asksNps = request.asksNps();
    asksCsat = request.asksCsat();
    questions = request.questions();
    completedUrl = request.completedUrl();
    screenedOutUrl = request.screenedOutUrl();
    fullUrl = request.fullUrl();
    creatives.clear();
    creatives.addAll(shown);
  }

  void close(Instant now) {
    closedAt = closedAt == null ? now : closedAt;
  }

  void reopen() {
    closedAt = null;
  }

  /** Whether viewers are let in: as planned, and while all that they are to see is there. */
  public boolean isOpen(Instant now) {
    return closedAt == null
        && !creatives.isEmpty()
        && creatives.stream().noneMatch(Creative::isDeleted)
        && (closesOn == null || !now.atZone(ZoneOffset.UTC).toLocalDate().isAfter(closesOn));
  }

  public Long id() {
    return id;
  }

  public UUID publicId() {
    return publicId;
  }

  /** What stands in the link that viewers are given. */
  public String linkCode() {
    return linkCode;
  }

  public Campaign campaign() {
    return campaign;
  }

  public String name() {
    return name;
  }

  public PlayOrder playOrder() {
    return playOrder;
  }

  public int minAge() {
    return minAge;
  }

  /** Null for no limit. */
  public Integer maxViewers() {
    return maxViewers;
  }

  /** Last day, UTC; null for none. */
  public LocalDate closesOn() {
    return closesOn;
  }

  /** Null unless an analyst closed it. */
  public Instant closedAt() {
    return closedAt;
  }

  public boolean asksNps() {
    return asksNps;
  }

  public boolean asksCsat() {
    return asksCsat;
  }

  public List<StudyQuestion> questions() {
    return questions;
  }

  /** Null for the page's own thanks. */
  public String completedUrl() {
    return completedUrl;
  }

  /** Null for the page's own words. */
  public String screenedOutUrl() {
    return screenedOutUrl;
  }

  /** Null for the page's own words. */
  public String fullUrl() {
    return fullUrl;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Whose recordings they are. */
  public AppUser createdBy() {
    return createdBy;
  }

  public List<Creative> creatives() {
    return List.copyOf(creatives);
  }
}
