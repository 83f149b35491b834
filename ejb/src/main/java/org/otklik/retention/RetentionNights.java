package org.otklik.retention;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Asks for the job each night, once for all nodes. */
@Singleton
public class RetentionNights {
  @Inject private RetentionService retention;

  /**
   * Late enough for the day's last uploads, early enough for backups that run before the morning.
   */
  @Schedule(hour = "2", minute = "30", persistent = false)
  void begin() {
    retention.beginNight();
  }
}
