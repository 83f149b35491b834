package org.otklik.removal;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.UUID;
import org.otklik.campaign.RemovalDue;
import org.otklik.outage.FaultLog;
import org.otklik.storage.PartialVideos;

/**
 * Deletes for good what is due, at once when somebody asks for it, and every minute: what was still
 * worked on, and what the server's end interrupted. Each step is a transaction of its own, so that
 * a large campaign goes piece by piece; several nodes may do so at once.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Removal {
  private static final System.Logger LOG = System.getLogger(Removal.class.getName());

  @Inject private RemovalService removals;
  @Inject private PartialVideos partials;
  @Resource private ManagedExecutorService executor;

  /** Somebody waits for it, but not for its end. */
  public void hurry(@Observes(during = TransactionPhase.AFTER_SUCCESS) RemovalDue due) {
    executor.execute(this::removeDue);
  }

  @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
  void tick() {
    removeDue();
  }

  private synchronized void removeDue() {
    attempt(
        () -> {
          removals.dueViewers().forEach(id -> attempt(() -> removeViewer(id)));
          removals.dueCreatives().forEach(id -> attempt(() -> removeCreative(id)));
          removals.dueCampaigns().forEach(id -> attempt(() -> removeCampaign(id)));
          removals.dueClients().forEach(id -> attempt(() -> removals.removeClient(id)));
        });
  }

  private void removeViewer(long id) {
    removals.removeViewer(id).forEach(this::forget);
  }

  private void removeCreative(long id) {
    removals.stopJobs(id);
    while (removals.removeRecordings(id)) {
      LOG.log(System.Logger.Level.DEBUG, "Recordings of creative {0} are deleted", id);
    }
    removals.removeCreative(id).forEach(this::forget);
  }

  private void removeCampaign(long id) {
    removals.removeCampaign(id).forEach(this::forget);
  }

  private void forget(UUID partial) {
    partials.settledSize(partial); // a writer would go on in the deleted file
    partials.remove(partial);
  }

  private static void attempt(Runnable step) {
    try {
      step.run();
    } catch (
        RuntimeException e) { // a boundary: it is tried again in a minute, and others are not kept
      FaultLog.write(LOG, "Something could not be deleted for good yet", e);
    }
  }
}
