package org.otklik.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;
import org.otklik.identity.Actor;
import org.otklik.identity.Role;

/** Finds campaigns in the database, one page at a time: there may be thousands. */
@ApplicationScoped
class CampaignSearch {
  private static final String FOUND =
      """
      with visible as (
          select campaign.id, campaign.name, campaign.created_at
          from core.campaign
          join core.client on client.id = campaign.client_id
          where (:sees_all or campaign.client_id = any (:client_ids))
              and campaign.deleted_at is null
              and (campaign.archived_at is not null) = :is_archived
              and (:text::text is null or position(:text in lower(campaign.name)) > 0)
              and (:client_code::text is null or client.code = :client_code)
              and (:kind::text is null or campaign.kind = :kind)
      ),
      summed as (
          select visible.id, visible.name, visible.created_at,
              coalesce(sum(score.positive + score.negative + score.neutral), 0) as contacts,
              100.0 * sum(score.positive - score.negative)
                  / nullif(sum(score.positive + score.negative + score.neutral), 0) as eei
          from visible
          left join core.creative on creative.campaign_id = visible.id
              and creative.deleted_at is null
          left join agg.creative_score as score on score.creative_id = creative.id
          group by visible.id, visible.name, visible.created_at
      )
      select id
      from summed
      where :state::text is null
          or id in (select campaign_id from core.campaign_state where state = :state)
      """;

  @Inject private Jdbi jdbi;

  /** Keys of all that pass, in order. */
  List<Long> find(Actor actor, CampaignFilter filter) {
    String text = filter.text() == null ? null : filter.text().toLowerCase(Locale.ROOT);
    String kind = filter.kind() == null ? null : filter.kind().name();
    String state = filter.state() == null ? null : filter.state().name();
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    FOUND + "order by " + filter.order().columns() + ", created_at desc, id desc")
                .bind("sees_all", actor.role() == Role.ADMINISTRATOR)
                .bindArray("client_ids", Long.class, actor.clientIds())
                .bind("is_archived", filter.archived())
                .bind("text", text)
                .bind("client_code", filter.clientCode())
                .bind("kind", kind)
                .bind("state", state)
                .mapTo(Long.class)
                .list());
  }
}
