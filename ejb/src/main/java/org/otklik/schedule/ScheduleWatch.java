package org.otklik.schedule;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Instant;

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

  /** A boundary: what goes wrong with one schedule must not hold up the others. */
  @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
  void look() {
    try {
      reminders.provideTimers();
      reminders.resumeRuns(Instant.now());
      reminders.overdue(Instant.now()).forEach(this::fire);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "Schedules could not be looked after; it is tried again", e);
    }
  }

  private void fire(long scheduleId) {
    try {
      firing.fire(scheduleId, Instant.now());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "Schedule " + scheduleId + " could not be run; it is tried again", e);
    }
  }
}
