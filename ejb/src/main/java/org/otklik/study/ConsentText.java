package org.otklik.study;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.otklik.identity.AppUser;
import org.otklik.text.Sha256;

/** One version, in one language, of what a study's viewers agree to; never changed. */
@Entity
public class ConsentText {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Study study;

  private int version;

  private String language;

  private String content;

  private String sha256;

  private Instant createdAt = Instant.now();

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "created_by")
  private AppUser createdBy;

  protected ConsentText() {}

  ConsentText(Study study, int version, String language, String content, AppUser createdBy) {
    this.study = study;
    this.version = version;
    this.language = language;
    this.content = content;
    this.sha256 = Sha256.hex(content);
    this.createdBy = createdBy;
  }

  public int version() {
    return version;
  }

  public String language() {
    return language;
  }

  public String content() {
    return content;
  }

  /** Of the text in UTF-8, hexadecimal. */
  public String sha256() {
    return sha256;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
