package org.otklik.analysis;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import org.otklik.access.Actor;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.metric.EmotionalExperienceIndex;
import org.otklik.metric.EmotionalNps;
import org.otklik.metric.GroupOfViewings;
import org.otklik.metric.Headlines;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.settings.MetricSettings;
import org.otklik.timeline.CreativeCurve;
import org.otklik.timeline.CreativeSecond;
import org.otklik.timeline.EmotionPeaks;
import org.otklik.timeline.EmotionShares;
import org.otklik.timeline.Moments;
import org.otklik.timeline.SecondSpread;
import org.otklik.timeline.ViewerSecond;

/**
 * The curve of any group of a creative's viewers, made from their seconds at the moment it is asked
 * for: there are too many groups to store each one's.
 */
@Stateless
public class CurveService {
  @Inject private CampaignService campaigns;
  @Inject private ViewingStore viewings;
  @Inject private Jdbc jdbc;

  /**
   * The curve by now, of viewers with all of the attributes.
   *
   * @param segment empty for everybody
   * @throws ProblemException GROUP_TOO_SMALL when a segment has too few viewers to be shown
   */
  public GroupCurve curve(Actor actor, UUID creativeId, Map<String, String> segment) {
    Creative creative = campaigns.creative(actor, creativeId);
    Campaign campaign = creative.campaign();
    GroupOfViewings group = viewings.group(campaign.id(), creative, segment);
    int least = campaign.leastGroupSize();
    if (!segment.isEmpty() && group.n() < least) {
      throw new ProblemException(ProblemCode.GROUP_TOO_SMALL, Integer.toString(least));
    }
    return curve(campaign, creative.durationSeconds(), segment, group);
  }

  private static GroupCurve curve(
      Campaign campaign, int seconds, Map<String, String> segment, GroupOfViewings group) {
    MetricSettings metric = campaign.metricSettings();
    List<List<ViewerSecond>> seen =
        group.seconds().values().stream().flatMap(Collection::stream).toList();
    List<CreativeSecond> curve = CreativeCurve.of(seen, seconds);
    OptionalDouble valence = group.meanValence();
    return new GroupCurve(
        segment,
        group.n(),
        campaign.leastGroupSize(),
        EmotionalExperienceIndex.of(group.contacts()),
        EmotionalNps.of(group.contacts(), metric.trace()),
        metric.silentWeight(),
        Headlines.of(curve, seen),
        valence.isPresent() ? valence.getAsDouble() : null,
        curve,
        SecondSpread.of(seen, seconds),
        Moments.find(curve),
        EmotionPeaks.top(curve, EmotionPeaks.STANDARD_COUNT),
        EmotionShares.of(seen));
  }

  /**
   * The groups that the creative's viewers may be narrowed to, by attribute and value, without
   * those too small to be shown: a value that few viewers have may name them.
   */
  public List<SegmentSize> segments(Actor actor, UUID creativeId) {
    Creative creative = campaigns.creative(actor, creativeId);
    return jdbc.query(
        """
        select attribute.key, attribute.value, count(distinct viewer.id) as viewers
        from core.recording
        join core.viewer on viewer.id = recording.viewer_id
        join agg.viewing on viewing.recording_id = recording.id
        cross join jsonb_each_text(viewer.segments) as attribute
        where recording.creative_id = ? and viewing.is_counted
        group by attribute.key, attribute.value
        having count(distinct viewer.id) >= ?
        order by attribute.key, attribute.value
        """,
        row -> new SegmentSize(row.getString("key"), row.getString("value"), row.getInt("viewers")),
        creative.id(),
        creative.campaign().leastGroupSize());
  }
}
