package org.otklik.report.table;

import java.util.ArrayList;
import java.util.List;

/** Columns put together one after another. */
final class Columns {

  private final List<Column> all = new ArrayList<>();

  Columns text(String... keys) {
    return add(Unit.TEXT, keys);
  }

  Columns whole(String... keys) {
    return add(Unit.WHOLE, keys);
  }

  Columns decimal(String... keys) {
    return add(Unit.DECIMAL, keys);
  }

  Columns seconds(String... keys) {
    return add(Unit.SECONDS, keys);
  }

  Columns share(String... keys) {
    return add(Unit.SHARE, keys);
  }

  Columns points(String... keys) {
    return add(Unit.POINTS, keys);
  }

  private Columns add(Unit unit, String... keys) {
    for (String key : keys) {
      all.add(new Column(key, unit));
    }
    return this;
  }

  List<Column> all() {
    return all;
  }
}
