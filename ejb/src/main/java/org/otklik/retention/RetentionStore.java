package org.otklik.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Periods, holds and what is due: see the view {@code core.retention_item}. */
@ApplicationScoped
class RetentionStore {
  /** A period that stays the same holds since it did. */
  private static final String SET =
      """
      insert into core.%1$s_retention as period (%1$s_id, data_class, keep_days, changed_by)
      values (:owner, :data_class, :days, :user)
      on conflict (%1$s_id, data_class) do update
      set keep_days = excluded.keep_days, changed_at = now(), changed_by = excluded.changed_by
      where period.keep_days <> excluded.keep_days
      """;

  private static final String UPCOMING =
      """
      select campaign.public_id, campaign.name, client.name as client, item.data_class,
          count(*) as count, sum(item.size_bytes)::bigint as bytes, min(item.due_at) as due_at,
          item.is_held
      from core.retention_item as item
      join core.campaign on campaign.id = item.campaign_id
      join core.client on client.id = campaign.client_id
      where item.due_at <= now() + :days * interval '1 day'
          and item.campaign_id = coalesce(:campaign, item.campaign_id)
      group by campaign.id, client.id, item.data_class, item.is_held
      order by min(item.due_at), campaign.id, item.data_class
      """;

  /** Recordings of one creative come one after the other. */
  private static final String EXPIRED =
      """
      select item.data_class, item.subject_kind, item.subject_id
      from core.retention_item as item
      where item.due_at <= now() and not item.is_held
      order by item.data_class, item.subject_kind, item.subject_id
      """;

  private static final String EXPIRED_OF =
      """
      select item.subject_id
      from core.retention_item as item
      where item.data_class = :data_class and item.subject_kind = :subject
          and item.subject_id = any (:ids) and item.due_at <= now() and not item.is_held
      order by item.subject_id
      """;

  @Inject private Jdbi jdbi;

  RetentionPeriods ofClient(long clientId) {
    return periods("client", clientId);
  }

  RetentionPeriods ofCampaign(long campaignId) {
    return periods("campaign", campaignId);
  }

  private RetentionPeriods periods(String owner, long id) {
    Map<DataClass, Integer> days =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select data_class, keep_days from core.%1$s_retention where %1$s_id = :id"
                            .formatted(owner))
                    .bind("id", id)
                    .map(
                        (row, context) ->
                            Map.entry(
                                DataClass.valueOf(row.getString("data_class")),
                                row.getInt("keep_days")))
                    .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    return RetentionPeriods.of(days);
  }

  void setClient(long clientId, RetentionPeriods periods, long userId) {
    jdbi.useHandle(handle -> set(handle, "client", clientId, periods, userId));
  }

  void setCampaign(long campaignId, RetentionPeriods periods, long userId) {
    jdbi.useHandle(handle -> set(handle, "campaign", campaignId, periods, userId));
  }

  private static void set(
      Handle handle, String owner, long id, RetentionPeriods periods, long userId) {
    handle
        .createUpdate(
            "delete from core.%1$s_retention where %1$s_id = :id and data_class <> all (:kept)"
                .formatted(owner))
        .bind("id", id)
        .bindArray(
            "kept", String.class, periods.days().keySet().stream().map(DataClass::name).toList())
        .execute();
    PreparedBatch batch = handle.prepareBatch(SET.formatted(owner));
    periods
        .days()
        .forEach(
            (dataClass, days) ->
                batch
                    .bind("owner", id)
                    .bind("data_class", dataClass.name())
                    .bind("days", days)
                    .bind("user", userId)
                    .add());
    batch.execute();
  }

  Optional<RetentionHold> hold(long campaignId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select hold.reason, hold.held_at, app_user.display_name
                    from core.retention_hold as hold
                    join core.app_user on app_user.id = hold.held_by
                    where hold.campaign_id = :campaign
                    """)
                .bind("campaign", campaignId)
                .map(
                    (row, context) ->
                        new RetentionHold(
                            row.getString("reason"),
                            row.getTimestamp("held_at").toInstant(),
                            row.getString("display_name")))
                .findOne());
  }

  void setHold(long campaignId, String reason, long userId) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into core.retention_hold (campaign_id, reason, held_by)
                    values (:campaign, :reason, :user)
                    on conflict (campaign_id) do update
                    set reason = excluded.reason, held_at = now(), held_by = excluded.held_by
                    """)
                .bind("campaign", campaignId)
                .bind("reason", reason)
                .bind("user", userId)
                .execute());
  }

  /**
   * @return false when there was none
   */
  boolean removeHold(long campaignId) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate("delete from core.retention_hold where campaign_id = :campaign")
                    .bind("campaign", campaignId)
                    .execute())
        == 1;
  }

  /**
   * What is due from now until then; what is due first comes first.
   *
   * @param campaignId null for all campaigns
   */
  List<UpcomingDeletion> upcoming(Long campaignId, Duration within) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(UPCOMING)
                .bind("days", within.toDays())
                .bindByType("campaign", campaignId, Long.class)
                .map((row, context) -> upcoming(row))
                .list());
  }

  private static UpcomingDeletion upcoming(ResultSet row) throws SQLException {
    return new UpcomingDeletion(
        row.getObject("public_id", UUID.class),
        row.getString("name"),
        row.getString("client"),
        DataClass.valueOf(row.getString("data_class")),
        row.getInt("count"),
        row.getObject("bytes", Long.class),
        row.getTimestamp("due_at").toInstant(),
        row.getBoolean("is_held"));
  }

  List<ExpiredItem> expired() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(EXPIRED)
                .map(
                    (row, context) ->
                        new ExpiredItem(
                            DataClass.valueOf(row.getString("data_class")),
                            ExpiredItem.Subject.valueOf(row.getString("subject_kind")),
                            row.getLong("subject_id")))
                .list());
  }

  /** Those of the keys that are still to be deleted, now that it is done. */
  List<Long> stillExpired(DataClass dataClass, ExpiredItem.Subject subject, List<Long> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(EXPIRED_OF)
                .bind("data_class", dataClass.name())
                .bind("subject", subject.name())
                .bind("ids", ids.toArray(Long[]::new))
                .mapTo(Long.class)
                .list());
  }

  /** The night's key; the same whoever asks. */
  long night(LocalDate date) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    insert into core.retention_night (night) values (:night)
                    on conflict (night) do update set requested_at = now()
                    returning id
                    """)
                .bind("night", date)
                .mapTo(Long.class)
                .one());
  }
}
