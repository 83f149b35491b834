package org.otklik.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.otklik.emotion.Polarity;
import org.otklik.identity.AppUser;
import org.otklik.metric.ResponseSettings;
import org.otklik.settings.MetricSettings;
import org.otklik.timeline.BaselineMethod;
import org.otklik.timeline.CorrectionSettings;

/** One version of a campaign's settings; it never changes, a change is a further version. */
@Entity
@Immutable
public class CampaignSettings {
  static final int FIRST_VERSION = 1;

  /**
   * Versions are counted within a campaign, from 1.
   *
   * @param campaignId named, for {@link Campaign} joins by it
   */
  @Embeddable
  public record Key(@Column(name = "campaign_id") long campaignId, int version)
      implements Serializable {}

  @EmbeddedId private Key key;

  private double stateThreshold;

  private double coverageLimit;

  @Column(name = "min_response_share")
  private double leastTraceShare;

  @Column(name = "min_response_s")
  private double leastTraceSeconds;

  private double silentWeight;

  @JdbcTypeCode(SqlTypes.JSON)
  private Polarity polarity;

  @Enumerated(EnumType.STRING)
  private BaselineMethod baselineMethod;

  @Column(name = "baseline_s")
  private Integer baselineSeconds;

  private int smoothingMs;

  private String note;

  private Instant changedAt = Instant.now();

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "changed_by")
  private AppUser changedBy;

  protected CampaignSettings() {}

  CampaignSettings(Key key, MetricSettings metric, String note, AppUser changedBy) {
    this.key = key;
    this.stateThreshold = metric.stateThreshold();
    this.coverageLimit = metric.trace().coverageLimit();
    this.leastTraceShare = metric.trace().leastTraceShare();
    this.leastTraceSeconds = metric.trace().leastTraceSeconds();
    this.silentWeight = metric.silentWeight();
    this.polarity = metric.polarity();
    this.baselineMethod = metric.correction().baseline();
    this.baselineSeconds = metric.correction().baselineSeconds();
    this.smoothingMs = metric.correction().smoothingMs();
    this.note = note;
    this.changedBy = changedBy;
  }

  public int version() {
    return key.version();
  }

  public MetricSettings metric() {
    return new MetricSettings(
        stateThreshold,
        new ResponseSettings(coverageLimit, leastTraceShare, leastTraceSeconds),
        silentWeight,
        polarity,
        new CorrectionSettings(baselineMethod, baselineSeconds, smoothingMs));
  }

  /** Why they were changed; may be null. */
  public String note() {
    return note;
  }

  public Instant changedAt() {
    return changedAt;
  }

  /** Who changed them; fetched by {@link CampaignSettingsService} only. */
  public AppUser changedBy() {
    return changedBy;
  }
}
