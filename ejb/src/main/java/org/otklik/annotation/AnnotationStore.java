package org.otklik.annotation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.identity.Actor;
import org.otklik.identity.AppUser;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** What is the same for marks and comments: who may write them, and that it is on record. */
@ApplicationScoped
class AnnotationStore {
  @PersistenceContext private EntityManager em;
  @Inject private CampaignService campaigns;
  @Inject private AuditService audit;

  /** The creative, for those who may write beside it. */
  Creative writable(Actor actor, UUID creativeId) {
    Creative creative = campaigns.creative(actor, creativeId);
    actor.requireUpload();
    return creative;
  }

  /**
   * @param unknown what is told when the creative has none such
   */
  <A extends CreativeAnnotation> A find(
      Class<A> type, Creative creative, UUID id, ProblemCode unknown) {
    return em.createQuery(
            "select a from %s a where a.creative = :creative and a.publicId = :id"
                .formatted(type.getSimpleName()),
            type)
        .setParameter("creative", creative)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new ProblemException(unknown));
  }

  AppUser author(Actor actor) {
    return em.find(AppUser.class, actor.userId());
  }

  void record(Actor actor, UUID creativeId, String detail) {
    audit.done(
        actor,
        AuditKind.ANNOTATION_CHANGED,
        AuditSubject.of(AuditSubject.Kind.CREATIVE, creativeId),
        detail);
  }
}
