package org.otklik.job.deliver;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.otklik.job.OutageAware;
import org.otklik.schedule.DeliveryService;

/** Asks for the reports of a schedule's run, or mails them once they are made. */
@Dependent
@Named
@OutageAware
public class DeliverReportsBatchlet extends AbstractBatchlet {
  @Inject @BatchProperty private long scheduleRunId;
  @Inject private DeliveryService deliveries;

  @Override
  public String process() {
    deliveries.goOn(scheduleRunId);
    return "GONE_ON";
  }
}
