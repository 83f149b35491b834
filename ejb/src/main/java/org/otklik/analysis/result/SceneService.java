package org.otklik.analysis.result;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.otklik.campaign.CampaignService;

/** The scenes of creatives. */
@Stateless
public class SceneService {
  @Inject private CampaignService campaigns;
  @Inject private Jdbi jdbi;

  /** Whether the video has been looked at. */
  public boolean isKnown(long creativeId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select exists (
                        select from agg.creative_scene
                        where creative_id = :creative_id and scene_no = 1
                    )
                    """)
                .bind("creative_id", creativeId)
                .mapTo(Boolean.class)
                .one());
  }

  /** Where the creative's scenes begin, in milliseconds; one from the start if none are known. */
  public List<Integer> beginsMs(long creativeId) {
    List<Integer> begins =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select start_ms from agg.creative_scene
                        where creative_id = :creative_id
                        order by scene_no
                        """)
                    .bind("creative_id", creativeId)
                    .mapTo(Integer.class)
                    .list());
    return begins.isEmpty() ? List.of(0) : begins;
  }

  /**
   * Keeps the creative's scenes.
   *
   * @param cutsMs where all but the first one begin, ascending; those beyond the creative's end are
   *     none of its scenes
   */
  public void keep(long creativeId, List<Integer> cutsMs) {
    int durationMs = campaigns.creative(creativeId).durationMs();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into agg.creative_scene (creative_id, scene_no, start_ms)
                    select :creative_id, row_number() over (order by start_ms), start_ms
                    from unnest(:cuts_ms::integer[] || 0) as start_ms
                    where start_ms < :duration_ms
                    on conflict (creative_id, scene_no) do nothing
                    """)
                .bind("creative_id", creativeId)
                .bindArray("cuts_ms", Integer.class, cutsMs)
                .bind("duration_ms", durationMs)
                .execute());
  }
}
