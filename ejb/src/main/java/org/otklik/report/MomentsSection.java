package org.otklik.report;

import java.util.List;
import java.util.Map;

/** All moments, each with the ad's frame. */
final class MomentsSection {

  private MomentsSection() {}

  static Section of(Pages pages) {
    MomentCards cards = new MomentCards(pages);
    List<Map<String, ?>> rows =
        pages.report().moments().stream().<Map<String, ?>>map(cards::card).toList();
    return new Section("moments", Map.of("none", rows.isEmpty()), rows);
  }
}
