package org.otklik.web.campaign;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.otklik.access.AccessService;
import org.otklik.analysis.ResultService;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignKind;
import org.otklik.campaign.CampaignService;
import org.otklik.web.access.ClientView;
import org.otklik.web.access.CurrentActor;
import org.otklik.web.portal.PageProblems;

/** {@code index.xhtml}: the campaigns, and a new one. */
@Named
@ViewScoped
public class CampaignsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CampaignService campaigns;
  @Inject private ResultService results;
  @Inject private AccessService access;
  @Inject private CurrentActor me;
  @Inject private PageProblems problems;

  private transient List<CampaignCard> cards;
  private transient List<ClientView> clients;
  private String client;
  private String name;
  private boolean synthetic;

  public List<CampaignCard> getCards() {
    if (cards == null) {
      cards = results.overviews(me.get()).stream().map(CampaignCard::new).toList();
    }
    return cards;
  }

  public List<ClientView> getClients() {
    if (clients == null) {
      clients = access.clients(me.get()).stream().map(ClientView::of).toList();
    }
    return clients;
  }

  /** Leads to the new campaign. */
  public void create() {
    problems.told(
        () -> {
          Campaign campaign = campaigns.create(me.get(), client, name, CampaignKind.AD, synthetic);
          open("/campaign.xhtml?id=" + campaign.publicId());
        });
  }

  private static void open(String address) {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    try {
      external.redirect(external.getRequestContextPath() + address);
    } catch (IOException e) {
      throw new IllegalStateException("The browser has gone.", e);
    }
  }

  public String getClient() {
    return client;
  }

  public void setClient(String client) {
    this.client = client;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public boolean isSynthetic() {
    return synthetic;
  }

  public void setSynthetic(boolean synthetic) {
    this.synthetic = synthetic;
  }
}
