package org.otklik.removal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.Creative;

/** What is due to be deleted for good, and what is about it. */
@ApplicationScoped
class DueStore {
  private static final String CREATIVES =
      """
      from core.creative
      join core.campaign on campaign.id = creative.campaign_id
      where (creative.remove_at <= now() or campaign.remove_at <= now())
      """;

  /** A comparison is about a creative that one of its groups is of. */
  private static final String ABOUT_CREATIVE =
      """
      where creative_id = :id
          or (campaign_id = :campaign_id and (
              compared -> 'first' ->> 'creative' = :public_id
              or compared -> 'second' ->> 'creative' = :public_id))
      order by id
      """;

  @Inject private Jdbi jdbi;

  List<Long> creatives() {
    return keys("select creative.id " + CREATIVES + " order by creative.id");
  }

  boolean isDue(long creativeId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select exists (select " + CREATIVES + " and creative.id = :id)")
                .bind("id", creativeId)
                .mapTo(Boolean.class)
                .one());
  }

  List<Long> campaigns() {
    return keys("select id from core.campaign where remove_at <= now() order by id");
  }

  private List<Long> keys(String query) {
    return jdbi.withHandle(handle -> handle.createQuery(query).mapTo(Long.class).list());
  }

  List<Long> reports(Creative creative) {
    return about("core.report", creative);
  }

  List<Long> schedules(Creative creative) {
    return about("core.schedule", creative);
  }

  private List<Long> about(String table, Creative creative) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select id from " + table + "\n" + ABOUT_CREATIVE)
                .bind("id", creative.id())
                .bind("campaign_id", creative.campaign().id())
                .bind("public_id", creative.publicId().toString())
                .mapTo(Long.class)
                .list());
  }

  List<Long> reports(Campaign campaign) {
    return about("core.report", campaign);
  }

  List<Long> schedules(Campaign campaign) {
    return about("core.schedule", campaign);
  }

  private List<Long> about(String table, Campaign campaign) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select id from " + table + " where campaign_id = :id order by id")
                .bind("id", campaign.id())
                .mapTo(Long.class)
                .list());
  }
}
