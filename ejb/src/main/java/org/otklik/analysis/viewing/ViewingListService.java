package org.otklik.analysis.viewing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.otklik.campaign.CampaignService;
import org.otklik.identity.Actor;

/** The recordings of a campaign, one page at a time: there may be thousands. */
@Stateless
public class ViewingListService {
  /** Keys of the recordings on the page; the page is the last one where there are fewer. */
  private static final String PAGE =
      """
      with passing as (
          select recording.id,
              row_number() over (order by creative.created_at, creative.id, recording.id) - 1 as place,
              count(*) over () as found
          from core.creative
          join core.recording on recording.creative_id = creative.id
          join core.viewer on viewer.id = recording.viewer_id
          join core.analysis_run as run on run.recording_id = recording.id and run.is_current
          left join agg.viewing on viewing.recording_id = recording.id
          where creative.campaign_id = :campaign_id
              and (:creative::uuid is null or creative.public_id = :creative::uuid)
              and case :shown
                  when 'COUNTED' then viewing.is_counted
                  when 'EXCLUDED' then not viewing.is_counted
                  when 'UNFINISHED' then run.id in (select run_id from core.unfinished_run)
                  when 'FAILED' then run.state = 'FAILED'
                  else true
              end
              and (:text::text is null
                  or position(:text in lower(viewer.code)) > 0
                  or exists (
                      select from jsonb_each_text(viewer.segments) as segment
                      where position(:text in lower(segment.key || ':' || segment.value)) > 0
                  ))
      )
      select id, place, found
      from passing
      where place / :page_size = least(:page, (found - 1) / :page_size)
      order by place
      """;

  @Inject private CampaignService campaigns;
  @Inject private ViewingViewStore viewings;
  @Inject private Jdbi jdbi;

  private record Placed(long recordingId, int place, int found) {}

  /** In the order in which the creatives, and of each the recordings, were uploaded. */
  public ViewingListing list(Actor actor, UUID campaignId, ViewingFilter filter) {
    long campaign = campaigns.campaign(actor, campaignId).id();
    String text = filter.text() == null ? null : filter.text().toLowerCase(Locale.ROOT);
    List<Placed> placed =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(PAGE)
                    .bind("campaign_id", campaign)
                    .bind("creative", filter.creative())
                    .bind("shown", filter.shown().name())
                    .bind("text", text)
                    .bind("page_size", filter.pageSize())
                    .bind("page", Math.max(0, filter.page()))
                    .map(
                        (row, context) ->
                            new Placed(row.getLong("id"), row.getInt("place"), row.getInt("found")))
                    .list());
    if (placed.isEmpty()) {
      return new ViewingListing(List.of(), 0, 0);
    }
    return new ViewingListing(
        viewings.entries(placed.stream().map(Placed::recordingId).toArray(Long[]::new)),
        placed.get(0).found(),
        placed.get(0).place() / filter.pageSize());
  }
}
