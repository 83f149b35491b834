package org.otklik.job.retention;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.otklik.job.OutageAware;
import org.otklik.retention.RetentionNoticeService;

/** Mails the owners of campaigns of which something is due soon. */
@Dependent
@Named
@OutageAware
public class AnnounceDeletionsBatchlet extends AbstractBatchlet {
  @Inject private RetentionNoticeService notices;

  private volatile boolean isStopped;

  @Override
  public String process() {
    notices.sendDue(() -> isStopped);
    return isStopped ? "STOPPED" : "ANNOUNCED";
  }

  @Override
  public void stop() {
    isStopped = true;
  }
}
