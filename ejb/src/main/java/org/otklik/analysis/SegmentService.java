package org.otklik.analysis;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.otklik.access.Actor;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.metric.Contact;
import org.otklik.metric.EmotionalExperienceIndex;
import org.otklik.metric.EmotionalNps;
import org.otklik.metric.SegmentDifference;
import org.otklik.json.StoredJson;
import org.otklik.settings.MetricSettings;

/** The figures of viewers by what is known of them. */
@Stateless
public class SegmentService {
  @Inject private CampaignService campaigns;
  @Inject private ViewingStore viewings;
  @Inject private Jdbc jdbc;

  /** Over all creatives of a campaign, by attribute and value. */
  public List<SegmentScore> ofCampaign(Actor actor, UUID campaignId) {
    Campaign campaign = campaigns.campaign(actor, campaignId);
    return figures(campaign, viewings.contactsOfCampaign(campaign.id()), SegmentService::score);
  }

  /** The same without intervals, whose resamples take most of the time. */
  public List<SegmentGlance> glances(Actor actor, UUID campaignId) {
    Campaign campaign = campaigns.campaign(actor, campaignId);
    return figures(campaign, viewings.contactsOfCampaign(campaign.id()), SegmentService::glance);
  }

  /**
   * Which attributes the campaign's viewers have, each with its values; whether or not analysed.
   */
  public SortedMap<String, SortedSet<String>> attributes(Actor actor, UUID campaignId) {
    SortedMap<String, SortedSet<String>> attributes = new TreeMap<>();
    jdbc.query(
        """
        select distinct segment.key, segment.value
        from core.viewer
        cross join lateral jsonb_each_text(viewer.segments) as segment
        where viewer.campaign_id = ?
        """,
        row ->
            attributes
                .computeIfAbsent(row.getString("key"), any -> new TreeSet<>())
                .add(row.getString("value")),
        campaigns.campaign(actor, campaignId).id());
    return attributes;
  }

  /** Over the viewings of one creative, by attribute and value. */
  public List<SegmentScore> ofCreative(Actor actor, UUID creativeId) {
    Creative creative = campaigns.creative(actor, creativeId);
    return figures(
        creative.campaign(),
        viewings.of(creative.id()).stream().map(StoredViewing::contact).toList(),
        SegmentService::score);
  }

  /** How the two groups differ among those who share an attribute. */
  public List<SegmentDifference> differences(
      Actor actor, UUID campaignId, ComparedViewings viewings) {
    Campaign campaign = campaigns.campaign(actor, campaignId);
    return SegmentDifference.of(
        viewings.first(), viewings.second(), segments(campaign), campaign.leastGroupSize());
  }

  /** What is told of the viewers with a value. */
  private interface Figures<F> {
    F of(Campaign campaign, String attribute, String value, List<Contact> contacts);
  }

  private <F> List<F> figures(Campaign campaign, List<Contact> contacts, Figures<F> figures) {
    Map<String, Map<String, String>> segments = segments(campaign);
    Map<String, Map<String, List<Contact>>> byValue = new TreeMap<>();
    for (Contact contact : contacts) {
      segments
          .getOrDefault(contact.viewerKey(), Map.of())
          .forEach(
              (attribute, value) ->
                  byValue
                      .computeIfAbsent(attribute, any -> new TreeMap<>())
                      .computeIfAbsent(value, any -> new ArrayList<>())
                      .add(contact));
    }
    List<F> all = new ArrayList<>();
    byValue.forEach(
        (attribute, values) ->
            values.forEach(
                (value, ofThem) -> all.add(figures.of(campaign, attribute, value, ofThem))));
    return all;
  }

  /** Attributes by viewer. */
  private Map<String, Map<String, String>> segments(Campaign campaign) {
    return jdbc
        .query(
            "select code, segments::text as segments from core.viewer where campaign_id = ?",
            row ->
                Map.entry(
                    row.getString("code"),
                    StoredJson.attributes(row.getString("segments"))),
            campaign.id())
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static SegmentScore score(
      Campaign campaign, String attribute, String value, List<Contact> contacts) {
    int viewers = viewers(contacts);
    boolean shown = viewers >= campaign.leastGroupSize();
    return new SegmentScore(
        attribute,
        value,
        viewers,
        shown ? EmotionalExperienceIndex.of(contacts) : Optional.empty(),
        shown ? EmotionalNps.of(contacts, campaign.metricSettings().trace()) : Optional.empty());
  }

  private static SegmentGlance glance(
      Campaign campaign, String attribute, String value, List<Contact> contacts) {
    int viewers = viewers(contacts);
    if (viewers < Math.max(1, campaign.leastGroupSize())) {
      return new SegmentGlance(attribute, value, viewers, null, null);
    }
    MetricSettings settings = campaign.metricSettings();
    return new SegmentGlance(
        attribute,
        value,
        viewers,
        EmotionalExperienceIndex.value(contacts).orElseThrow(),
        EmotionalNps.of(contacts, settings.trace()).orElseThrow().value(settings.silentWeight()));
  }

  /** Those with a contact that counts. */
  private static int viewers(List<Contact> contacts) {
    return (int)
        contacts.stream()
            .filter(contact -> !contact.isExcluded())
            .map(Contact::viewerKey)
            .distinct()
            .count();
  }
}
