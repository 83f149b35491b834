package org.otklik.study.capture;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Forgets what viewers who left had recorded, every hour; several nodes may do so at once. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CaptureRetention {
  private static final System.Logger LOG = System.getLogger(CaptureRetention.class.getName());

  @Inject private CaptureIntake intake;

  @Schedule(hour = "*", minute = "23", persistent = false)
  public void forgetSilent() {
    int forgotten = intake.forgetSilent();
    if (forgotten > 0) {
      LOG.log(
          System.Logger.Level.INFO, "{0} recordings of viewers who left were deleted", forgotten);
    }
  }
}
