package org.otklik.analysis.result;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.otklik.campaign.CampaignService;
import org.otklik.persistence.Jdbc;

/** The scenes of creatives. */
@Stateless
public class SceneService {
  @Inject private CampaignService campaigns;
  @Inject private Jdbc jdbc;

  /** Whether the video has been looked at. */
  public boolean isKnown(long creativeId) {
    return !jdbc.query(
            "select from agg.creative_scene where creative_id = ? and scene_no = 1",
            row -> true,
            creativeId)
        .isEmpty();
  }

  /**
   * Keeps the creative's scenes.
   *
   * @param cutsMs where all but the first one begin, ascending; those beyond the creative's end are
   *     none of its scenes
   */
  public void keep(long creativeId, List<Integer> cutsMs) {
    int durationMs = campaigns.creative(creativeId).durationMs();
    jdbc.update(
        """
        insert into agg.creative_scene (creative_id, scene_no, start_ms)
        select ?, row_number() over (order by start_ms), start_ms
        from unnest(?::integer[] || 0) as start_ms
        where start_ms < ?
        on conflict (creative_id, scene_no) do nothing
        """,
        creativeId,
        cutsMs.toArray(Integer[]::new),
        durationMs);
  }
}
