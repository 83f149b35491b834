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
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.otklik.access.Client;
import org.otklik.settings.MetricSettings;

/** Creatives shown to viewers for one purpose, on behalf of one client. */
@Entity
@Table(name = "campaign")
public class Campaign {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "public_id")
  private UUID publicId = UUID.randomUUID();

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  private Client client;

  private String name;

  @Enumerated(EnumType.STRING)
  private CampaignKind kind;

  @Column(name = "is_synthetic")
  private boolean synthetic;

  @Embedded private MetricSettings metricSettings = new MetricSettings();

  @Column(name = "created_at")
  private Instant createdAt = Instant.now();

  @Column(name = "created_by")
  private long createdBy;

  protected Campaign() {}

  /**
   * @param synthetic true when its viewers are drawn, not filmed; said wherever results are shown
   */
  public Campaign(
      Client client, String name, CampaignKind kind, boolean synthetic, long createdBy) {
    this.client = client;
    this.name = name;
    this.kind = kind;
    this.synthetic = synthetic;
    this.createdBy = createdBy;
  }

  public Long id() {
    return id;
  }

  public UUID publicId() {
    return publicId;
  }

  public Client client() {
    return client;
  }

  public String name() {
    return name;
  }

  public CampaignKind kind() {
    return kind;
  }

  public boolean isSynthetic() {
    return synthetic;
  }

  public MetricSettings metricSettings() {
    return metricSettings;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
