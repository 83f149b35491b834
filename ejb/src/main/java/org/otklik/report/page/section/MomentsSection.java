package org.otklik.report.page.section;

import java.util.List;
import java.util.Map;

/** All moments, each with the ad's frame. */
public final class MomentsSection {

  private MomentsSection() {}

  public static Section of(CreativePages pages) {
    MomentCards cards = new MomentCards(pages);
    List<Map<String, ?>> rows =
        pages.creative().moments().stream().<Map<String, ?>>map(cards::card).toList();
    return new Section(
        "moments", Map.of("title", pages.title("thing.MOMENTS"), "none", rows.isEmpty()), rows);
  }
}
