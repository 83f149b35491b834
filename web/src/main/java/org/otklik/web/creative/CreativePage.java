package org.otklik.web.creative;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.otklik.analysis.AnalysisService;
import org.otklik.analysis.SummaryService;
import org.otklik.analysis.comparison.CreativeNorms;
import org.otklik.analysis.comparison.NormService;
import org.otklik.analysis.result.CurveService;
import org.otklik.analysis.result.ResultService;
import org.otklik.analysis.viewing.ViewingFilter;
import org.otklik.analysis.viewing.ViewingListService;
import org.otklik.analysis.viewing.ViewingListing;
import org.otklik.analysis.viewing.ViewingPosition;
import org.otklik.analysis.viewing.ViewingView;
import org.otklik.campaign.BinService;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.campaign.NameRequest;
import org.otklik.problem.ProblemCode;
import org.otklik.report.Report;
import org.otklik.report.ReportService;
import org.otklik.report.request.CreativeReportRequest;
import org.otklik.report.request.ReportFormat;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.portal.PageProblems;
import org.otklik.web.portal.PageRedirect;
import org.otklik.web.portal.Wording;
import org.otklik.web.session.CurrentActor;
import org.primefaces.PrimeFaces;

/** {@code creative.xhtml}: what a creative's viewers showed, its recordings and its reports. */
@Named
@ViewScoped
public class CreativePage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PAGE_SIZE = 50;

  @Inject private CampaignService campaigns;
  @Inject private BinService bin;
  @Inject private ResultService results;
  @Inject private ViewingListService viewings;
  @Inject private CurveService curves;
  @Inject private NormService norms;
  @Inject private AnalysisService analysis;
  @Inject private SummaryService summaries;
  @Inject private ReportService reports;
  @Inject private CreativeViews views;
  @Inject private Wording wording;
  @Inject private CurrentActor me;
  @Inject private PageProblems problems;

  private String id;

  private String newName;

  /** Of the recordings, from 0. */
  private int page;

  /** What the results on the page were made from. */
  private List<Object> shown;

  // Read anew for every request, at most once.
  private transient Creative creative;
  private transient CreativeView view;
  private transient ViewingListing listing;
  private transient List<Report> made;
  private transient Map<Integer, String> pictures;
  private transient CreativeNorms ranks;

  /** Refuses unknown creatives before anything is shown. */
  public void open() {
    shown = state();
    wording.speakOfCalls(getCampaign().isOfCalls());
  }

  /** Something in the campaign has changed; the results are sent only when they did. */
  public void refresh() {
    forget();
    if (!state().equals(shown)) {
      open();
      PrimeFaces.current().ajax().update("results");
    }
  }

  private List<Object> state() {
    return List.of(
        Objects.toString(getView().summarisedAt()),
        getView().settled(),
        getView().recordings().unfinished() > 0 || getView().summarisedAt() == null
            ? getView().recordings()
            : "",
        pictures().size());
  }

  /** Whether its curve may be that of voices. */
  public boolean isVoiced() {
    return getCreative().campaign().isVoiceAnalysed();
  }

  public void makeReport(String language) {
    forget();
    problems.told(
        () ->
            reports.request(
                me.get(),
                uuid(),
                new CreativeReportRequest(language, ReportFormat.PDF, null, null)));
  }

  public String getNewName() {
    return newName == null ? getView().name() : newName;
  }

  public void setNewName(String newName) {
    this.newName = newName;
  }

  public void rename() {
    forget();
    if (problems.told(() -> campaigns.renameCreative(me.get(), uuid(), new NameRequest(newName)))) {
      PageRedirect.to("/creative.xhtml?id=" + uuid());
    }
  }

  /** Moves the creative to the bin, and leads there. */
  public void delete() {
    if (problems.told(() -> bin.deleteCreative(me.get(), uuid()))) {
      PageRedirect.to("/bin.xhtml?moved=" + uuid());
    }
  }

  /** What has failed may be tried once more. */
  public void analyseAgain(UUID recordingId) {
    forget();
    problems.told(() -> analysis.requestAgain(me.get(), recordingId));
  }

  /** What could not be calculated may be tried once more. */
  public void recalculate() {
    forget();
    problems.told(() -> summaries.requestAgain(me.get(), uuid()));
    open();
  }

  public Campaign getCampaign() {
    return creative().campaign();
  }

  public CreativeView getView() {
    if (view == null) {
      view = views.of(creative());
    }
    return view;
  }

  /** The page of recordings that is shown. */
  public List<ViewingView> getViewings() {
    return listing().entries().stream().map(ViewingListing.Entry::viewing).toList();
  }

  public int getPages() {
    return listing().pages(PAGE_SIZE);
  }

  /** From 1. */
  public int getPageNumber() {
    return listing().page() + 1;
  }

  public void turn(int pages) {
    page = Math.max(0, page + pages);
    listing = null;
  }

  private ViewingListing listing() {
    if (listing == null) {
      listing =
          viewings.list(
              me.get(),
              getCampaign().publicId(),
              ViewingFilter.all(uuid()),
              ViewingPosition.page(page, PAGE_SIZE));
      page = listing.page();
    }
    return listing;
  }

  public List<Report> getReports() {
    if (made == null) {
      made = reports.reports(me.get(), uuid());
    }
    return made;
  }

  /** The groups that viewers may be narrowed to, as JSON for the scripts. */
  public String getSegments() {
    return SegmentSizeView.json(curves.segments(me.get(), uuid()));
  }

  public CreativeNorms getNorms() {
    if (ranks == null) {
      ranks = norms.norms(me.get(), uuid());
    }
    return ranks;
  }

  /** Seconds that there are pictures of, with commas between them. */
  public String getPictures() {
    return pictures().keySet().stream()
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(","));
  }

  private Map<Integer, String> pictures() {
    if (pictures == null) {
      pictures = results.pictures(me.get(), uuid());
    }
    return pictures;
  }

  public Creative getCreative() {
    return creative();
  }

  private Creative creative() {
    if (creative == null) {
      creative = campaigns.creative(me.get(), uuid());
    }
    return creative;
  }

  private UUID uuid() {
    return PageAddress.id(id, ProblemCode.CREATIVE_UNKNOWN);
  }

  private void forget() {
    creative = null;
    view = null;
    listing = null;
    ranks = null;
    made = null;
    pictures = null;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
