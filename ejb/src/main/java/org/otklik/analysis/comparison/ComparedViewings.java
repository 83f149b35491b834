package org.otklik.analysis.comparison;

import org.otklik.analysis.result.FigureSettings;
import org.otklik.metric.ViewingSet;

/**
 * Two groups to be put side by side.
 *
 * @param settings that both are judged with
 * @param firstSeconds length of the creative that the first group saw; 0 where its viewings are of
 *     several
 * @param secondSeconds the same of the second group
 */
public record ComparedViewings(
    ComparedGroup firstGroup,
    ComparedGroup secondGroup,
    FigureSettings settings,
    ViewingSet first,
    ViewingSet second,
    int firstSeconds,
    int secondSeconds) {
  /** Before the second group's viewers where they are another campaign's; in no viewer's code. */
  static final String OTHER_CAMPAIGN = "\n";

  /** Whether the groups are of two campaigns, so that no viewer is in both. */
  public boolean isOfTwoCampaigns() {
    return !firstGroup.campaign().id().equals(secondGroup.campaign().id());
  }
}
