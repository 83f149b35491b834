package org.otklik.retention;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.otklik.access.AccessService;
import org.otklik.mail.MailOutcome;
import org.otklik.mail.MailSender;
import org.otklik.settings.MailSettings;

/**
 * Mails owners of campaigns what will be deleted, seven days before and once. Stands outside of
 * transactions, because the mail server takes its time; a mail that could not be sent is sent in
 * the next night.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RetentionNoticeService {
  private static final System.Logger LOG = System.getLogger(RetentionNoticeService.class.getName());

  private static final Duration NOTICE = Duration.ofDays(7);

  @Inject private RetentionNoticeStore store;
  @Inject private AccessService access;
  @Inject private MailSender mail;
  @Inject private MailSettings settings;

  /**
   * Without a mail server nothing is sent: pages tell the same.
   *
   * @param isStopped asked before each mail
   */
  public void sendDue(BooleanSupplier isStopped) {
    if (!settings.isSetUp()) {
      return;
    }
    for (DueNotice notice : store.due(NOTICE)) {
      if (isStopped.getAsBoolean()) {
        return;
      }
      if (maySee(notice)) {
        send(notice);
      }
    }
  }

  /** An owner who may not see the campaign any more is not told of it. */
  private boolean maySee(DueNotice notice) {
    return access
        .actor(notice.owner().userId())
        .filter(owner -> owner.maySee(notice.clientId()))
        .isPresent();
  }

  private void send(DueNotice notice) {
    MailOutcome outcome = mail.send(new RetentionMail(notice, settings).message(Instant.now()));
    if (outcome.taken().isEmpty()) {
      LOG.log(
          Level.WARNING,
          "The owner of campaign {0} could not be told what will be deleted: {1}",
          notice.campaign(),
          outcome.errorWithoutAddresses());
    } else {
      store.sent(notice);
    }
  }
}
