package org.otklik.study.participation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.otklik.identity.Actor;
import org.otklik.study.StudyService;

/** Who agreed to what, for analysts, limited to the actor's clients. */
@Stateless
public class ConsentRecordService {
  @PersistenceContext private EntityManager em;
  @Inject private StudyService studies;

  /** The newest first. */
  public List<Participation> consents(Actor actor, UUID studyId) {
    actor.requireUpload();
    return em.createQuery(
            """
            select p from Participation p join fetch p.consentText left join fetch p.viewer
            where p.study = :study order by p.agreedAt desc
            """,
            Participation.class)
        .setParameter("study", studies.study(actor, studyId))
        .getResultList();
  }
}
