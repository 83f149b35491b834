package org.otklik.report.request;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
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

  /** The name of the creative or the campaign. */
  public String name() {
    return creative == null ? campaign.name() : creative.name();
  }
}
