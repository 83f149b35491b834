package org.otklik.job.retention;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.otklik.job.OutageAware;
import org.otklik.retention.ExpiredDataService;
import org.otklik.retention.ExpiredItem;

/** Deletes what was read, class by class; what is deleted already is passed over. */
@Dependent
@Named
@OutageAware
public class ExpiredItemWriter extends AbstractItemWriter {
  @Inject private ExpiredDataService expired;

  /** Items that differ in their key only. */
  private record Alike(ExpiredItem item) {
    static Alike of(ExpiredItem item) {
      return new Alike(new ExpiredItem(item.dataClass(), item.subject(), 0));
    }
  }

  @Override
  public void writeItems(List<Object> items) {
    Map<Alike, List<Long>> keys =
        items.stream()
            .map(ExpiredItem.class::cast)
            .collect(
                Collectors.groupingBy(
                    Alike::of,
                    LinkedHashMap::new,
                    Collectors.mapping(ExpiredItem::id, Collectors.toList())));
    keys.forEach(
        (alike, ids) -> expired.delete(alike.item().dataClass(), alike.item().subject(), ids));
  }
}
