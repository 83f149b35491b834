package org.otklik.analysis.comparison;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.otklik.analysis.result.FigureSettings;
import org.otklik.analysis.result.GroupResults;
import org.otklik.analysis.result.VersionedScore;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.identity.Actor;
import org.otklik.json.StoredJson;
import org.otklik.metric.GroupScore;
import org.otklik.metric.SegmentDifference;
import org.otklik.metric.Viewing;

/** The figures of viewers by what is known of them. */
@Stateless
public class SegmentService {
  @Inject private CampaignService campaigns;
  @Inject private GroupResults results;
  @Inject private Jdbi jdbi;

  /** Over all creatives of a campaign, by attribute and value. */
  public List<SegmentScore> ofCampaign(Actor actor, UUID campaignId) {
    Campaign campaign = campaigns.campaign(actor, campaignId);
    FigureSettings used = results.settings(campaign);
    return scores(campaign, results.contacts(campaign, null, used), used);
  }

  /**
   * Which attributes the campaign's viewers have, each with its values; whether or not analysed.
   */
  public SortedMap<String, SortedSet<String>> attributes(Actor actor, UUID campaignId) {
    long campaign = campaigns.campaign(actor, campaignId).id();
    SortedMap<String, SortedSet<String>> attributes = new TreeMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select distinct segment.key, segment.value
                    from core.viewer
                    cross join lateral jsonb_each_text(viewer.segments) as segment
                    where viewer.campaign_id = :campaign_id
                    """)
                .bind("campaign_id", campaign)
                .map((row, context) -> Map.entry(row.getString("key"), row.getString("value")))
                .forEach(
                    one ->
                        attributes
                            .computeIfAbsent(one.getKey(), any -> new TreeSet<>())
                            .add(one.getValue())));
    return attributes;
  }

  /** Over the viewings of one creative, by attribute and value. */
  public List<SegmentScore> ofCreative(Actor actor, UUID creativeId) {
    Creative creative = campaigns.creative(actor, creativeId);
    Campaign campaign = creative.campaign();
    FigureSettings used = results.settings(campaign, List.of(creative));
    return scores(campaign, results.contacts(campaign, creative, used), used);
  }

  /** How the two groups differ among those who share an attribute. */
  public List<SegmentDifference> differences(ComparedViewings viewings) {
    Campaign campaign = viewings.firstGroup().campaign();
    Campaign other = viewings.secondGroup().campaign();
    Map<String, Map<String, String>> attributes = new HashMap<>(segments(campaign));
    if (viewings.isOfTwoCampaigns()) {
      segments(other)
          .forEach((code, own) -> attributes.put(ComparedViewings.OTHER_CAMPAIGN + code, own));
    }
    return SegmentDifference.of(
        viewings.first(),
        viewings.second(),
        attributes,
        Math.max(campaign.leastGroupSize(), other.leastGroupSize()));
  }

  private List<SegmentScore> scores(
      Campaign campaign, List<Viewing> contacts, FigureSettings used) {
    Map<String, Map<String, String>> segments = segments(campaign);
    Map<String, Map<String, List<Viewing>>> byValue = new TreeMap<>();
    for (Viewing contact : contacts) {
      segments
          .getOrDefault(contact.viewerKey(), Map.of())
          .forEach(
              (attribute, value) ->
                  byValue
                      .computeIfAbsent(attribute, any -> new TreeMap<>())
                      .computeIfAbsent(value, any -> new ArrayList<>())
                      .add(contact));
    }
    List<SegmentScore> all = new ArrayList<>();
    byValue.forEach(
        (attribute, values) ->
            values.forEach(
                (value, ofThem) -> {
                  GroupScore score = GroupScore.calculate(ofThem, used.metric().trace());
                  boolean shown = score.viewers() >= Math.max(1, campaign.leastGroupSize());
                  all.add(
                      new SegmentScore(
                          attribute,
                          value,
                          score.viewers(),
                          shown ? new VersionedScore(used, score) : null));
                }));
    return all;
  }

  /** Attributes by viewer. */
  private Map<String, Map<String, String>> segments(Campaign campaign) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select code, segments::text as segments
                    from core.viewer
                    where campaign_id = :campaign_id
                    """)
                .bind("campaign_id", campaign.id())
                .map(
                    (row, context) ->
                        Map.entry(
                            row.getString("code"),
                            StoredJson.attributes(row.getString("segments"))))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
