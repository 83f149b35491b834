package org.otklik.demo;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.otklik.access.AccessService;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignKind;
import org.otklik.campaign.CampaignRequest;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.campaign.CreativeRequest;
import org.otklik.identity.Actor;
import org.otklik.identity.Client;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.queue.JobName;
import org.otklik.queue.JobQueue;
import org.otklik.recording.RecordingRequest;
import org.otklik.recording.RecordingService;
import org.otklik.settings.ServerSettings;
import org.otklik.storage.StagedVideo;

/** The demo campaign of a client: results to look at, before there are any of one's own. */
@Stateless
public class DemoService {
  private static final String ASKED_FOR =
      """
      select count(*) from core.job_request
      join core.campaign on campaign.id = job_request.subject_id
      where job_request.job_name = :job and campaign.client_id = :client
          and job_request.state <> 'FAILED' and campaign.deleted_at is null
      """;

  private static final String BEING_FILLED =
      """
      select count(*) from core.job_request
      where job_name = :job and subject_id = :campaign and state in ('QUEUED', 'STARTED')
      """;

  @PersistenceContext private EntityManager em;
  @Inject private AccessService access;
  @Inject private CampaignService campaigns;
  @Inject private RecordingService recordings;
  @Inject private JobQueue queue;
  @Inject private ServerSettings settings;

  /** Whether this server has the demo's videos. */
  public boolean isAvailable() {
    return settings.demoFolder() != null;
  }

  /**
   * Makes the campaign, still empty, and asks for its videos.
   *
   * @throws ProblemException DEMO_EXISTS when the client has one, or is about to
   */
  public Campaign request(Actor actor, String clientCode, String name) {
    actor.requireUpload();
    Client client = access.client(actor, clientCode);
    em.lock(em.find(Client.class, client.id()), LockModeType.PESSIMISTIC_WRITE);
    if (count(ASKED_FOR, "client", client.id()) > 0) {
      throw new ProblemException(ProblemCode.DEMO_EXISTS);
    }
    Campaign campaign =
        campaigns.create(actor, new CampaignRequest(clientCode, name, CampaignKind.AD, true));
    em.flush();
    queue.request(JobName.CREATE_DEMO, campaign.id());
    return campaign;
  }

  /** Whether videos are still to come by themselves. */
  public boolean isBeingFilled(Campaign campaign) {
    return count(BEING_FILLED, "campaign", campaign.id()) > 0;
  }

  private long count(String query, String parameter, long value) {
    Object found =
        em.createNativeQuery(query)
            .setParameter("job", JobName.CREATE_DEMO.id())
            .setParameter(parameter, value)
            .getSingleResult();
    return ((Number) found).longValue();
  }

  /** The campaign's ad, once it is there. */
  public List<UUID> ad(long campaignId) {
    return em.createQuery(
            "select c.publicId from Creative c where c.campaign.id = :campaign", UUID.class)
        .setParameter("campaign", campaignId)
        .getResultList();
  }

  /** Codes of the viewers that the ad has already, after a restart. */
  public Set<String> viewers(UUID ad) {
    return em.createQuery(
            "select r.viewer.code from Recording r where r.creative.publicId = :ad", String.class)
        .setParameter("ad", ad)
        .getResultStream()
        .collect(Collectors.toSet());
  }

  /** Adds the ad, on behalf of who asked for the campaign. */
  public Creative addAd(long campaignId, String name, StagedVideo video) {
    Campaign campaign = em.find(Campaign.class, campaignId);
    return campaigns.addCreative(
        asker(campaign), campaign.publicId(), new CreativeRequest(name), video);
  }

  /** Adds a viewer, whose analysis begins. */
  public void addViewer(long campaignId, UUID ad, RecordingRequest said, StagedVideo video) {
    recordings.add(asker(em.find(Campaign.class, campaignId)), ad, said, video);
  }

  /** With the rights of this moment. */
  private Actor asker(Campaign campaign) {
    return access
        .actor(campaign.createdBy())
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_ALLOWED));
  }
}
