package org.otklik.analysis;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.otklik.access.Actor;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.metric.Comparison;
import org.otklik.metric.GroupOfViewings;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * Creatives and segments of a campaign side by side: two versions of an ad, women and men, guests
 * who enter and guests who leave.
 */
@Stateless
public class ComparisonService {
  @Inject private CampaignService campaigns;
  @Inject private ViewingStore viewings;
  @Inject private Jdbc jdbc;

  /**
   * Compares what is analysed by now.
   *
   * @throws ProblemException when both groups are the same, or one is too small to be shown
   */
  public Comparison compare(Actor actor, UUID campaignId, ViewerGroup first, ViewerGroup second) {
    Campaign campaign = campaigns.campaign(actor, campaignId);
    if (first.equals(second)) {
      throw new ProblemException(ProblemCode.GROUPS_ALIKE);
    }
    List<Creative> creatives = campaigns.creatives(actor, campaignId);
    GroupOfViewings firstViewings = viewings(campaign, creatives, first);
    GroupOfViewings secondViewings = viewings(campaign, creatives, second);
    int length = Math.min(length(creatives, first), length(creatives, second));
    double k = campaign.metricSettings().silentWeight();
    return Comparison.of(firstViewings, secondViewings, length, k, MetricRules.trace(campaign))
        .orElseThrow();
  }

  private GroupOfViewings viewings(Campaign campaign, List<Creative> creatives, ViewerGroup group) {
    Creative creative = group.creativeId() == null ? null : creative(creatives, group.creativeId());
    GroupOfViewings found = viewings.group(campaign.id(), creative, group.segment());
    int least = leastGroupSize(campaign);
    if (found.n() < least) {
      throw new ProblemException(ProblemCode.GROUP_TOO_SMALL, Integer.toString(least));
    }
    return found;
  }

  /** Smaller groups would show persons; the database knows the number, for bi needs it too. */
  private int leastGroupSize(Campaign campaign) {
    return jdbc.query(
            "select core.least_group_size(?)", row -> row.getInt(1), campaign.isSynthetic())
        .get(0);
  }

  private static Creative creative(List<Creative> creatives, UUID id) {
    return creatives.stream()
        .filter(creative -> creative.publicId().equals(id))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.CREATIVE_UNKNOWN));
  }

  /** Seconds that the group's viewings have in common; none where they are of several creatives. */
  private static int length(List<Creative> creatives, ViewerGroup group) {
    if (group.creativeId() != null) {
      return creative(creatives, group.creativeId()).durationSeconds();
    }
    return creatives.size() == 1 ? creatives.get(0).durationSeconds() : 0;
  }
}
