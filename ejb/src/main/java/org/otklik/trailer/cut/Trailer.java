package org.otklik.trailer.cut;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.otklik.campaign.Creative;
import org.otklik.identity.AppUser;

/** A cut of a creative. */
@Entity
@Table(name = "trailer")
public class Trailer {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID publicId = UUID.randomUUID();

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Creative creative;

  private String name;

  @JdbcTypeCode(SqlTypes.JSON)
  private TrailerSettings settings;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "trailer_shot", joinColumns = @JoinColumn(name = "trailer_id"))
  @OrderColumn(name = "place")
  private List<TrailerShot> shots = new ArrayList<>();

  @Column(name = "p_value") // the naming strategy makes pvalue of it
  private Double pValue;

  private Double chanceLevel;

  private Instant createdAt = Instant.now();

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "created_by")
  private AppUser createdBy;

  private Instant changedAt = createdAt;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "changed_by")
  private AppUser changedBy;

  @Version private int version;

  protected Trailer() {}

  Trailer(Creative creative, AppUser author) {
    this.creative = creative;
    this.createdBy = author;
  }

  void write(
      String newName,
      TrailerSettings newSettings,
      TrailerPlan plan,
      List<TrailerShot> newShots,
      AppUser by) {
    name = newName;
    settings = newSettings;
    pValue = plan.scores().pValue();
    chanceLevel = plan.scores().chanceLevel();
    shots.clear();
    shots.addAll(newShots);
    changedAt = Instant.now();
    changedBy = by;
  }

  public UUID publicId() {
    return publicId;
  }

  public Creative creative() {
    return creative;
  }

  public String name() {
    return name;
  }

  public TrailerSettings settings() {
    return settings;
  }

  /** In the order of the trailer. */
  public List<TrailerShot> shots() {
    return List.copyOf(shots);
  }

  public int lengthMs() {
    return shots.stream().mapToInt(shot -> shot.scored().shot().lengthMs()).sum();
  }

  /** Null where too few viewers were observed. */
  public Double pValue() {
    return pValue;
  }

  /** Null with the p-value. */
  public Double chanceLevel() {
    return chanceLevel;
  }

  public Instant changedAt() {
    return changedAt;
  }

  /** Who last changed it. */
  public AppUser changedBy() {
    return changedBy;
  }
}
