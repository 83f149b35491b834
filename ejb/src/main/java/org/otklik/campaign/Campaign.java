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
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.otklik.identity.Client;
import org.otklik.settings.MetricSettings;
import org.otklik.sound.CustomerSound;
import org.otklik.vision.image.FrameArea;

/** Creatives shown to viewers for one purpose, on behalf of one client. */
@Entity
public class Campaign {
  /** Figures of fewer viewers would show persons. */
  public static final int MIN_GROUP_SIZE = 5;

  static final int MAX_NAME_LENGTH = 200;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID publicId = UUID.randomUUID();

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  private Client client;

  private String name;

  @Enumerated(EnumType.STRING)
  private CampaignKind kind;

  @Column(name = "is_synthetic")
  private boolean synthetic;

  /** Named, for the join below must call it the same. */
  @Column(name = "settings_version")
  private int settingsVersion = CampaignSettings.FIRST_VERSION;

  /** The version above; read only, because a part of its key is the campaign's own. */
  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  @JoinColumn(
      name = "id",
      referencedColumnName = "campaign_id",
      insertable = false,
      updatable = false)
  @JoinColumn(
      name = "settings_version",
      referencedColumnName = "version",
      insertable = false,
      updatable = false)
  private CampaignSettings settings;

  private Instant createdAt = Instant.now();

  private long createdBy;

  private Instant archivedAt;

  @Column(name = "is_voice_analysed")
  private boolean voiceAnalysed;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private double[] customerArea;

  private String customerSound;

  @Embedded private Deletion deletion;

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

  void rename(String newName) {
    name = newName;
  }

  public CampaignKind kind() {
    return kind;
  }

  public boolean isOfCalls() {
    return kind == CampaignKind.CALLS;
  }

  public boolean isSynthetic() {
    return synthetic;
  }

  /** The newest version. */
  public CampaignSettings settings() {
    return settings;
  }

  public MetricSettings metricSettings() {
    return settings.metric();
  }

  /** From now on these hold; they are there to read once the campaign is read again. */
  void use(CampaignSettings newest) {
    settingsVersion = newest.version();
  }

  /** Viewers whose figures may be shown together; drawn ones are no persons. */
  public int leastGroupSize() {
    return leastGroupSize(synthetic);
  }

  /** The same where there is no more than a row of the campaign. */
  public static int leastGroupSize(boolean synthetic) {
    return synthetic ? 1 : MIN_GROUP_SIZE;
  }

  /** Puts it away: lists leave it out unless asked for. What was put away before stays so. */
  void archive(Instant at) {
    archivedAt = archivedAt == null ? at : archivedAt;
  }

  void unarchive() {
    archivedAt = null;
  }

  /** When it was put away; null for one in use. */
  public Instant archivedAt() {
    return archivedAt;
  }

  /** Moves it to the bin. What is there already stays as it is. */
  void delete(Deletion now) {
    deletion = deletion == null ? now : deletion;
  }

  /** As it was before; what is being deleted for good cannot be had back. */
  void restore() {
    deletion = null;
  }

  /** Whether it is in the bin, where it is hidden from everything but the bin itself. */
  public boolean isDeleted() {
    return deletion != null;
  }

  /** Null unless it is in the bin. */
  public Deletion deletion() {
    return deletion;
  }

  /** Whether voices in its recordings are analysed, from the next analysis on. */
  public boolean isVoiceAnalysed() {
    return voiceAnalysed;
  }

  void analyseVoice(boolean wanted) {
    voiceAnalysed = wanted;
  }

  /**
   * Which part of the frame is the customer's in the calls that come; empty where nobody has said
   * so.
   */
  public Optional<FrameArea> customerArea() {
    return Optional.ofNullable(customerArea).map(FrameArea::of);
  }

  /** Holds for the calls that are uploaded from now on. */
  public void showCustomersIn(FrameArea area) {
    customerArea = area.shares();
  }

  /** Where the customer alone is heard in the calls that come; empty where nobody has said so. */
  public Optional<CustomerSound> customerSound() {
    return Optional.ofNullable(customerSound).map(CustomerSound::of);
  }

  /** Holds for the calls that are uploaded from now on, where their file has it. */
  public void hearCustomersIn(CustomerSound sound) {
    customerSound = sound.toString();
  }

  /** Key of the user who made it. */
  public long createdBy() {
    return createdBy;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
