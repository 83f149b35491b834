package org.otklik.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.otklik.curve.CreativeCurve;
import org.otklik.storage.MediaFacts;

/** What viewers of a campaign are shown: an ad video; or the script that calls follow. */
@Entity
public class Creative {
  /** Of a script that no call has followed yet. */
  private static final int MIN_MS = 1000;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID publicId = UUID.randomUUID();

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  private Campaign campaign;

  private String name;

  private String mediaSha256;

  @Column(name = "is_script")
  private boolean script;

  private int durationMs;

  private int widthPx;

  private int heightPx;

  private double frameRate;

  @Enumerated(EnumType.STRING)
  private SummaryState summaryState = SummaryState.EMPTY;

  private Instant summarisedAt;

  private Instant createdAt = Instant.now();

  private long createdBy;

  @Embedded private Deletion deletion;

  protected Creative() {}

  public Creative(
      Campaign campaign, String name, String mediaSha256, MediaFacts facts, long createdBy) {
    this.campaign = campaign;
    this.name = name;
    this.mediaSha256 = mediaSha256;
    this.durationMs = facts.durationMs();
    this.widthPx = facts.widthPx();
    this.heightPx = facts.heightPx();
    this.frameRate = facts.frameRate();
    this.createdBy = createdBy;
  }

  /** A call script, which is as long as its longest call. */
  Creative(Campaign campaign, String name, long createdBy) {
    this.campaign = campaign;
    this.name = name;
    this.script = true;
    this.durationMs = MIN_MS;
    this.createdBy = createdBy;
  }

  /** Whether it is a call script: there is no video of it. */
  public boolean isScript() {
    return script;
  }

  /** A call of so long follows it. */
  public void lastFor(int callMs) {
    durationMs = Math.max(durationMs, callMs);
  }

  /** So long is the longest call that is left; none where it is 0. */
  public void shrinkTo(int longestCallMs) {
    durationMs = Math.max(MIN_MS, longestCallMs);
  }

  /** Moves it to the bin. What is there already stays as it is. */
  void delete(Deletion now) {
    deletion = deletion == null ? now : deletion;
  }

  /** As it was before. */
  void restore() {
    deletion = null;
  }

  /** Whether it, or its campaign, is in the bin. */
  public boolean isDeleted() {
    return deletion != null || campaign.isDeleted();
  }

  /** Null unless it is in the bin by itself. */
  public Deletion deletion() {
    return deletion;
  }

  /** A viewing, or how it is judged, has changed: the summary must be computed again. */
  public void outdate() {
    summaryState = SummaryState.STALE;
  }

  /** Computing broke off; what is stored of an earlier summary stays. */
  public void summaryFailed() {
    summaryState = SummaryState.FAILED;
  }

  /** The summary holds all viewings. */
  public void summarised(Instant at) {
    summaryState = SummaryState.CURRENT;
    summarisedAt = at;
  }

  /** Length in whole seconds: a tail under half a second is no second (docs/metrics.md). */
  public int durationSeconds() {
    return CreativeCurve.wholeSeconds(durationMs);
  }

  public Long id() {
    return id;
  }

  public UUID publicId() {
    return publicId;
  }

  public Campaign campaign() {
    return campaign;
  }

  public String name() {
    return name;
  }

  void rename(String newName) {
    name = newName;
  }

  /** Null for a call script. */
  public String mediaSha256() {
    return mediaSha256;
  }

  public int durationMs() {
    return durationMs;
  }

  public int widthPx() {
    return widthPx;
  }

  public int heightPx() {
    return heightPx;
  }

  /** Mean frames a second. */
  public double frameRate() {
    return frameRate;
  }

  public SummaryState summaryState() {
    return summaryState;
  }

  public Instant summarisedAt() {
    return summarisedAt;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
