package org.otklik.analysis.result;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.otklik.analysis.group.ViewerSegment;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * The curve of any group of a creative's viewers, made from their seconds at the moment it is asked
 * for: there are too many groups to store each one's.
 */
@Stateless
public class CurveService {
  @Inject private CampaignService campaigns;
  @Inject private GroupResults results;
  @Inject private Jdbi jdbi;

  /**
   * The curve by now, of a segment's viewers. After a change of the settings it stays that of the
   * version before until the creative's viewings are judged anew.
   *
   * @throws ProblemException GROUP_TOO_SMALL when a segment has too few viewers to be shown
   */
  public GroupCurve curve(Actor actor, UUID creativeId, ViewerSegment segment) {
    Creative creative = campaigns.creative(actor, creativeId);
    VersionedResult versioned = results.ofCreative(creative, segment);
    int least = creative.campaign().leastGroupSize();
    if (!segment.isEverybody() && versioned.result().score().viewers() < least) {
      throw new ProblemException(ProblemCode.GROUP_TOO_SMALL, Integer.toString(least));
    }
    return new GroupCurve(
        segment,
        least,
        versioned.settings(),
        results.progress(List.of(creative)),
        versioned.result());
  }

  /**
   * The groups that the creative's viewers may be narrowed to, by attribute and value, without
   * those too small to be shown: a value that few viewers have may name them.
   */
  public List<SegmentSize> segments(Actor actor, UUID creativeId) {
    Creative creative = campaigns.creative(actor, creativeId);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select attribute.key, attribute.value, count(distinct viewer.id) as viewers
                    from core.recording
                    join core.viewer on viewer.id = recording.viewer_id
                    join agg.viewing on viewing.recording_id = recording.id
                    cross join jsonb_each_text(viewer.segments) as attribute
                    where recording.creative_id = :creative_id and viewing.is_counted
                    group by attribute.key, attribute.value
                    having count(distinct viewer.id) >= :min_viewers
                    order by attribute.key, attribute.value
                    """)
                .bind("creative_id", creative.id())
                .bind("min_viewers", creative.campaign().leastGroupSize())
                .map(
                    (row, context) ->
                        new SegmentSize(
                            row.getString("key"), row.getString("value"), row.getInt("viewers")))
                .list());
  }
}
