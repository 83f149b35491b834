package org.otklik.schedule;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import org.otklik.outage.DatabaseWatch;
import org.otklik.outage.FaultLog;

/**
 * Looks three times a minute for what no timer reminded of: the timer was lost with a killed server
 * in the middle of its call, or the database came back from a backup. What it does twice is done
 * once, so each node has one.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScheduleWatch {
  private static final System.Logger LOG = System.getLogger(ScheduleWatch.class.getName());

  @Inject private ScheduleReminders reminders;
  @Inject private ScheduleRunner firing;
  @Inject private DatabaseWatch database;

  /** A boundary: what goes wrong with one schedule must not hold up the others. */
  @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
  void look() {
    if (database.isAway()) {
      return;
    }
    try {
      reminders.provideTimers();
      reminders.resumeRuns(Instant.now());
      reminders.overdue(Instant.now()).forEach(this::fire);
    } catch (RuntimeException e) {
      FaultLog.write(LOG, "Schedules could not be looked after; it is tried again", e);
    }
  }

  private void fire(long scheduleId) {
    try {
      firing.fire(scheduleId, Instant.now());
    } catch (RuntimeException e) {
      FaultLog.write(LOG, "Schedule " + scheduleId + " could not be run; it is tried again", e);
    }
  }
}
