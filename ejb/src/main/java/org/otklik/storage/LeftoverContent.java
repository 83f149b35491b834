package org.otklik.storage;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.util.concurrent.TimeUnit;
import org.otklik.outage.DatabaseWatch;
import org.otklik.outage.FaultLog;
import org.otklik.problem.ProblemException;

/**
 * Removes what was left in the media store by outages and kills; several nodes may do so at once.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LeftoverContent {
  private static final Logger LOG = System.getLogger(LeftoverContent.class.getName());

  private static final int FIRST_S = 20;

  @Inject private DiscardedContent discarded;
  @Inject private MediaStore store;
  @Inject private PartialVideos partials;
  @Inject private DatabaseWatch database;
  @Resource private ManagedScheduledExecutorService executor;

  /** After a start, which waits for no store. */
  @PostConstruct
  void begin() {
    executor.schedule(this::removeUnfinished, FIRST_S, TimeUnit.SECONDS);
  }

  /** What was to be deleted for good; within a minute of the store's return. */
  @Schedule(hour = "*", minute = "*", second = "17", persistent = false)
  void removeDiscarded() {
    if (database.isAway()) {
      return;
    }
    try {
      discarded.remembered().forEach(discarded::delete);
    } catch (RuntimeException e) { // a boundary: a database that goes away just now
      FaultLog.write(LOG, "Discarded content could not be removed; it is tried again", e);
    }
  }

  /** What was never completed, once it is a day old. */
  @Schedule(hour = "*", minute = "23", persistent = false)
  void removeUnfinished() {
    try {
      partials.removeForgotten();
      store.removeLeftovers();
    } catch (IOException e) {
      FaultLog.write(LOG, "What is half stored could not be removed; it is tried again", e);
    } catch (ProblemException e) {
      LOG.log(System.Logger.Level.DEBUG, "The store is away: {0}", e.code());
    }
  }
}
