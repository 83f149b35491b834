package org.otklik.retention;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A campaign's owner is to be told what will be deleted.
 *
 * @param coversUntil what is due until then is told
 */
record DueNotice(
    long campaignId,
    UUID campaign,
    String campaignName,
    long clientId,
    String client,
    Owner owner,
    Instant coversUntil,
    List<UpcomingDeletion> deletions) {

  /**
   * Who created the campaign.
   *
   * @param zone null: the server's
   */
  record Owner(long userId, String email, Locale locale, ZoneId zone) {}
}
