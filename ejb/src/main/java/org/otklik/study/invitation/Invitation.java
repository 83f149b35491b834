package org.otklik.study.invitation;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.otklik.study.Study;

/** A personal link: lets one viewer in, whose code is known before. */
@Entity
public class Invitation {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Study study;

  private String code;

  private String linkCode;

  private Instant createdAt = Instant.now();

  protected Invitation() {}

  Invitation(Study study, String code, String linkCode) {
    this.study = study;
    this.code = code;
    this.linkCode = linkCode;
  }

  public Long id() {
    return id;
  }

  public Study study() {
    return study;
  }

  /** The viewer's pseudonym in the campaign. */
  public String code() {
    return code;
  }

  /** What stands in the link. */
  public String linkCode() {
    return linkCode;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
