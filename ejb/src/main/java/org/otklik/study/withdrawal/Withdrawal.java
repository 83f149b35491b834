package org.otklik.study.withdrawal;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.otklik.outage.FaultLog;
import org.otklik.study.capture.CaptureIntake;

/**
 * Deletes what there is of viewers who have withdrawn: at once, and every minute what could not be
 * deleted while it was being analysed, or because the server stopped amid it.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Withdrawal {
  private static final System.Logger LOG = System.getLogger(Withdrawal.class.getName());

  @Inject private WithdrawalService withdrawals;
  @Inject private CaptureIntake intake;

  /**
   * @throws org.otklik.problem.ProblemException PARTICIPATION_UNKNOWN
   */
  public void of(String token) {
    withdrawals.withdraw(token).forEach(intake::forget);
    withdrawals.erase(token);
  }

  @Schedule(hour = "*", minute = "*", persistent = false)
  public void eraseWaiting() {
    for (long participation : withdrawals.waiting()) {
      try {
        withdrawals.erase(participation);
      } catch (
          RuntimeException
              e) { // a boundary: it is tried again in a minute, and others are not kept
        FaultLog.write(LOG, "A viewer who has withdrawn could not be deleted yet", e);
      }
    }
  }
}
