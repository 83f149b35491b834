package org.otklik.report.link;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.UUID;
import org.otklik.report.Report;
import org.otklik.share.LinkTerm;

/** A way to one report without a sign-in, until it expires or is revoked. */
@Entity
public class ReportLink {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID publicId = UUID.randomUUID();

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "report_id")
  private Report report;

  @Embedded private LinkTerm term;

  protected ReportLink() {}

  ReportLink(Report report, LinkTerm term) {
    this.report = report;
    this.term = term;
  }

  Long id() {
    return id;
  }

  public UUID publicId() {
    return publicId;
  }

  /** The report it opens; fetched by {@link ReportLinkService} only. */
  public Report report() {
    return report;
  }

  public LinkTerm term() {
    return term;
  }
}
