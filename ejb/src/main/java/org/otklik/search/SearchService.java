package org.otklik.search;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.otklik.identity.Actor;
import org.otklik.request.RequestValidator;

/**
 * Everything that the actor may see, by a part of its name. Codes of viewers are found by those
 * only who may see single recordings. Archived campaigns are found, too.
 */
@Stateless
public class SearchService {
  /** Of each kind: what is looked through, and what stands beside the name. */
  private static final Map<SearchKind, String> FOUND = new EnumMap<>(SearchKind.class);

  private static final String VISIBLE =
      """

      join core.client on client.id = campaign.client_id
      where (:sees_all or client.id = any (:client_ids)) and campaign.deleted_at is null
          and position(lower(:text) in lower(found.name)) > 0
      order by found.at desc, found.id
      limit :limit
      """;

  static {
    FOUND.put(
        SearchKind.CAMPAIGN,
        """
        select public_id as id, name, null::text as about, id as campaign_id, created_at as at
        from core.campaign
        """);
    FOUND.put(
        SearchKind.CREATIVE,
        """
        select public_id as id, name, null::text as about, campaign_id, created_at as at
        from core.creative
        where deleted_at is null
        """);
    FOUND.put(
        SearchKind.RECORDING,
        """
        select recording.public_id as id, viewer.code as name, creative.name as about,
            creative.campaign_id, recording.created_at as at
        from core.recording
        join core.viewer on viewer.id = recording.viewer_id
        join core.creative on creative.id = recording.creative_id
        where creative.deleted_at is null and viewer.remove_at is null
        """);
    FOUND.put(
        SearchKind.STUDY,
        """
        select public_id as id, name, null::text as about, campaign_id, created_at as at
        from core.study
        where not is_showing
        """);
    FOUND.put(
        SearchKind.SCHEDULE,
        """
        select public_id as id, name, null::text as about, campaign_id, created_at as at
        from core.schedule
        """);
    FOUND.put(
        SearchKind.REPORT,
        """
        select report.public_id as id, coalesce(creative.name, campaign.name) as name,
            report.format as about, report.campaign_id, report.requested_at as at
        from core.report
        join core.campaign on campaign.id = report.campaign_id
        left join core.creative on creative.id = report.creative_id
        where creative.deleted_at is null
        """);
  }

  @Inject private Jdbi jdbi;

  /** By kind; kinds of which nothing is found are missing. */
  public List<SearchResult> search(Actor actor, SearchRequest request) {
    RequestValidator.valid(request);
    return jdbi.withHandle(
        handle ->
            FOUND.keySet().stream()
                .filter(kind -> kind != SearchKind.RECORDING || actor.mayUpload())
                .map(kind -> found(handle, kind, actor, request))
                .flatMap(Optional::stream)
                .toList());
  }

  private static Optional<SearchResult> found(
      Handle handle, SearchKind kind, Actor actor, SearchRequest request) {
    List<SearchHit> hits =
        handle
            .createQuery(
                "select found.*, campaign.public_id as campaign, campaign.name as campaign_name,"
                    + " client.name as client_name from ("
                    + FOUND.get(kind)
                    + ") as found join core.campaign on campaign.id = found.campaign_id"
                    + VISIBLE)
            .bind("sees_all", actor.isAdministrator())
            .bindArray("client_ids", Long.class, actor.clientIds())
            .bind("text", request.text())
            .bind("limit", request.limit() + 1)
            .map(
                (row, context) ->
                    new SearchHit(
                        kind,
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("about"),
                        row.getObject("campaign", UUID.class),
                        row.getString("campaign_name"),
                        row.getString("client_name"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
            .list();
    if (hits.isEmpty()) {
      return Optional.empty();
    }
    boolean isMore = hits.size() > request.limit();
    return Optional.of(
        new SearchResult(kind, isMore ? hits.subList(0, request.limit()) : hits, isMore));
  }
}
