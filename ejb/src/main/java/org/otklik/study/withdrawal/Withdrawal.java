package org.otklik.study.withdrawal;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.otklik.study.capture.CaptureIntake;

/**
 * Deletes what there is of viewers who have withdrawn: at once, and every minute what could not be
 * deleted while it was being analysed, or because the server stopped amid it.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Withdrawal {
  @Inject private WithdrawalService withdrawals;
  @Inject private CaptureIntake intake;

  /**
   * @throws org.otklik.problem.ProblemException PARTICIPATION_UNKNOWN
   */
  public void of(String token) {
    withdrawals.withdraw(token).forEach(intake::forget);
    eraseWaiting();
  }

  @Schedule(hour = "*", minute = "*", persistent = false)
  public void eraseWaiting() {
    withdrawals.waiting().forEach(withdrawals::erase);
  }
}
