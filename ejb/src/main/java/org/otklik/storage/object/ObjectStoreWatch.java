package org.otklik.storage.object;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import org.otklik.outage.FaultLog;
import org.otklik.outage.Outage;
import org.otklik.problem.ProblemException;
import org.otklik.settings.ObjectStoreSettings;
import org.otklik.storage.MediaStore;

/**
 * Asks the object store every few seconds whether it is there. While it is not, who needs it is
 * told at once.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ObjectStoreWatch {
  private static final Logger LOG = System.getLogger(ObjectStoreWatch.class.getName());

  @Inject private MediaStore store;
  @Inject private ObjectStoreSettings settings;

  private final AtomicBoolean isAsking = new AtomicBoolean();
  private volatile boolean isAway;

  /** One question at a time: one that hangs must not make many. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void tick() {
    if (!settings.isSetUp() || isAsking.getAndSet(true)) {
      return;
    }
    try {
      store.check();
      if (isAway) {
        LOG.log(Level.INFO, "The object store is back");
      }
      isAway = false;
    } catch (ProblemException e) {
      isAway = true; // told in the log by who met it
    } catch (IOException e) {
      isAway = true;
      FaultLog.write(Outage.STORE, e);
    } finally {
      isAsking.set(false);
    }
  }

  /** Whether media lie in an object store at all. */
  public boolean isUsed() {
    return settings.isSetUp();
  }

  /** As it was when it was asked last; false without one. */
  public boolean isAway() {
    return isAway;
  }
}
