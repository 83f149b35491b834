package org.otklik.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** In which order a study's creatives are shown. */
public enum PlayOrder {
  /** As listed, to everybody. */
  FIXED,
  /** Each viewer begins one creative further: every creative is shown as often in every place. */
  BALANCED;

  /**
   * @param number of the viewer, from 1
   */
  public <T> List<T> of(List<T> listed, int number) {
    List<T> order = new ArrayList<>(listed);
    if (this == BALANCED && !order.isEmpty()) {
      Collections.rotate(order, -((number - 1) % order.size()));
    }
    return order;
  }
}
