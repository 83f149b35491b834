package org.otklik.share;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.UUID;
import org.otklik.campaign.Creative;

/** A way to one creative's figures without a sign-in. */
@Entity
public class CreativeLink {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID publicId = UUID.randomUUID();

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "creative_id")
  private Creative creative;

  @Embedded private LinkTerm term;

  protected CreativeLink() {}

  CreativeLink(Creative creative, LinkTerm term) {
    this.creative = creative;
    this.term = term;
  }

  Long id() {
    return id;
  }

  public UUID publicId() {
    return publicId;
  }

  /** What it shows; fetched by {@link CreativeLinkService} only. */
  Creative creative() {
    return creative;
  }

  public LinkTerm term() {
    return term;
  }
}
