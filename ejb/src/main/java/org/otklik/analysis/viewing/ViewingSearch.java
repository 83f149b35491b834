package org.otklik.analysis.viewing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.otklik.metric.QualityGrade;

/** Finds recordings of a campaign in the database: there may be thousands. */
@ApplicationScoped
public class ViewingSearch {
  /**
   * The grade is that of {@link QualityGrade}, the states are in the order of a recording's way.
   */
  private static final String PASSING =
      """
      with judged as (
          select recording.id, recording.public_id, viewer.code, viewer.segments,
              creative.id as creative_id, creative.public_id as creative_public_id,
              creative.name as creative_name, creative.created_at, run.id as run_id, run.state,
              viewing.is_counted, viewing.coverage, viewing.attention,
              settings.coverage_limit,
              array_position(array['QUEUED', 'RUNNING', 'COMPLETED', 'FAILED'], run.state)
                  as state_rank,
              array_position(array['POSITIVE', 'NEUTRAL', 'NEGATIVE', 'EXCLUDED'], viewing.response)
                  as response_rank,
              viewing.response is not null
                  and viewing.exclusion_reason is distinct from 'ANALYSIS_FAILED' as is_observed
          from core.creative
          join core.campaign on campaign.id = creative.campaign_id
          join core.campaign_settings as settings on settings.campaign_id = campaign.id
              and settings.version = campaign.settings_version
          join core.recording on recording.creative_id = creative.id
          join core.viewer on viewer.id = recording.viewer_id
          join core.analysis_run as run on run.recording_id = recording.id and run.is_current
          left join agg.viewing on viewing.recording_id = recording.id
          where creative.campaign_id = :campaign_id and creative.deleted_at is null
      ),
      graded as (
          select id, public_id, code, segments, creative_id, creative_public_id, creative_name,
              created_at, run_id, state, is_counted, state_rank, response_rank,
              case when is_observed then coverage end as coverage,
              case
                  when not is_observed then null
                  when coverage < coverage_limit or coverage = 0 then 'D'
                  when coverage >= :a_coverage and coalesce(attention, 1) >= :a_attention then 'A'
                  when coverage >= :b_coverage and coalesce(attention, 1) >= :b_attention then 'B'
                  else 'C'
              end as grade
          from judged
      ),
      passing as (
          select *
          from graded
          where (:creative::uuid is null or creative_public_id = :creative::uuid)
              and (:grade::text is null or grade = :grade)
              and case :shown
                  when 'COUNTED' then is_counted
                  when 'EXCLUDED' then not is_counted
                  when 'UNFINISHED' then run_id in (select run_id from core.unfinished_run)
                  when 'FAILED' then state = 'FAILED'
                  else true
              end
              and (:text::text is null
                  or position(:text in lower(code)) > 0
                  or exists (
                      select from jsonb_each_text(segments) as segment
                      where position(:text in lower(segment.key || ':' || segment.value)) > 0
                  ))
      )
      """;

  private static final String PAGE =
      PASSING
          + """
            , placed as (
                select id,
                    row_number() over (order by %s nulls last, created_at, creative_id, id) - 1
                        as place,
                    count(*) over () as found
                from passing
            )
            select id, place, found
            from placed
            where place / :page_size = least(:page, (found - 1) / :page_size)
            order by place
            """;

  private static final String KEYS = PASSING + "select id from passing order by id";

  private static final String CHOSEN =
      """
      select recording.id
      from core.recording
      join core.creative on creative.id = recording.creative_id
      where creative.campaign_id = :campaign_id and creative.deleted_at is null
          and recording.public_id = any (:recordings)
      order by recording.id
      """;

  @Inject private Jdbi jdbi;

  /**
   * A recording on a page.
   *
   * @param place from 0, among all that pass
   * @param found how many pass
   */
  record Placed(long recordingId, int place, int found) {}

  /** The page's recordings; those of the last page where there are fewer. */
  List<Placed> page(long campaignId, ViewingFilter filter, ViewingPosition position) {
    String order = position.sort().column() + (position.descending() ? " desc" : "");
    return jdbi.withHandle(
        handle ->
            query(handle, PAGE.formatted(order), campaignId, filter)
                .bind("page_size", position.pageSize())
                .bind("page", Math.max(0, position.page()))
                .map(
                    (row, context) ->
                        new Placed(row.getLong("id"), row.getInt("place"), row.getInt("found")))
                .list());
  }

  /** Keys of all that pass. */
  public List<Long> keys(long campaignId, ViewingFilter filter) {
    return jdbi.withHandle(
        handle -> query(handle, KEYS, campaignId, filter).mapTo(Long.class).list());
  }

  /** Keys of those of the recordings that are the campaign's. */
  public List<Long> keys(long campaignId, List<UUID> recordings) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(CHOSEN)
                .bind("campaign_id", campaignId)
                .bind("recordings", recordings.toArray(UUID[]::new))
                .mapTo(Long.class)
                .list());
  }

  private static Query query(Handle handle, String sql, long campaignId, ViewingFilter filter) {
    return handle
        .createQuery(sql)
        .bind("campaign_id", campaignId)
        .bind("creative", filter.creative())
        .bind("shown", filter.shown().name())
        .bind("grade", filter.grade() == null ? null : filter.grade().name())
        .bind("text", filter.text() == null ? null : filter.text().toLowerCase(Locale.ROOT))
        .bindMap(
            Map.of(
                "a_coverage", QualityGrade.A.leastCoverage(),
                "a_attention", QualityGrade.A.leastAttention(),
                "b_coverage", QualityGrade.B.leastCoverage(),
                "b_attention", QualityGrade.B.leastAttention()));
  }
}
