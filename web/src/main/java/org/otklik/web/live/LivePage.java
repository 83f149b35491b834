package org.otklik.web.live;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.otklik.live.CampaignSnapshotService;

/**
 * When a page that listens ({@code live.xhtml}) was made: what changed between that and the first
 * it hears would else be missed.
 */
@Named
@RequestScoped
public class LivePage {
  @Inject private CampaignSnapshotService pulses;
  private String seen = "";

  /** Called before the page reads anything. */
  public void begin() {
    seen = pulses.stir().newest();
  }

  /** What was newest then. Jobs that ran change things without making new ones: rows tell them. */
  public String getSeen() {
    return seen;
  }
}
