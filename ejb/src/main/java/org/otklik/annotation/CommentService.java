package org.otklik.annotation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.request.RequestValidator;

/** Analysts' comments on creatives, limited to the actor's clients; readers only see them. */
@Stateless
public class CommentService {
  @PersistenceContext private EntityManager em;
  @Inject private CampaignService campaigns;
  @Inject private AnnotationStore store;

  /** In the order of the creative's time; those on all of it first. */
  public List<CreativeComment> comments(Actor actor, UUID creativeId) {
    return em.createQuery(
            """
            select a from CreativeComment a join fetch a.changedBy
            where a.creative = :creative
            order by a.atMs nulls first, a.id
            """,
            CreativeComment.class)
        .setParameter("creative", campaigns.creative(actor, creativeId))
        .getResultList();
  }

  /**
   * @throws ProblemException FIELD_MISSING, FIELD_INVALID
   */
  public CreativeComment add(Actor actor, UUID creativeId, CommentRequest request) {
    Creative creative = store.writable(actor, creativeId);
    check(creative, request);
    CreativeComment added = new CreativeComment(creative, request, store.author(actor));
    em.persist(added);
    store.record(actor, creativeId, "comment +");
    return added;
  }

  /**
   * @throws ProblemException COMMENT_UNKNOWN, FIELD_MISSING, FIELD_INVALID
   */
  public CreativeComment change(Actor actor, UUID creativeId, UUID id, CommentRequest request) {
    Creative creative = store.writable(actor, creativeId);
    CreativeComment changed = comment(creative, id);
    check(creative, request);
    changed.change(request, store.author(actor));
    store.record(actor, creativeId, "comment ±");
    return changed;
  }

  /**
   * @throws ProblemException COMMENT_UNKNOWN
   */
  public void remove(Actor actor, UUID creativeId, UUID id) {
    em.remove(comment(store.writable(actor, creativeId), id));
    store.record(actor, creativeId, "comment −");
  }

  private CreativeComment comment(Creative creative, UUID id) {
    return store.find(CreativeComment.class, creative, id, ProblemCode.COMMENT_UNKNOWN);
  }

  private static void check(Creative creative, CommentRequest request) {
    RequestValidator.valid(request);
    if (request.atMs() != null && request.atMs() > creative.durationMs()) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID,
          "atMs",
          request.atMs().toString(),
          "0…" + creative.durationMs());
    }
  }
}
