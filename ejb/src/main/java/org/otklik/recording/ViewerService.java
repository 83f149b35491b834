package org.otklik.recording;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import org.otklik.campaign.CampaignService;
import org.otklik.identity.Actor;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.request.RequestValidator;

/** What is known of viewers, limited to the actor's clients. */
@Stateless
public class ViewerService {
  @PersistenceContext private EntityManager em;
  @Inject private CampaignService campaigns;

  /**
   * Replaces a viewer's attributes; figures by attribute follow at once, for they are computed when
   * they are asked for.
   *
   * @throws ProblemException VIEWER_UNKNOWN
   */
  public void describe(Actor actor, UUID campaignId, ViewerRequest request) {
    actor.requireUpload();
    RequestValidator.valid(request);
    em.createQuery(
            "select v from Viewer v where v.campaign = :campaign and v.code = :code", Viewer.class)
        .setParameter("campaign", campaigns.campaign(actor, campaignId))
        .setParameter("code", request.viewer())
        .getResultStream()
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemCode.VIEWER_UNKNOWN, Fields.shortened(String.valueOf(request.viewer()))))
        .redescribe(request.segment());
  }
}
