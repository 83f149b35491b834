package org.otklik.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Whom to tell of what, and who has been told. */
@ApplicationScoped
class RetentionNoticeStore {
  /**
   * Campaigns of which something is due within the notice, that no earlier mail has told. A mail
   * tells twice as far ahead, so that an owner is written to once a week at most.
   */
  private static final String DUE =
      """
      select campaign.id, campaign.public_id, campaign.name, campaign.client_id, client.name as client,
          app_user.id as user_id, app_user.email, app_user.locale, app_user.time_zone
      from core.campaign
      join core.client on client.id = campaign.client_id
      join core.app_user on app_user.id = campaign.created_by
      where campaign.deleted_at is null and app_user.deactivated_at is null
          and app_user.email is not null
          and exists (
              select from core.retention_item as item
              where item.campaign_id = campaign.id and not item.is_held
                  and item.due_at <= now() + :days * interval '1 day'
                  and item.due_at > coalesce(
                      (select max(notice.covers_until) from core.retention_notice as notice
                       where notice.campaign_id = campaign.id),
                      '-infinity'))
      order by campaign.id
      """;

  @Inject private Jdbi jdbi;
  @Inject private RetentionStore items;

  /** With what is due within twice the notice. */
  List<DueNotice> due(Duration notice) {
    Duration told = notice.multipliedBy(2);
    Instant until = Instant.now().plus(told);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(DUE)
                .bind("days", notice.toDays())
                .map((row, context) -> notice(row, until, told))
                .list());
  }

  private DueNotice notice(ResultSet row, Instant until, Duration told) throws SQLException {
    String zone = row.getString("time_zone");
    return new DueNotice(
        row.getLong("id"),
        row.getObject("public_id", UUID.class),
        row.getString("name"),
        row.getLong("client_id"),
        row.getString("client"),
        new DueNotice.Owner(
            row.getLong("user_id"),
            row.getString("email"),
            Locale.forLanguageTag(row.getString("locale")),
            zone == null ? null : ZoneId.of(zone)),
        until,
        items.upcoming(row.getLong("id"), told).stream().filter(one -> !one.isHeld()).toList());
  }

  void sent(DueNotice notice) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into core.retention_notice (campaign_id, covers_until)
                    values (:campaign, :until)
                    on conflict do nothing
                    """)
                .bind("campaign", notice.campaignId())
                .bind("until", Timestamp.from(notice.coversUntil()))
                .execute());
  }
}
