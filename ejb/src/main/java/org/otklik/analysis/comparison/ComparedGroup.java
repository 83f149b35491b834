package org.otklik.analysis.comparison;

import java.util.List;
import org.otklik.analysis.group.ViewerGroup;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.Creative;

/**
 * A group, with what it is of.
 *
 * @param creatives whose viewings it has
 */
public record ComparedGroup(Campaign campaign, List<Creative> creatives, ViewerGroup group) {

  public ComparedGroup {
    creatives = List.copyOf(creatives);
  }

  /** Seconds that its viewings have in common; none where they are of several creatives. */
  int seconds() {
    return creatives.size() == 1 ? creatives.get(0).durationSeconds() : 0;
  }
}
