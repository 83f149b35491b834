package org.otklik.job.retention;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Iterator;
import org.otklik.job.OutageAware;
import org.otklik.retention.ExpiredDataService;
import org.otklik.retention.ExpiredItem;

/**
 * Reads what is due when the job begins. It has no checkpoint: after a kill the tables themselves
 * tell what is left.
 */
@Dependent
@Named
@OutageAware
public class ExpiredItemReader extends AbstractItemReader {
  @Inject private ExpiredDataService expired;

  private Iterator<ExpiredItem> items;

  @Override
  public void open(Serializable checkpoint) {
    items = expired.expired().iterator();
  }

  @Override
  public ExpiredItem readItem() {
    return items.hasNext() ? items.next() : null; // the end, as Jakarta Batch wants it said
  }
}
