package org.otklik.web.report;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.otklik.branding.BrandingService;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.problem.ProblemCode;
import org.otklik.report.Report;
import org.otklik.report.ReportService;
import org.otklik.report.link.NewReportLink;
import org.otklik.report.link.ReportLink;
import org.otklik.report.link.ReportLinkService;
import org.otklik.report.request.ReportOrder;
import org.otklik.share.LinkRequest;
import org.otklik.web.portal.FormProblems;
import org.otklik.web.portal.Language;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.portal.PortalAddress;
import org.otklik.web.portal.Wording;
import org.otklik.web.report.SubjectForm.GroupForm;
import org.otklik.web.session.CurrentActor;
import org.otklik.web.share.LinkDays;
import org.primefaces.PrimeFaces;

/** {@code reports.xhtml}: the reports of a campaign, made, followed, fetched and shared. */
@Named
@ViewScoped
public class ReportsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PAGE = 50;

  @Inject private CampaignService campaigns;
  @Inject private ReportService reports;
  @Inject private ReportLinkService links;
  @Inject private BrandingService brandings;
  @Inject private LinkDays linkDays;
  @Inject private PortalAddress addresses;
  @Inject private Language language;
  @Inject private Wording wording;
  @Inject private CurrentActor me;
  @Inject private FormProblems problems;

  private String campaignId;
  private String creativeId;
  private final ReportForm form = new ReportForm();
  private int most = PAGE;

  /** What the list on the page was made from. */
  private String shown;

  private UUID shared;
  private int days = 7;
  private String address;

  // Read anew for every request, at most once.
  private transient Campaign campaign;
  private transient List<ReportCard> cards;

  /** Refuses unknown campaigns before anything is shown. */
  public void open() {
    shown = state();
    wording.speakOfCalls(getCampaign().isOfCalls());
    form.setLanguage(language.getTag());
    if (me.getZone() != null) {
      form.setTimeZone(me.getZone());
    }
    form.setChapters(new ChapterForm(brandings.ofReports(getCampaign().client()).chapters()));
    prefillComparison(FacesContext.getCurrentInstance().getExternalContext());
    if (creativeId != null) {
      form.getSubject().about(creativeId);
    }
  }

  /** From a page that compares two groups one comes with both of them in the address. */
  private void prefillComparison(ExternalContext address) {
    Map<String, String> one = address.getRequestParameterMap();
    Map<String, String[]> all = address.getRequestParameterValuesMap();
    if (one.containsKey("second")) {
      form.getSubject()
          .comparing(
              GroupForm.of(one.get("first"), all.get("firstSegment"), false),
              GroupForm.of(
                  one.get("second"),
                  all.get("secondSegment"),
                  Boolean.parseBoolean(one.get("secondRest"))));
    }
  }

  /** Something in the campaign has changed; the list is sent only when it did. */
  public void refresh() {
    cards = null;
    if (!state().equals(shown)) {
      shown = state();
      PrimeFaces.current().ajax().update("state");
    }
  }

  private String state() {
    return getCards().stream()
        .map(card -> card.report().publicId() + " " + card.report().state())
        .collect(Collectors.joining(","));
  }

  public void make() {
    act(
        () -> {
          reports.request(me.get(), uuid(), form.request());
          if (form.isRemembered()) {
            brandings.setChapters(me.get(), getCampaign().client(), form.getChapters().chosen());
            form.setRemembered(false);
          }
        });
  }

  /** Asks for what failed once more; the failure stays in the list. */
  public void again(UUID reportId) {
    act(
        () -> {
          Report failed = reports.report(me.get(), reportId);
          reports.request(
              me.get(),
              new ReportOrder(
                  failed.subject(),
                  failed.format(),
                  failed.locale(),
                  failed.zone(),
                  failed.chapters().orElse(null)));
        });
  }

  public void remove(UUID reportId) {
    act(() -> reports.remove(me.get(), reportId));
  }

  /** Begins to share a report: asks for how long. */
  public void share(UUID reportId) {
    shared = null;
    address = null;
    act(() -> shared = reports.report(me.get(), reportId).publicId());
    tellWhetherShared(shared != null);
  }

  /** A report may be gone by now: the page opens no dialog about it. */
  private static void tellWhetherShared(boolean isShared) {
    PrimeFaces.current().ajax().addCallbackParam("shared", isShared);
  }

  /** Makes the link; its address is shown until the dialog is closed, and never again. */
  public void link() {
    act(
        () -> {
          NewReportLink made = links.create(me.get(), shared, new LinkRequest(days));
          address = addresses.of("/shared/" + made.token());
        });
    tellWhetherShared(address != null);
  }

  public void revoke(UUID reportId, UUID linkId) {
    act(() -> links.revoke(me.get(), reportId, linkId));
  }

  private void act(Runnable act) {
    problems.told("reports.field", act);
    cards = null;
    shown = state();
  }

  public void showMore() {
    most += PAGE;
    cards = null;
  }

  public boolean isMore() {
    return getCards().size() == most;
  }

  /** Whether anything on the page may still change by itself. */
  public boolean isBusy() {
    return getCards().stream().anyMatch(card -> !card.report().state().isEnded());
  }

  public List<ReportCard> getCards() {
    if (cards == null) {
      Map<Long, List<ReportLink>> byReport =
          links.ofCampaign(me.get(), uuid()).stream()
              .collect(Collectors.groupingBy(link -> link.report().id()));
      cards =
          reports.archive(me.get(), uuid(), most).stream()
              .map(one -> new ReportCard(one, byReport.getOrDefault(one.report().id(), List.of())))
              .toList();
    }
    return cards;
  }

  /** In words of {@code link-state.…}. */
  public Enum<?> linkState(ReportLink link) {
    return link.term().state(Instant.now());
  }

  /** After how many days a link may expire. */
  public List<Integer> getDayChoices() {
    return linkDays.days();
  }

  public Campaign getCampaign() {
    if (campaign == null) {
      campaign = campaigns.campaign(me.get(), uuid());
    }
    return campaign;
  }

  private UUID uuid() {
    return PageAddress.id(campaignId, ProblemCode.CAMPAIGN_UNKNOWN);
  }

  public ReportForm getForm() {
    return form;
  }

  /** Of the link just made; null before. */
  public String getAddress() {
    return address;
  }

  public int getDays() {
    return days;
  }

  public void setDays(int days) {
    this.days = days;
  }

  public String getCampaignId() {
    return campaignId;
  }

  public void setCampaignId(String campaignId) {
    this.campaignId = campaignId;
  }

  public String getCreativeId() {
    return creativeId;
  }

  public void setCreativeId(String creativeId) {
    this.creativeId = creativeId;
  }
}
