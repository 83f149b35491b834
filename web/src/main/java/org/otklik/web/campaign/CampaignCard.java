package org.otklik.web.campaign;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.campaign.Campaign;
import org.otklik.overview.CampaignListing;
import org.otklik.overview.CampaignOverview;
import org.otklik.overview.CampaignState;
import org.otklik.web.portal.PreviewChart;

/** A campaign as the list shows it. */
public record CampaignCard(CampaignListing.Entry entry) {

  public CampaignOverview overview() {
    return entry.overview();
  }

  public Campaign campaign() {
    return overview().campaign();
  }

  public CampaignState state() {
    return overview().state();
  }

  /** Another one as soon as the card would look otherwise. */
  String fingerprint() {
    CampaignOverview now = overview();
    return Stream.of(
            campaign().publicId(),
            campaign().name(),
            now.state(),
            now.creatives(),
            now.recordings(),
            now.unfinished(),
            now.contacts(),
            now.viewers(),
            now.eei(),
            now.emoNps())
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  /** Null while it has no creative. */
  public PreviewChart glance() {
    return entry.preview() == null ? null : new PreviewChart(entry.preview());
  }
}
