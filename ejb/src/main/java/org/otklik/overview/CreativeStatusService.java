package org.otklik.overview;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.otklik.analysis.result.CreativeScore;
import org.otklik.analysis.result.CreativeScoreStore;
import org.otklik.campaign.Creative;
import org.otklik.problem.ProblemCode;
import org.otklik.video.VideoCondition;
import org.otklik.video.VideoState;

/** How far creatives are, in two queries however many creatives and recordings there are. */
@Stateless
public class CreativeStatusService {
  private static final String COUNTS =
      """
      with counted as (
          select recording.creative_id,
              count(*) filter (where run.state = 'QUEUED') as queued,
              count(*) filter (where run.state = 'RUNNING') as running,
              count(*) filter (where run.state = 'COMPLETED') as completed,
              count(*) filter (where run.state = 'FAILED') as failed,
              count(distinct recording.viewer_id) filter (where viewing.recording_id is not null)
                  as judged_viewers
          from core.recording
          join core.analysis_run as run on run.recording_id = recording.id and run.is_current
          left join agg.viewing on viewing.recording_id = recording.id
          where recording.creative_id = any (:creative_ids)
          group by recording.creative_id
      )
      select creative.id, counted.*,
          case when creative.is_script then 'NONE' else coalesce(video.state, 'PREPARING') end
              as video_state, video.failure_code
      from core.creative
      left join counted on counted.creative_id = creative.id
      left join core.video on video.media_sha256 = creative.media_sha256
      where creative.id = any (:creative_ids)
      """;

  @Inject private Jdbi jdbi;
  @Inject private CreativeScoreStore summaries;

  private record Counted(
      long creativeId, RecordingCounts recordings, int judgedViewers, VideoCondition video) {}

  /**
   * By identifier.
   *
   * @param creatives as they were given to an actor, who therefore may see them
   */
  public Map<UUID, CreativeStatus> of(Collection<Creative> creatives) {
    Long[] ids = creatives.stream().map(Creative::id).toArray(Long[]::new);
    Map<Long, CreativeScore> scores = summaries.scores(ids);
    Map<Long, CreativeStatus> standings =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(COUNTS)
                    .bind("creative_ids", ids)
                    .map((row, context) -> counted(row))
                    .collectToMap(
                        Counted::creativeId,
                        counted ->
                            new CreativeStatus(
                                counted.recordings(),
                                counted.judgedViewers(),
                                counted.video(),
                                Optional.ofNullable(scores.get(counted.creativeId())))));
    return creatives.stream()
        .collect(Collectors.toMap(Creative::publicId, creative -> standings.get(creative.id())));
  }

  private static Counted counted(ResultSet row) throws SQLException {
    String failure = row.getString("failure_code");
    return new Counted(
        row.getLong("id"),
        new RecordingCounts(
            row.getInt("queued"),
            row.getInt("running"),
            row.getInt("completed"),
            row.getInt("failed")),
        row.getInt("judged_viewers"),
        new VideoCondition(
            VideoState.valueOf(row.getString("video_state")),
            failure == null ? null : ProblemCode.valueOf(failure)));
  }
}
