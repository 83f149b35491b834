package org.otklik.audit;

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
import org.otklik.identity.AppUser;

/** One line of the audit log; the database refuses to change it. */
@Entity
public class AuditEvent {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private Instant happenedAt = Instant.now();

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "app_user_id")
  private AppUser user;

  private String address;

  @Enumerated(EnumType.STRING)
  private AuditKind kind;

  @Enumerated(EnumType.STRING)
  private AuditOutcome outcome;

  @Enumerated(EnumType.STRING)
  private AuditSubject.Kind subjectKind;

  private String subjectId;

  private String detail;

  protected AuditEvent() {}

  AuditEvent(
      AppUser user,
      String address,
      AuditKind kind,
      AuditOutcome outcome,
      AuditSubject subject,
      String detail) {
    this.user = user;
    this.address = address;
    this.kind = kind;
    this.outcome = outcome;
    this.subjectKind = subject == null ? null : subject.kind();
    this.subjectId = subject == null ? null : subject.id();
    this.detail = detail;
  }

  AuditEntry entry() {
    return new AuditEntry(
        id,
        happenedAt,
        user == null ? null : user.login(),
        address,
        kind,
        outcome,
        subjectKind == null ? null : new AuditSubject(subjectKind, subjectId),
        detail);
  }
}
