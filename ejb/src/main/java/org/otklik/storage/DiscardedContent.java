package org.otklik.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.otklik.problem.ProblemException;

/**
 * Removes the content of discarded files once their rows are gone for good. By then the same
 * content may have come again: a transaction of its own looks whether it has, and keeps others out
 * meanwhile. What cannot be removed at once, because the store is away or the server was killed, is
 * remembered in {@code core.discarded_content}.
 */
@ApplicationScoped
public class DiscardedContent {
  private static final Logger LOG = System.getLogger(DiscardedContent.class.getName());
  private static final int MAX_AT_ONCE = 100;

  @PersistenceContext private EntityManager em;
  @Inject private MediaRegister register;
  @Inject private MediaStore store;

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void delete(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) MediaRegister.Discarded discarded) {
    delete(discarded.sha256());
  }

  /** Of a transaction that failed after all: nobody knows the content, unless others do. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void deleteUnknown(
      @Observes(during = TransactionPhase.AFTER_FAILURE) MediaRegister.Kept kept) {
    register.lockAlone(kept.sha256());
    if (!register.isKnown(kept.sha256())) {
      remember(kept.sha256());
      delete(kept.sha256());
    }
  }

  private void remember(String sha256) {
    em.createNativeQuery(
            "insert into core.discarded_content (sha256) values (:sha256) on conflict do nothing")
        .setParameter("sha256", sha256)
        .executeUpdate();
  }

  /** What is still to be removed, the oldest first; of very many the first. */
  List<String> remembered() {
    List<?> keys =
        em.createNativeQuery(
                "select sha256 from core.discarded_content order by discarded_at limit :most",
                String.class)
            .setParameter("most", MAX_AT_ONCE)
            .getResultList();
    return keys.stream().map(String.class::cast).toList();
  }

  /** Removes what was remembered, unless the same content has come again. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void delete(String sha256) {
    register.lockAlone(sha256);
    try {
      if (!register.isKnown(sha256)) {
        store.delete(sha256);
      }
      em.createNativeQuery("delete from core.discarded_content where sha256 = :sha256")
          .setParameter("sha256", sha256)
          .executeUpdate();
    } catch (IOException e) {
      LOG.log(Level.ERROR, "A file of the media store is left for now: " + sha256, e);
    } catch (ProblemException e) {
      LOG.log(Level.INFO, "A file of the media store is left until it answers: {0}", sha256);
    }
  }
}
