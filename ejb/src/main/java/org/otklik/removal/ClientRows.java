package org.otklik.removal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The rows of clients, and how much is theirs. */
@ApplicationScoped
class ClientRows {
  private static final String CONTENTS =
      """
      select client.code,
          (select count(*) from core.campaign where client_id = client.id) as campaigns,
          (select count(*)
           from core.recording
           join core.creative on creative.id = recording.creative_id
           join core.campaign on campaign.id = creative.campaign_id
           where campaign.client_id = client.id) as recordings,
          (select count(*) from core.image_batch where client_id = client.id) as image_batches
      from core.client
      """;

  @Inject private Jdbi jdbi;

  /** By the clients' codes. */
  Map<String, ClientContents> contents() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(CONTENTS)
                .map(
                    (row, context) ->
                        Map.entry(
                            row.getString("code"),
                            new ClientContents(
                                row.getInt("campaigns"),
                                row.getInt("recordings"),
                                row.getInt("image_batches"))))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Of clients that are to be deleted for good and own nothing any more. */
  List<Long> due() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select id from core.client
                    where remove_at <= now()
                        and not exists (select from core.campaign where client_id = client.id)
                        and not exists (select from core.image_batch where client_id = client.id)
                    order by id
                    """)
                .mapTo(Long.class)
                .list());
  }

  /** Its users stay; what they may see of it is gone. */
  void remove(long clientId) {
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate("delete from core.client_member where client_id = :client")
              .bind("client", clientId)
              .execute();
          handle
              .createUpdate("delete from core.client where id = :client")
              .bind("client", clientId)
              .execute();
        });
  }
}
