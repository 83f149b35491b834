package org.otklik.recording;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.identity.Actor;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.request.RequestValidator;
import org.otklik.text.PlainText;

/** What is known of viewers, limited to the actor's clients. */
@Stateless
public class ViewerService {
  @PersistenceContext private EntityManager em;
  @Inject private CampaignService campaigns;

  /**
   * Replaces a viewer's code and attributes; figures by attribute follow at once, for they are
   * computed when they are asked for.
   *
   * @throws ProblemException VIEWER_UNKNOWN; VIEWER_EXISTS when another one has the code
   */
  public void describe(Actor actor, UUID campaignId, String code, ViewerRequest request) {
    Campaign campaign = campaigns.campaign(actor, campaignId);
    actor.requireUpload();
    RequestValidator.valid(request);
    Viewer viewer = known(campaign, code);
    if (!viewer.code().equals(request.code())) {
      if (viewer(campaign, request.code()).isPresent()) {
        throw new ProblemException(ProblemCode.VIEWER_EXISTS, request.code());
      }
      viewer.rename(request.code());
    }
    viewer.redescribe(request.segment());
  }

  /**
   * A viewer of the campaign, for those who may change it.
   *
   * @throws ProblemException VIEWER_UNKNOWN; NOT_ALLOWED for readers
   */
  public Viewer viewer(Actor actor, UUID campaignId, String code) {
    Campaign campaign = campaigns.campaign(actor, campaignId);
    actor.requireUpload();
    return known(campaign, code);
  }

  private Viewer known(Campaign campaign, String code) {
    return viewer(campaign, code)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemCode.VIEWER_UNKNOWN, Fields.shortened(String.valueOf(code))));
  }

  /** A database has no place for some characters. */
  private Optional<Viewer> viewer(Campaign campaign, String code) {
    if (!PlainText.isPlain(code)) {
      return Optional.empty();
    }
    return em.createQuery(
            "select v from Viewer v where v.campaign = :campaign and v.code = :code", Viewer.class)
        .setParameter("campaign", campaign)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }
}
