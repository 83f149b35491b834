package org.otklik.analysis.comparison;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.otklik.analysis.result.FigureSettings;
import org.otklik.analysis.result.GroupResults;
import org.otklik.analysis.viewing.ViewerGroup;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.identity.Actor;
import org.otklik.metric.Comparison;
import org.otklik.metric.ViewingSet;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.settings.MetricSettings;

/**
 * Creatives and segments of a campaign side by side: two versions of an ad, women and men, guests
 * who enter and guests who leave.
 */
@Stateless
public class ComparisonService {
  @Inject private CampaignService campaigns;
  @Inject private GroupResults results;

  /**
   * Compares what is analysed by now.
   *
   * @throws ProblemException when both groups are the same, or one is too small to be shown
   */
  public Comparison compare(Actor actor, UUID campaignId, ViewerGroup first, ViewerGroup second) {
    return compare(actor, campaignId, viewings(actor, campaignId, first, second));
  }

  /** Compares what {@link #viewings} found. */
  public Comparison compare(Actor actor, UUID campaignId, ComparedViewings viewings) {
    campaigns.campaign(actor, campaignId);
    MetricSettings metric = viewings.settings().metric();
    return Comparison.of(
            viewings.first(),
            viewings.second(),
            viewings.firstSeconds(),
            viewings.secondSeconds(),
            metric.silentWeight(),
            metric.trace())
        .orElseThrow();
  }

  /**
   * The viewings of both groups, by now.
   *
   * @throws ProblemException when both groups are the same, or one is too small to be shown
   */
  public ComparedViewings viewings(
      Actor actor, UUID campaignId, ViewerGroup first, ViewerGroup second) {
    check(actor, campaignId, first, second);
    Campaign campaign = campaigns.campaign(actor, campaignId);
    List<Creative> creatives = campaigns.creatives(actor, campaignId);
    FigureSettings used = results.settings(campaign, compared(creatives, first, second));
    return new ComparedViewings(
        used,
        viewings(campaign, creatives, first, used),
        viewings(campaign, creatives, second, used),
        length(creatives, first),
        length(creatives, second));
  }

  /**
   * Checks that both groups are large enough to be shown, also while some of their viewings still
   * have to be judged by newer settings.
   *
   * @throws ProblemException when both groups are the same, or one is too small to be shown
   */
  public void requireViewings(Actor actor, UUID campaignId, ViewerGroup first, ViewerGroup second) {
    check(actor, campaignId, first, second);
    Campaign campaign = campaigns.campaign(actor, campaignId);
    List<Creative> creatives = campaigns.creatives(actor, campaignId);
    int newest = campaign.settings().version();
    FigureSettings any =
        new FigureSettings(
            newest,
            campaign.metricSettings(),
            IntStream.rangeClosed(1, newest).boxed().collect(Collectors.toSet()));
    viewings(campaign, creatives, first, any);
    viewings(campaign, creatives, second, any);
  }

  private static List<Creative> compared(
      List<Creative> creatives, ViewerGroup first, ViewerGroup second) {
    return creatives.stream()
        .filter(creative -> isOf(first, creative) || isOf(second, creative))
        .toList();
  }

  private static boolean isOf(ViewerGroup group, Creative creative) {
    return group.creative() == null || group.creative().equals(creative.publicId());
  }

  /**
   * Checks what can be known before anything is analysed.
   *
   * @throws ProblemException when both groups are the same, or of a creative that is not the
   *     campaign's
   */
  public void check(Actor actor, UUID campaignId, ViewerGroup first, ViewerGroup second) {
    if (first.equals(second)) {
      throw new ProblemException(ProblemCode.GROUPS_ALIKE);
    }
    List<Creative> creatives = campaigns.creatives(actor, campaignId);
    Stream.of(first, second)
        .filter(group -> group.creative() != null)
        .forEach(group -> creative(creatives, group.creative()));
  }

  private ViewingSet viewings(
      Campaign campaign, List<Creative> creatives, ViewerGroup group, FigureSettings used) {
    Creative creative = group.creative() == null ? null : creative(creatives, group.creative());
    ViewingSet found = results.viewings(campaign, creative, group.segment(), used);
    int least = campaign.leastGroupSize();
    if (found.n() < least) {
      throw new ProblemException(ProblemCode.GROUP_TOO_SMALL, Integer.toString(least));
    }
    return found;
  }

  private static Creative creative(List<Creative> creatives, UUID id) {
    return creatives.stream()
        .filter(creative -> creative.publicId().equals(id))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.CREATIVE_UNKNOWN));
  }

  /** Seconds that the group's viewings have in common; none where they are of several creatives. */
  private static int length(List<Creative> creatives, ViewerGroup group) {
    if (group.creative() != null) {
      return creative(creatives, group.creative()).durationSeconds();
    }
    return creatives.size() == 1 ? creatives.get(0).durationSeconds() : 0;
  }
}
