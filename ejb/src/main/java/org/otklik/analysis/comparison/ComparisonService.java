package org.otklik.analysis.comparison;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.otklik.analysis.group.ViewerGroup;
import org.otklik.analysis.result.FigureSettings;
import org.otklik.analysis.result.GroupResults;
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
 * Creatives and segments side by side: two versions of an ad, also of two campaigns, women and men,
 * a segment and the rest, guests who enter and guests who leave.
 */
@Stateless
public class ComparisonService {
  @Inject private CampaignService campaigns;
  @Inject private GroupResults results;
  @Inject private ComparableCampaigns comparable;

  /** Compares what {@link #viewings} found. */
  public Comparison compare(ComparedViewings viewings) {
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
   * @throws ProblemException when one group is within the other, one is too small to be shown, or
   *     they are of campaigns that are not comparable
   */
  public ComparedViewings viewings(
      Actor actor, UUID campaignId, ViewerGroup first, ViewerGroup second) {
    List<ComparedGroup> groups = groups(actor, campaignId, first, second);
    ComparedGroup one = groups.get(0);
    ComparedGroup other = groups.get(1);
    boolean isOfOneCampaign = one.campaign().id().equals(other.campaign().id());
    FigureSettings used = settings(one, isOfOneCampaign ? groups : List.of(one));
    FigureSettings usedByOther = isOfOneCampaign ? used : settings(other, List.of(other));
    if (!isOfOneCampaign) {
      comparable.requireAlike(one, other);
      ComparableCampaigns.requireAlike(used.metric(), usedByOther.metric());
    }
    ViewingSet viewings = viewings(one, used);
    ViewingSet others = viewings(other, usedByOther);
    if (isOfOneCampaign) {
      requireApart(one, viewings.viewers(), other, others.viewers());
    } else {
      others = others.prefixed(ComparedViewings.OTHER_CAMPAIGN);
    }
    return new ComparedViewings(one, other, used, viewings, others, one.seconds(), other.seconds());
  }

  /**
   * Checks that both groups are large enough to be shown, also while some of their viewings still
   * have to be judged by newer settings.
   *
   * @throws ProblemException when one group is within the other, or one is too small to be shown
   */
  public void requireViewings(Actor actor, UUID campaignId, ViewerGroup first, ViewerGroup second) {
    groups(actor, campaignId, first, second).forEach(group -> viewings(group, any(group)));
  }

  private static FigureSettings any(ComparedGroup group) {
    Campaign campaign = group.campaign();
    int newest = campaign.settings().version();
    return new FigureSettings(
        newest,
        campaign.metricSettings(),
        IntStream.rangeClosed(1, newest).boxed().collect(Collectors.toSet()));
  }

  /**
   * What both groups are of; all that can be known before anything is analysed is checked.
   *
   * @throws ProblemException when one group is within the other, or of a creative that the actor
   *     may not see
   */
  public List<ComparedGroup> groups(
      Actor actor, UUID campaignId, ViewerGroup first, ViewerGroup second) {
    if (first.equals(second)) {
      throw new ProblemException(ProblemCode.GROUPS_ALIKE);
    }
    List<ComparedGroup> groups =
        List.of(group(actor, campaignId, first), group(actor, campaignId, second));
    boolean isOfOneCampaign = groups.get(0).campaign().id().equals(groups.get(1).campaign().id());
    if (isOfOneCampaign && (first.contains(second) || second.contains(first))) {
      throw new ProblemException(ProblemCode.GROUP_IN_GROUP);
    }
    return groups;
  }

  private ComparedGroup group(Actor actor, UUID campaignId, ViewerGroup group) {
    if (group.creative() == null) {
      return new ComparedGroup(
          campaigns.campaign(actor, campaignId), campaigns.creatives(actor, campaignId), group);
    }
    Creative creative = campaigns.creative(actor, group.creative());
    return new ComparedGroup(creative.campaign(), List.of(creative), group);
  }

  private FigureSettings settings(ComparedGroup of, List<ComparedGroup> groups) {
    return results.settings(
        of.campaign(),
        groups.stream().flatMap(group -> group.creatives().stream()).distinct().toList());
  }

  private ViewingSet viewings(ComparedGroup compared, FigureSettings used) {
    Campaign campaign = compared.campaign();
    ViewerGroup group = compared.group();
    Creative creative = group.creative() == null ? null : compared.creatives().get(0);
    ViewingSet found = results.viewings(campaign, creative, group.viewers(), used);
    int least = campaign.leastGroupSize();
    if (found.n() < least) {
      throw new ProblemException(ProblemCode.GROUP_TOO_SMALL, Integer.toString(least));
    }
    return found;
  }

  /** Two attributes may come to the same: all who are young may be women. */
  private static void requireApart(
      ComparedGroup one, Set<String> viewers, ComparedGroup other, Set<String> others) {
    boolean isWithin =
        one.group().mayContain(other.group()) && viewers.containsAll(others)
            || other.group().mayContain(one.group()) && others.containsAll(viewers);
    if (isWithin) {
      throw new ProblemException(ProblemCode.GROUP_IN_GROUP);
    }
  }
}
