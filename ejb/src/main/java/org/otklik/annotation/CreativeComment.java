package org.otklik.annotation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.otklik.campaign.Creative;
import org.otklik.identity.AppUser;

/** What an analyst has to say of a creative, or of a time of it. */
@Entity
@Table(name = "creative_comment")
public class CreativeComment {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID publicId = UUID.randomUUID();

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Creative creative;

  private Integer atMs;

  private String content;

  @Column(name = "is_in_report")
  private boolean inReport;

  private Instant createdAt = Instant.now();

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "created_by")
  private AppUser createdBy;

  private Instant changedAt = createdAt;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "changed_by")
  private AppUser changedBy;

  protected CreativeComment() {}

  CreativeComment(Creative creative, CommentRequest request, AppUser author) {
    this.creative = creative;
    this.createdBy = author;
    write(request);
    this.changedBy = author;
  }

  void change(CommentRequest request, AppUser by) {
    write(request);
    changedAt = Instant.now();
    changedBy = by;
  }

  private void write(CommentRequest request) {
    atMs = request.atMs();
    content = request.text();
    inReport = request.inReport();
  }

  /** In milliseconds of the creative; null where it is about all of it. */
  public Integer atMs() {
    return atMs;
  }

  public String content() {
    return content;
  }

  /** Whether reports contain it. */
  public boolean isInReport() {
    return inReport;
  }

  public UUID publicId() {
    return publicId;
  }

  public Instant changedAt() {
    return changedAt;
  }

  /** Who last changed it. */
  public AppUser changedBy() {
    return changedBy;
  }
}
