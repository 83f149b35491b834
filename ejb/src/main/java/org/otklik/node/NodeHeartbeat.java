package org.otklik.node;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.otklik.outage.DatabaseWatch;
import org.otklik.outage.FaultLog;
import org.otklik.settings.JobSettings;

/**
 * Says every other second that this node is there, and looks for nodes that do not. A node that is
 * silent for twelve seconds is held for lost; should it only have slept, it finds every door of the
 * database shut and ends, so that whoever watches it starts it anew.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NodeHeartbeat {
  private static final Logger LOG = System.getLogger(NodeHeartbeat.class.getName());

  @Inject private NodeRuns runs;
  @Inject private JobSettings settings;
  @Inject private DatabaseWatch database;
  @Resource private ManagedExecutorService executor;

  private final AtomicBoolean isBeating = new AtomicBoolean();
  private final SilentNodes silent = new SilentNodes(InstantSource.system());
  private volatile boolean isRegistered;

  /** One at a time: one that hangs must not make many. */
  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  void tick() {
    if (!isBeating.getAndSet(true)) {
      executor.execute(
          () -> {
            try {
              beatGuarded();
            } finally {
              isBeating.set(false);
            }
          });
    }
  }

  /** This process. */
  public UUID run() {
    return UUID.fromString(settings.runId());
  }

  /** Whether this process is in the table of the nodes, and may take jobs. */
  public boolean isRegistered() {
    return isRegistered;
  }

  /** A boundary: what goes wrong once, such as a database that is away, is tried again. */
  private void beatGuarded() {
    if (!database.isStarted()) {
      return; // the server begins anew once the database is there
    }
    try {
      beat();
    } catch (RuntimeException e) {
      if (RunEnd.isCause(e)) {
        RunEnd.halt();
      }
      FaultLog.write(LOG, "This node could not say that it is there; it tries again", e);
    }
  }

  private void beat() {
    UUID run = run();
    if (!runs.beat(run, settings.nodeName())) {
      RunEnd.halt();
    }
    if (!isRegistered) {
      runs.endEarlierOf(run, settings.nodeName());
      isRegistered = true;
    }
    silent
        .look(runs.seenAtOfOthers(run))
        .forEach(
            (other, seenAt) -> {
              if (runs.end(other, seenAt)) {
                LOG.log(Level.WARNING, "A node is lost: run {0}, last seen {1}", other, seenAt);
              }
            });
    runs.release();
  }
}
