package org.otklik.report;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Deletes reports whose time is over, every hour; several nodes may do so at once. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReportRetention {
  private static final System.Logger LOG = System.getLogger(ReportRetention.class.getName());

  @Inject private ReportService reports;

  @Schedule(hour = "*", minute = "17", persistent = false)
  public void removeExpired() {
    int removed = reports.removeExpired();
    int all = removed;
    while (removed > 0) {
      removed = reports.removeExpired();
      all += removed;
    }
    if (all > 0) {
      LOG.log(System.Logger.Level.INFO, "{0} reports were deleted, their time being over", all);
    }
  }
}
