package org.otklik.analysis.result;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.storage.MediaRegister;

/** One small picture of a creative for each of its seconds: the link from a curve to the video. */
@Stateless
public class ThumbnailService {
  private static final int MIDDLE_MS = 500;

  @Inject private CampaignService campaigns;
  @Inject private MediaRegister media;
  @Inject private Jdbi jdbi;

  /** Times in the video, in milliseconds, of which no picture is stored yet. */
  public List<Integer> missingTimesMs(long creativeId) {
    Creative creative = campaigns.creative(creativeId);
    List<Integer> stored =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select second_no
                        from agg.creative_thumbnail
                        where creative_id = :creative_id
                        """)
                    .bind("creative_id", creativeId)
                    .mapTo(Integer.class)
                    .list());
    return IntStream.range(0, creative.durationSeconds())
        .filter(second -> !stored.contains(second))
        .mapToObj(second -> Math.min(second * 1000 + MIDDLE_MS, creative.durationMs() - 1))
        .toList();
  }

  /** Keeps JPEGs by their time in the video. */
  public void keep(long creativeId, Map<Integer, byte[]> picturesByMs) {
    picturesByMs.forEach(
        (timeMs, jpeg) -> keep(creativeId, timeMs / 1000, media.keep(jpeg, "image/jpeg")));
  }

  private void keep(long creativeId, int second, String sha256) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into agg.creative_thumbnail (creative_id, second_no, media_sha256)
                    values (:creative_id, :second_no, :media_sha256)
                    on conflict (creative_id, second_no) do nothing
                    """)
                .bind("creative_id", creativeId)
                .bind("second_no", second)
                .bind("media_sha256", sha256)
                .execute());
  }
}
