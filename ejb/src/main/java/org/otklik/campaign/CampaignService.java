package org.otklik.campaign;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.otklik.access.AccessService;
import org.otklik.identity.Actor;
import org.otklik.identity.AppUser;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.request.RequestValidator;
import org.otklik.settings.MetricSettings;
import org.otklik.storage.MediaRegister;
import org.otklik.storage.StagedVideo;

/** Campaigns and creatives, limited to the actor's clients. */
@Stateless
public class CampaignService {
  /** More are found on the page of all creatives. */
  private static final int MAX_COMPARABLE = 200;

  @PersistenceContext private EntityManager em;
  @Inject private AccessService access;
  @Inject private MediaRegister media;

  /** Newest first; none in the bin. */
  public List<Campaign> campaigns(Actor actor) {
    return em.createQuery(
            """
            select c from Campaign c join fetch c.client join fetch c.settings
            where c.deletion.deletedAt is null
            order by c.createdAt desc
            """,
            Campaign.class)
        .getResultStream()
        .filter(campaign -> actor.maySee(campaign.client().id()))
        .toList();
  }

  /** Those of the keys that the actor may see, in the order of the keys. */
  public List<Campaign> campaigns(Actor actor, List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return em.createQuery(
            """
            select c from Campaign c join fetch c.client join fetch c.settings where c.id in :ids
            """,
            Campaign.class)
        .setParameter("ids", ids)
        .getResultStream()
        .filter(campaign -> actor.maySee(campaign.client().id()))
        .sorted(Comparator.comparingInt(campaign -> ids.indexOf(campaign.id())))
        .toList();
  }

  /** Puts the campaign away, or takes it back into use. */
  public Campaign putAway(Actor actor, UUID publicId, boolean away) {
    actor.requireUpload();
    Campaign campaign = campaign(actor, publicId);
    if (away) {
      campaign.archive(Instant.now());
    } else {
      campaign.unarchive();
    }
    return campaign;
  }

  /**
   * Pages, new reports and {@code bi} have the new name; reports that are made keep the old one.
   */
  public Campaign rename(Actor actor, UUID publicId, NameRequest request) {
    actor.requireUpload();
    Campaign campaign = campaign(actor, publicId);
    RequestValidator.valid(request);
    campaign.rename(request.name());
    return campaign;
  }

  /** As {@link #rename}. */
  public Creative renameCreative(Actor actor, UUID publicId, NameRequest request) {
    actor.requireUpload();
    Creative creative = creative(actor, publicId);
    RequestValidator.valid(request);
    creative.rename(request.name());
    return creative;
  }

  /**
   * @throws ProblemException CAMPAIGN_UNKNOWN, also for one in the bin
   */
  public Campaign campaign(Actor actor, UUID publicId) {
    Campaign campaign = anyCampaign(actor, publicId);
    if (campaign.isDeleted()) {
      throw new ProblemException(ProblemCode.CAMPAIGN_UNKNOWN);
    }
    return campaign;
  }

  private Campaign anyCampaign(Actor actor, UUID publicId) {
    return em.createQuery(
            """
            select c from Campaign c join fetch c.client join fetch c.settings where c.publicId = :id
            """,
            Campaign.class)
        .setParameter("id", publicId)
        .getResultStream()
        .filter(campaign -> actor.maySee(campaign.client().id()))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.CAMPAIGN_UNKNOWN));
  }

  public Campaign create(Actor actor, CampaignRequest request) {
    actor.requireUpload();
    RequestValidator.valid(request);
    Campaign campaign =
        new Campaign(
            access.client(actor, request.client()),
            request.name(),
            request.kind(),
            request.synthetic(),
            actor.userId());
    em.persist(campaign);
    CampaignSettings settings =
        new CampaignSettings(
            new CampaignSettings.Key(campaign.id(), CampaignSettings.FIRST_VERSION),
            MetricSettings.STANDARD,
            null,
            em.getReference(AppUser.class, actor.userId()));
    em.persist(settings);
    em.flush();
    em.refresh(campaign);
    return campaign;
  }

  public List<Creative> creatives(Actor actor, UUID campaignId) {
    return em.createQuery(
            """
            select c from Creative c where c.campaign = :campaign and c.deletion.deletedAt is null
            order by c.createdAt, c.id
            """,
            Creative.class)
        .setParameter("campaign", campaign(actor, campaignId))
        .getResultList();
  }

  /**
   * Creatives of the client's other campaigns that may be compared with those of this one: of the
   * same kind, not archived; newest first.
   */
  public List<Creative> comparableCreatives(Actor actor, UUID campaignId) {
    Campaign campaign = campaign(actor, campaignId);
    return em.createQuery(
            """
            select c from Creative c join fetch c.campaign
            where c.campaign <> :campaign and c.campaign.client = :client and c.deletion.deletedAt is null
                and c.campaign.deletion.deletedAt is null
                and c.campaign.archivedAt is null and c.campaign.kind = :kind
                and c.campaign.synthetic = :synthetic
            order by c.createdAt desc, c.id desc
            """,
            Creative.class)
        .setParameter("campaign", campaign)
        .setParameter("client", campaign.client())
        .setParameter("kind", campaign.kind())
        .setParameter("synthetic", campaign.isSynthetic())
        .setMaxResults(MAX_COMPARABLE)
        .getResultList();
  }

  /**
   * @throws ProblemException CREATIVE_UNKNOWN, also for one in the bin
   */
  public Creative creative(Actor actor, UUID publicId) {
    Creative creative = anyCreative(actor, publicId);
    if (creative.isDeleted()) {
      throw new ProblemException(ProblemCode.CREATIVE_UNKNOWN);
    }
    return creative;
  }

  private Creative anyCreative(Actor actor, UUID publicId) {
    return em.createQuery(
            """
            select c from Creative c
            join fetch c.campaign join fetch c.campaign.client join fetch c.campaign.settings
            where c.publicId = :id
            """,
            Creative.class)
        .setParameter("id", publicId)
        .getResultStream()
        .filter(creative -> actor.maySee(creative.campaign().client().id()))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.CREATIVE_UNKNOWN));
  }

  /** Public identifiers of the campaign's creatives that are in the bin. */
  public Set<UUID> deletedCreatives(Campaign campaign) {
    return em.createQuery(
            """
            select c.publicId from Creative c
            where c.campaign = :campaign and c.deletion.deletedAt is not null
            """,
            UUID.class)
        .setParameter("campaign", campaign)
        .getResultStream()
        .collect(Collectors.toSet());
  }

  /** The creative by its key, for jobs, which work for everybody. */
  public Creative creative(long id) {
    return em.find(Creative.class, id);
  }

  /**
   * The creative by its key, locked against a second summary at the same time. It and its campaign
   * are read once the lock is given, for it may have had to be waited for. Finding it with a lock
   * would lock all that is joined to it, too.
   */
  public Creative lockCreative(long id) {
    Creative creative = em.find(Creative.class, id);
    em.lock(creative, LockModeType.PESSIMISTIC_WRITE);
    em.refresh(creative);
    em.refresh(creative.campaign());
    return creative;
  }

  /** Checks what {@link #addCreative} would refuse, before a large video is received. */
  public void checkNewCreative(Actor actor, UUID campaignId, CreativeRequest request) {
    actor.requireUpload();
    if (campaign(actor, campaignId).isOfCalls()) {
      throw new ProblemException(ProblemCode.CALLS_HAVE_NO_VIDEO);
    }
    RequestValidator.valid(request);
  }

  /**
   * Adds what calls follow; each has seconds of its own.
   *
   * @throws ProblemException NOT_OF_CALLS where the campaign is of another kind
   */
  public Creative addScript(Actor actor, UUID campaignId, NameRequest request) {
    actor.requireUpload();
    Campaign campaign = campaign(actor, campaignId);
    if (!campaign.isOfCalls()) {
      throw new ProblemException(ProblemCode.NOT_OF_CALLS);
    }
    RequestValidator.valid(request);
    Creative script = new Creative(campaign, request.name(), actor.userId());
    em.persist(script);
    return script;
  }

  public Creative addCreative(
      Actor actor, UUID campaignId, CreativeRequest request, StagedVideo video) {
    checkNewCreative(actor, campaignId, request);
    String sha256 = media.keep(video);
    Creative creative =
        new Creative(
            campaign(actor, campaignId), request.name(), sha256, video.facts(), actor.userId());
    em.persist(creative);
    return creative;
  }
}
