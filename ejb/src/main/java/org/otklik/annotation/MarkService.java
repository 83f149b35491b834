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

/** Analysts' marks on creatives, limited to the actor's clients; readers only see them. */
@Stateless
public class MarkService {
  @PersistenceContext private EntityManager em;
  @Inject private CampaignService campaigns;
  @Inject private AnnotationStore store;

  /** In the order of the creative's time. */
  public List<CreativeMark> marks(Actor actor, UUID creativeId) {
    return em.createQuery(
            """
            select a from CreativeMark a join fetch a.changedBy
            where a.creative = :creative
            order by a.beginMs, a.endMs, a.id
            """,
            CreativeMark.class)
        .setParameter("creative", campaigns.creative(actor, creativeId))
        .getResultList();
  }

  /**
   * @throws ProblemException FIELD_MISSING, FIELD_INVALID
   */
  public CreativeMark add(Actor actor, UUID creativeId, MarkRequest request) {
    Creative creative = store.writable(actor, creativeId);
    check(creative, request);
    CreativeMark added = new CreativeMark(creative, request, store.author(actor));
    em.persist(added);
    store.record(actor, creativeId, "mark +");
    return added;
  }

  /**
   * @throws ProblemException MARK_UNKNOWN, FIELD_MISSING, FIELD_INVALID
   */
  public CreativeMark change(Actor actor, UUID creativeId, UUID id, MarkRequest request) {
    Creative creative = store.writable(actor, creativeId);
    CreativeMark changed = mark(creative, id);
    check(creative, request);
    changed.change(request, store.author(actor));
    store.record(actor, creativeId, "mark ±");
    return changed;
  }

  /**
   * @throws ProblemException MARK_UNKNOWN
   */
  public void remove(Actor actor, UUID creativeId, UUID id) {
    em.remove(mark(store.writable(actor, creativeId), id));
    store.record(actor, creativeId, "mark −");
  }

  private CreativeMark mark(Creative creative, UUID id) {
    return store.find(CreativeMark.class, creative, id, ProblemCode.MARK_UNKNOWN);
  }

  /** The end of the creative is that of its last whole second, where that is later. */
  private static void check(Creative creative, MarkRequest request) {
    RequestValidator.valid(request);
    if (request.lane() == MarkLane.OTHER && request.name() == null) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, "name");
    }
    int end = Math.max(creative.durationMs(), creative.durationSeconds() * 1000);
    if (request.endMs() <= request.beginMs() || request.endMs() > end) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID,
          "endMs",
          request.endMs().toString(),
          request.beginMs() + 1 + "…" + end);
    }
  }
}
