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
import org.otklik.retention.DataClass;
import org.otklik.retention.ExpiredDataService;
import org.otklik.retention.ExpiredItem;

/** Deletes what was read, class by class; what is deleted already is passed over. */
@Dependent
@Named
@OutageAware
public class ExpiredItemWriter extends AbstractItemWriter {
  @Inject private ExpiredDataService expired;

  /** Of what an item is; all of one kind are deleted together. */
  private record Kind(DataClass dataClass, ExpiredItem.Subject subject) {
    static Kind of(ExpiredItem item) {
      return new Kind(item.dataClass(), item.subject());
    }
  }

  @Override
  public void writeItems(List<Object> items) {
    Map<Kind, List<Long>> keys =
        items.stream()
            .map(ExpiredItem.class::cast)
            .collect(
                Collectors.groupingBy(
                    Kind::of,
                    LinkedHashMap::new,
                    Collectors.mapping(ExpiredItem::id, Collectors.toList())));
    keys.forEach((kind, ids) -> expired.delete(kind.dataClass(), kind.subject(), ids));
  }
}
