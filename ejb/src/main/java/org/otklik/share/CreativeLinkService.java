package org.otklik.share;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.identity.Actor;
import org.otklik.identity.SecretToken;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * Links to a creative's figures: made, listed and revoked by users, opened by whoever has one. What
 * they show is what is known by then, over all viewers and segments large enough to be shown, and
 * nothing of a single viewer.
 */
@Stateless
public class CreativeLinkService {
  @PersistenceContext private EntityManager em;
  @Inject private CampaignService campaigns;
  @Inject private LinkTerms terms;
  @Inject private AuditService audit;

  /**
   * Makes a link.
   *
   * @throws ProblemException for readers, and when it is to hold for longer than links may
   */
  public NewCreativeLink create(Actor actor, UUID creativeId, LinkRequest request) {
    Creative creative = campaigns.creative(actor, creativeId);
    actor.requireUpload();
    String token = SecretToken.random();
    CreativeLink link = new CreativeLink(creative, terms.begin(actor, token, request));
    em.persist(link);
    audit.done(
        actor,
        AuditKind.LINK_MADE,
        subject(creative),
        link.publicId() + ", " + request.days() + " d");
    return new NewCreativeLink(link, token);
  }

  /** The newest first. */
  public List<CreativeLink> links(Actor actor, UUID creativeId) {
    return em.createQuery(
            """
            select l from CreativeLink l join fetch l.term.createdBy
            where l.creative = :creative
            order by l.term.createdAt desc, l.id desc
            """,
            CreativeLink.class)
        .setParameter("creative", campaigns.creative(actor, creativeId))
        .getResultList();
  }

  /** From now on the link opens nothing. */
  public void revoke(Actor actor, UUID creativeId, UUID linkId) {
    Creative creative = campaigns.creative(actor, creativeId);
    actor.requireUpload();
    CreativeLink link =
        em.createQuery(
                "select l from CreativeLink l where l.publicId = :id and l.creative = :creative",
                CreativeLink.class)
            .setParameter("id", linkId)
            .setParameter("creative", creative)
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new ProblemException(ProblemCode.LINK_UNKNOWN));
    link.term().revoke(terms.user(actor), Instant.now());
    audit.done(actor, AuditKind.LINK_WITHDRAWN, subject(creative), linkId.toString());
  }

  /**
   * What the link with this token shows; counts the use.
   *
   * @throws ProblemException as of {@link #shared}
   */
  public SharedCreative open(String token) {
    CreativeLink link = active(token);
    em.createQuery(
            """
            update CreativeLink l set l.term.uses = l.term.uses + 1, l.term.lastUsedAt = :now
            where l = :it
            """)
        .setParameter("now", Instant.now())
        .setParameter("it", link)
        .executeUpdate();
    audit.done(
        Actor.JOB, AuditKind.LINK_OPENED, subject(link.creative()), link.publicId().toString());
    return shared(link);
  }

  /**
   * What the link with this token shows, for what an open page asks for.
   *
   * @throws ProblemException SHARED_PAGE_OVER, also for a token that never was: nobody learns which
   *     there are
   */
  public SharedCreative shared(String token) {
    return shared(active(token));
  }

  private static SharedCreative shared(CreativeLink link) {
    return new SharedCreative(
        link.creative(),
        link.term().createdBy().displayName(),
        link.creative().campaign().client().name(),
        link.term().expiresAt());
  }

  private CreativeLink active(String token) {
    Instant now = Instant.now();
    return (SecretToken.isOne(token) ? find(SecretToken.sha256(token)) : List.<CreativeLink>of())
        .stream()
            .filter(link -> link.term().state(now) == LinkState.ACTIVE)
            .filter(link -> !link.creative().isDeleted())
            .findFirst()
            .orElseThrow(() -> new ProblemException(ProblemCode.SHARED_PAGE_OVER));
  }

  private List<CreativeLink> find(String tokenSha256) {
    return em.createQuery(
            """
            select l from CreativeLink l join fetch l.term.createdBy
            join fetch l.creative join fetch l.creative.campaign
            join fetch l.creative.campaign.client join fetch l.creative.campaign.settings
            where l.term.tokenSha256 = :hash
            """,
            CreativeLink.class)
        .setParameter("hash", tokenSha256)
        .getResultList();
  }

  private static AuditSubject subject(Creative creative) {
    return AuditSubject.of(AuditSubject.Kind.CREATIVE, creative.publicId());
  }
}
