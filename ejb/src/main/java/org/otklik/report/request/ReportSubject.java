package org.otklik.report.request;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.otklik.analysis.group.ViewerGroup;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.Creative;

/** What a report is about: a creative, a campaign, or two groups of a campaign's viewings. */
@Embeddable
public class ReportSubject {
  @Enumerated(EnumType.STRING)
  private ReportKind kind;

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  private Campaign campaign;

  @ManyToOne(fetch = FetchType.EAGER)
  private Creative creative;

  @JdbcTypeCode(SqlTypes.JSON)
  private ComparedGroups compared;

  protected ReportSubject() {}

  private ReportSubject(
      ReportKind kind, Campaign campaign, Creative creative, ComparedGroups compared) {
    this.kind = kind;
    this.campaign = campaign;
    this.creative = creative;
    this.compared = compared;
  }

  public static ReportSubject of(Creative creative) {
    return new ReportSubject(ReportKind.CREATIVE, creative.campaign(), creative, null);
  }

  public static ReportSubject of(Campaign campaign) {
    return new ReportSubject(ReportKind.CAMPAIGN, campaign, null, null);
  }

  public static ReportSubject of(Campaign campaign, ComparedGroups compared) {
    return new ReportSubject(ReportKind.COMPARISON, campaign, null, compared);
  }

  public ReportKind kind() {
    return kind;
  }

  /** The campaign, or that of the creative or the viewings. */
  public Campaign campaign() {
    return campaign;
  }

  /** The creative it is about; empty for the other kinds. */
  public Optional<Creative> creative() {
    return Optional.ofNullable(creative);
  }

  /** What is put side by side; empty for the other kinds. */
  public Optional<ComparedGroups> compared() {
    return Optional.ofNullable(compared);
  }

  /**
   * Whether it, or a part of it, is in the bin.
   *
   * @param deleted the campaign's creatives that are there
   */
  public boolean isDeleted(Set<UUID> deleted) {
    return campaign.isDeleted()
        || creative != null && creative.isDeleted()
        || compared != null
            && (isOf(compared.first(), deleted) || isOf(compared.second(), deleted));
  }

  private static boolean isOf(ViewerGroup group, Set<UUID> creatives) {
    return group.creative() != null && creatives.contains(group.creative());
  }

  /** The name of the creative or the campaign. */
  public String name() {
    return creative == null ? campaign.name() : creative.name();
  }
}
