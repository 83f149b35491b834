package org.otklik.analysis.viewing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.otklik.campaign.Creative;
import org.otklik.json.StoredJson;
import org.otklik.metric.ResponseType;

/** What each viewer of a creative showed in which second. */
@ApplicationScoped
public class ViewerTimelineStore {
  private static final String TIMELINES =
      """
      select recording.public_id, viewer.code, viewer.segments::text as segments, viewing.response,
          states.letters
      from agg.viewing
      join core.recording on recording.id = viewing.recording_id
      join core.viewer on viewer.id = recording.viewer_id
      cross join lateral (
          select string_agg(
              case second.state
                  when 'POSITIVE' then 'P'
                  when 'NEGATIVE' then 'N'
                  when 'NEUTRAL' then 'O'
                  else '-'
              end, '' order by each) as letters
          from generate_series(0, :seconds - 1) as each
          left join agg.viewer_second as second
              on second.analysis_run_id = viewing.analysis_run_id and second.second_no = each
      ) as states
      where recording.creative_id = :creative_id and viewing.is_counted
      order by recording.id
      """;

  @Inject private Jdbi jdbi;

  /** Of the included viewings, in the order of upload. */
  public List<ViewerTimeline> of(Creative creative) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(TIMELINES)
                .bind("creative_id", creative.id())
                .bind("seconds", creative.durationSeconds())
                .map(
                    (row, context) ->
                        new ViewerTimeline(
                            row.getObject("public_id", UUID.class),
                            row.getString("code"),
                            StoredJson.attributes(row.getString("segments")),
                            ResponseType.valueOf(row.getString("response")),
                            row.getString("letters")))
                .list());
  }
}
