package org.otklik.web.campaign;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.otklik.access.AccessService;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignKind;
import org.otklik.campaign.CampaignRequest;
import org.otklik.campaign.CampaignService;
import org.otklik.demo.DemoService;
import org.otklik.overview.CampaignListService;
import org.otklik.overview.CampaignListing;
import org.otklik.problem.ProblemCode;
import org.otklik.web.portal.FormProblems;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.portal.Wording;
import org.otklik.web.session.CurrentActor;
import org.otklik.web.user.ClientView;
import org.primefaces.PrimeFaces;

/** {@code index.xhtml}: the campaigns, found and sorted, and a new one. */
@Named
@ViewScoped
public class CampaignsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Before the names of its fields. */
  private static final String FORM = "campaign";

  @Inject private CampaignService campaigns;
  @Inject private CampaignListService lists;
  @Inject private AccessService access;
  @Inject private CurrentActor me;
  @Inject private FormProblems problems;
  @Inject private DemoService demo;
  @Inject private Wording words;

  private final CampaignQuery wishes = new CampaignQuery();
  private transient CampaignListing listing;
  private transient List<CampaignCard> cards;
  private transient List<ClientView> clients;
  private transient Campaign moved;
  private String client;
  private String name;
  private CampaignKind kind = CampaignKind.AD;
  private boolean synthetic;

  /** What the list on the page was made from. */
  private String shown;

  /** What the address asks for. */
  public CampaignQuery getWishes() {
    return wishes;
  }

  public List<CampaignCard> getCards() {
    if (cards == null) {
      cards = listing().entries().stream().map(CampaignCard::new).toList();
    }
    return cards;
  }

  /** Asked again and again: the list is sent anew where something in it is another one. */
  public void refresh() {
    listing = null;
    cards = null;
    if (!state().equals(shown)) {
      shown = state();
      PrimeFaces.current().ajax().update("cards");
    }
  }

  /** When the page is opened. */
  public void look() {
    shown = state();
  }

  private String state() {
    return getCards().stream()
        .map(CampaignCard::fingerprint)
        .collect(Collectors.joining("\n", getFound() + "\n", ""));
  }

  private CampaignListing listing() {
    if (listing == null) {
      listing = lists.list(me.get(), wishes.filter());
    }
    return listing;
  }

  /** How many there are on all pages. */
  public int getFound() {
    return listing().found();
  }

  public int getPages() {
    return Math.max(1, (getFound() + CampaignQuery.PAGE_SIZE - 1) / CampaignQuery.PAGE_SIZE);
  }

  /** From 1; the last one where the address asks for one beyond it. */
  public int getShownPage() {
    return Math.min(wishes.pageNumber(), getPages());
  }

  /**
   * Puts a campaign away, or takes it back. The buttons name it, because the list may have changed
   * since it was shown.
   */
  public void putAway() {
    String archive = parameter("archive");
    String unarchive = parameter("unarchive");
    if (archive != null || unarchive != null) {
      String id = archive != null ? archive : unarchive;
      problems.told(
          FORM,
          () ->
              moved =
                  campaigns.putAway(
                      me.get(), PageAddress.id(id, ProblemCode.CAMPAIGN_UNKNOWN), archive != null));
    }
  }

  private static String parameter(String name) {
    return FacesContext.getCurrentInstance()
        .getExternalContext()
        .getRequestParameterMap()
        .get(name);
  }

  /** The campaign that this request has put away or taken back, to be undone; null without one. */
  public Campaign getMoved() {
    return moved;
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
        FORM,
        () -> {
          Campaign campaign =
              campaigns.create(me.get(), new CampaignRequest(client, name, kind, synthetic));
          open("/campaign.xhtml?id=" + campaign.publicId());
        });
  }

  /** Whether this server has the demo's videos. */
  public boolean isDemoAvailable() {
    return demo.isAvailable();
  }

  /** Leads to the demo campaign of the first client, which fills by itself. */
  public void loadDemo() {
    problems.told(
        FORM,
        () -> {
          String owner = getClients().get(0).code();
          Campaign campaign = demo.request(me.get(), owner, words.of("demo.campaign"));
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

  /** Guests who enter and leave come by the API. */
  public List<CampaignKind> getNewKinds() {
    return List.of(CampaignKind.AD, CampaignKind.CALLS);
  }

  public CampaignKind getKind() {
    return kind;
  }

  public void setKind(CampaignKind kind) {
    this.kind = kind;
  }

  public boolean isSynthetic() {
    return synthetic;
  }

  public void setSynthetic(boolean synthetic) {
    this.synthetic = synthetic;
  }
}
