package org.otklik.campaign;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.identity.Actor;
import org.otklik.identity.Client;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * The bin: campaigns and creatives that are hidden everywhere else, until they are restored or
 * deleted for good. For all who may upload, limited to their clients.
 */
@Stateless
public class BinService {
  /** Creatives of campaigns in the bin are in it with them, not by themselves. */
  private static final String ENTRIES =
      """
      with binned as (
          select 'CAMPAIGN' as kind, campaign.id as campaign_id, campaign.public_id, campaign.name,
              null as campaign_name, campaign.client_id, campaign.deleted_at, campaign.deleted_by,
              campaign.remove_at, null::bigint as creative_id
          from core.campaign
          where campaign.deleted_at is not null
          union all
          select 'CREATIVE', campaign.id, creative.public_id, creative.name, campaign.name,
              campaign.client_id, creative.deleted_at, creative.deleted_by, creative.remove_at,
              creative.id
          from core.creative
          join core.campaign on campaign.id = creative.campaign_id
          where creative.deleted_at is not null and campaign.deleted_at is null
      )
      select binned.*, client.name as client_name, app_user.display_name, contents.*
      from binned
      join core.client on client.id = binned.client_id
      join core.app_user on app_user.id = binned.deleted_by
      cross join lateral (
          select count(distinct creative.id) as creatives, count(recording.id) as recordings
          from core.creative
          left join core.recording on recording.creative_id = creative.id
          where creative.campaign_id = binned.campaign_id
              and creative.id = coalesce(binned.creative_id, creative.id)
      ) as contents
      where :sees_all or binned.client_id = any (:client_ids)
      order by binned.deleted_at desc, binned.public_id
      """;

  @PersistenceContext private EntityManager em;
  @Inject private CampaignService campaigns;
  @Inject private AuditService audit;
  @Inject private Jdbi jdbi;
  @Inject private Event<RemovalDue> due;

  /** What was deleted last comes first. */
  public List<BinEntry> entries(Actor actor) {
    actor.requireUpload();
    Instant now = Instant.now();
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(ENTRIES)
                .bind("sees_all", actor.isAdministrator())
                .bindArray("client_ids", Long.class, actor.clientIds())
                .map((row, context) -> entry(row, now))
                .list());
  }

  /** Moves a campaign to the bin, with all that belongs to it. */
  public void deleteCampaign(Actor actor, UUID publicId) {
    Campaign campaign = campaigns.campaign(actor, publicId);
    actor.requireUpload();
    campaign.delete(new Deletion(actor.userId(), Instant.now()));
    tell(actor, AuditKind.DELETED, AuditSubject.Kind.CAMPAIGN, publicId);
  }

  /** Moves a creative to the bin, with its recordings. */
  public void deleteCreative(Actor actor, UUID publicId) {
    Creative creative = campaigns.creative(actor, publicId);
    actor.requireUpload();
    creative.delete(new Deletion(actor.userId(), Instant.now()));
    tell(actor, AuditKind.DELETED, AuditSubject.Kind.CREATIVE, publicId);
  }

  /**
   * Takes a campaign or creative out of the bin; everything is as it was before.
   *
   * @throws ProblemException BIN_ENTRY_UNKNOWN; DELETION_FINAL when it is being deleted for good
   */
  public void restore(Actor actor, UUID publicId) {
    Optional<Campaign> campaign = campaign(actor, publicId);
    if (campaign.isPresent()) {
      requireTime(campaign.get().deletion());
      campaign.get().restore();
      tell(actor, AuditKind.RESTORED, AuditSubject.Kind.CAMPAIGN, publicId);
      return;
    }
    Creative creative = creative(actor, publicId);
    requireTime(creative.deletion());
    creative.restore();
    tell(actor, AuditKind.RESTORED, AuditSubject.Kind.CREATIVE, publicId);
  }

  /**
   * Deletes a campaign or creative of the bin for good: at once, as far as nothing works on it.
   *
   * @throws ProblemException BIN_ENTRY_UNKNOWN
   */
  public void deleteForGood(Actor actor, UUID publicId) {
    Optional<Campaign> campaign = campaign(actor, publicId);
    if (campaign.isPresent()) {
      campaign.get().deletion().hasten(Instant.now());
      tell(actor, AuditKind.DELETION_HASTENED, AuditSubject.Kind.CAMPAIGN, publicId);
    } else {
      creative(actor, publicId).deletion().hasten(Instant.now());
      tell(actor, AuditKind.DELETION_HASTENED, AuditSubject.Kind.CREATIVE, publicId);
    }
    due.fire(new RemovalDue());
  }

  /** Deletes all campaigns of a client for good, because the client is deleted. */
  public void deleteAll(Actor actor, Client client) {
    actor.requireAdministrator();
    Instant now = Instant.now();
    em.createQuery("select c from Campaign c where c.client = :client", Campaign.class)
        .setParameter("client", client)
        .getResultList()
        .forEach(
            campaign -> {
              campaign.delete(new Deletion(actor.userId(), now));
              campaign.deletion().hasten(now);
            });
    due.fire(new RemovalDue());
  }

  private static void requireTime(Deletion deletion) {
    if (deletion.isFinal(Instant.now())) {
      throw new ProblemException(ProblemCode.DELETION_FINAL);
    }
  }

  /** Locked against who restores it, or deletes it for good, at the same time. */
  private Optional<Campaign> campaign(Actor actor, UUID publicId) {
    Optional<Campaign> found =
        em.createQuery(
                """
                select c from Campaign c join fetch c.client
                where c.publicId = :id and c.deletion.deletedAt is not null
                """,
                Campaign.class)
            .setParameter("id", publicId)
            .getResultStream()
            .filter(campaign -> actor.maySee(campaign.client().id()))
            .findFirst();
    found.ifPresent(
        campaign -> {
          actor.requireUpload();
          em.lock(campaign, LockModeType.PESSIMISTIC_WRITE);
          em.refresh(campaign);
        });
    return found.filter(Campaign::isDeleted);
  }

  private Creative creative(Actor actor, UUID publicId) {
    Creative creative =
        em.createQuery(
                """
                select c from Creative c join fetch c.campaign join fetch c.campaign.client
                where c.publicId = :id and c.deletion.deletedAt is not null
                  and c.campaign.deletion.deletedAt is null
                """,
                Creative.class)
            .setParameter("id", publicId)
            .getResultStream()
            .filter(one -> actor.maySee(one.campaign().client().id()))
            .findFirst()
            .orElseThrow(() -> new ProblemException(ProblemCode.BIN_ENTRY_UNKNOWN));
    actor.requireUpload();
    campaigns.lockCreative(creative.id());
    if (creative.deletion() == null) {
      throw new ProblemException(ProblemCode.BIN_ENTRY_UNKNOWN);
    }
    return creative;
  }

  private void tell(Actor actor, AuditKind kind, AuditSubject.Kind subject, UUID publicId) {
    audit.done(actor, kind, AuditSubject.of(subject, publicId));
  }

  private static BinEntry entry(ResultSet row, Instant now) throws SQLException {
    Instant removeAt = row.getTimestamp("remove_at").toInstant();
    return new BinEntry(
        BinEntry.Kind.valueOf(row.getString("kind")),
        row.getObject("public_id", UUID.class),
        row.getString("name"),
        row.getString("campaign_name"),
        row.getString("client_name"),
        row.getInt("creatives"),
        row.getInt("recordings"),
        row.getTimestamp("deleted_at").toInstant(),
        row.getString("display_name"),
        removeAt,
        !removeAt.isAfter(now));
  }
}
