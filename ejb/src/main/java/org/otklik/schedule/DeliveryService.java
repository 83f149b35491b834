package org.otklik.schedule;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.otklik.mail.MailSender;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * Goes on with a run from wherever it is; called by the job. Stands outside of transactions: each
 * step of {@link RunProgress} commits before the next, and the mail server takes its time. A mail
 * that was taken just before the server died is sent again with the same Message-ID, because SMTP
 * knows no transaction.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliveryService {
  @Inject private RunProgress progress;
  @Inject private MailSender mail;

  public void goOn(long runId) {
    switch (progress.state(runId)) {
      case DUE -> order(runId);
      case REPORTING, MAILING ->
          progress.letter(runId).ifPresent(letter -> progress.mailed(runId, mail.send(letter)));
      case FAILED ->
          progress
              .letterToOwner(runId)
              .ifPresent(letter -> progress.ownerMailed(runId, mail.send(letter)));
      case COMPLETED, SKIPPED, MISSED -> {
        // nothing is left to be done
      }
    }
  }

  private void order(long runId) {
    try {
      progress.order(runId);
    } catch (ProblemException e) {
      progress.fail(runId, e.code());
    }
  }

  /** The job broke off because of an error of ours. */
  public void fail(long runId) {
    progress.fail(runId, ProblemCode.DELIVERY_BROKE);
  }
}
