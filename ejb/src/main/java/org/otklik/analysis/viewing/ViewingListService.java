package org.otklik.analysis.viewing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.campaign.CampaignService;
import org.otklik.identity.Actor;

/** The recordings of a campaign, one page at a time, or all of them as a table. */
@Stateless
public class ViewingListService {
  @Inject private CampaignService campaigns;
  @Inject private ViewingSearch search;
  @Inject private ViewingViewStore viewings;
  @Inject private AuditService audit;

  public ViewingListing list(
      Actor actor, UUID campaignId, ViewingFilter filter, ViewingPosition position) {
    List<ViewingSearch.Placed> placed =
        search.page(campaigns.campaign(actor, campaignId).id(), filter, position);
    if (placed.isEmpty()) {
      return new ViewingListing(List.of(), 0, 0);
    }
    return new ViewingListing(
        viewings.entries(
            placed.stream().map(ViewingSearch.Placed::recordingId).toArray(Long[]::new)),
        placed.get(0).found(),
        placed.get(0).place() / position.pageSize());
  }

  /** The page's recordings, which the actor takes away. */
  public List<ViewingListing.Entry> export(
      Actor actor, UUID campaignId, ViewingFilter filter, ViewingPosition position) {
    List<ViewingListing.Entry> entries = list(actor, campaignId, filter, position).entries();
    audit.done(actor, AuditKind.EXPORTED, AuditSubject.of(AuditSubject.Kind.CAMPAIGN, campaignId));
    return entries;
  }
}
