package org.otklik.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;

/**
 * Removes the content of discarded files once their rows are gone for good. By then the same
 * content may have come again: a transaction of its own looks whether it has, and keeps others out
 * meanwhile.
 */
@ApplicationScoped
public class DiscardedContent {
  private static final System.Logger LOG = System.getLogger(DiscardedContent.class.getName());

  @Inject private MediaRegister register;
  @Inject private MediaStore store;

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void delete(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) MediaRegister.Discarded discarded) {
    register.lockAlone(discarded.sha256());
    if (register.isKnown(discarded.sha256())) {
      return;
    }
    try {
      store.delete(discarded.sha256());
    } catch (IOException e) {
      LOG.log(
          System.Logger.Level.ERROR, "A file of the media store is left: " + discarded.sha256(), e);
    }
  }
}
