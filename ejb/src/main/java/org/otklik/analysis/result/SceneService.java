package org.otklik.analysis.result;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.otklik.campaign.CampaignService;
import org.otklik.trailer.SceneBegin;
import org.otklik.trailer.SoundPauses;

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

  /** How the creative's scenes begin, in its order; one from the start if none are known. */
  public List<SceneBegin> begins(long creativeId) {
    List<SceneBegin> begins =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select start_ms, transition_ms from agg.creative_scene
                        where creative_id = :creative_id
                        order by scene_no
                        """)
                    .bind("creative_id", creativeId)
                    .map((rows, context) -> new SceneBegin(rows.getInt(1), rows.getInt(2)))
                    .list());
    return begins.isEmpty() ? List.of(new SceneBegin(0, 0)) : begins;
  }

  /** Whether its sound has been listened to. */
  public boolean isHeard(long creativeId) {
    return levels(creativeId).isPresent();
  }

  /** Where the creative's sound pauses; nowhere as long as it has not been listened to. */
  public SoundPauses pauses(long creativeId) {
    return SoundPauses.of(levels(creativeId).orElse(new byte[0]));
  }

  private Optional<byte[]> levels(long creativeId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select levels from agg.creative_sound where creative_id = :creative_id")
                .bind("creative_id", creativeId)
                .mapTo(byte[].class)
                .findOne());
  }

  /**
   * Keeps how loud the creative is.
   *
   * @param levels decibels of full scale, one each {@value SoundPauses#STEP_MS} ms; none without
   *     sound
   */
  public void keepLevels(long creativeId, byte[] levels) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into agg.creative_sound (creative_id, levels)
                    values (:creative_id, :levels)
                    on conflict (creative_id) do nothing
                    """)
                .bind("creative_id", creativeId)
                .bind("levels", levels)
                .execute());
  }

  /**
   * Keeps the creative's scenes.
   *
   * @param begins of all but the first one; those beyond the creative's end are none of its scenes
   */
  public void keep(long creativeId, List<SceneBegin> begins) {
    int durationMs = campaigns.creative(creativeId).durationMs();
    List<SceneBegin> all = new ArrayList<>(begins);
    all.add(new SceneBegin(0, 0));
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into agg.creative_scene (creative_id, scene_no, start_ms, transition_ms)
                    select :creative_id, row_number() over (order by start_ms), start_ms,
                        transition_ms
                    from unnest(:starts_ms::integer[], :transitions_ms::integer[])
                        as scene (start_ms, transition_ms)
                    where start_ms < :duration_ms
                    on conflict (creative_id, scene_no) do nothing
                    """)
                .bind("creative_id", creativeId)
                .bindArray("starts_ms", Integer.class, all.stream().map(SceneBegin::atMs).toList())
                .bindArray(
                    "transitions_ms",
                    Integer.class,
                    all.stream().map(SceneBegin::transitionMs).toList())
                .bind("duration_ms", durationMs)
                .execute());
  }
}
