package org.otklik.web.campaign;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.otklik.analysis.comparison.SegmentScore;
import org.otklik.analysis.comparison.SegmentService;
import org.otklik.analysis.viewing.ViewingListService;
import org.otklik.analysis.viewing.ViewingListing;
import org.otklik.campaign.BinService;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.NameRequest;
import org.otklik.demo.DemoService;
import org.otklik.overview.CampaignListService;
import org.otklik.overview.CreativePreview;
import org.otklik.problem.ProblemCode;
import org.otklik.web.creative.CreativeView;
import org.otklik.web.creative.ViewingCells;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.portal.PageProblems;
import org.otklik.web.portal.PageRedirect;
import org.otklik.web.portal.PreviewChart;
import org.otklik.web.portal.Wording;
import org.otklik.web.session.CurrentActor;

/** {@code campaign.xhtml}: a campaign's figures, creatives, recordings and segments. */
@Named
@ViewScoped
public class CampaignPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CampaignService campaigns;
  @Inject private BinService bin;
  @Inject private CampaignResults results;
  @Inject private ViewingListService viewings;
  @Inject private CampaignListService lists;
  @Inject private SegmentService segmentScores;
  @Inject private DemoService demo;
  @Inject private ViewingCells cells;
  @Inject private Wording wording;
  @Inject private CurrentActor me;
  @Inject private PageProblems problems;

  private String id;
  private String newName;
  private final ViewingQuery wishes = new ViewingQuery();

  // Read anew for every request, at most once.
  private transient Campaign campaign;
  private transient CampaignResultView result;
  private transient Map<UUID, CreativePreview> previews;
  private transient ViewingListing listing;
  private transient List<Object> listed;
  private transient List<ViewingRow> rows;
  private transient List<SegmentScore> segments;

  /** Refuses unknown campaigns before anything is shown. */
  public void open() {
    getResult();
    wording.speakOfCalls(getCampaign().isOfCalls());
  }

  /** Something has changed: all is read anew. */
  public void refresh() {
    campaign = null;
    result = null;
    previews = null;
    listing = null;
    rows = null;
    segments = null;
  }

  public CampaignResultView getResult() {
    if (result == null) {
      result = results.of(me.get(), uuid());
    }
    return result;
  }

  public Campaign getCampaign() {
    if (campaign == null) {
      campaign = campaigns.campaign(me.get(), uuid());
    }
    return campaign;
  }

  public String getNewName() {
    return newName == null ? getCampaign().name() : newName;
  }

  public void setNewName(String newName) {
    this.newName = newName;
  }

  public void rename() {
    if (problems.told(() -> campaigns.rename(me.get(), uuid(), new NameRequest(newName)))) {
      PageRedirect.to("/campaign.xhtml?id=" + uuid());
    }
  }

  /** Moves the campaign to the bin, and leads there. */
  public void delete() {
    if (problems.told(() -> bin.deleteCampaign(me.get(), uuid()))) {
      PageRedirect.to("/bin.xhtml?moved=" + uuid());
    }
  }

  /** Whether videos of the demo are still to come by themselves. */
  public boolean isBeingFilled() {
    return getCampaign().isSynthetic() && demo.isBeingFilled(getCampaign());
  }

  /** The emotion models that the figures come from, by name. */
  public String getUsedModels() {
    return String.join(", ", getResult().models().used());
  }

  public PreviewChart glance(CreativeView creative) {
    if (previews == null) {
      previews = lists.previews(me.get(), uuid());
    }
    CreativePreview preview = previews.get(creative.id());
    return preview == null ? null : new PreviewChart(preview);
  }

  public ViewingQuery getWishes() {
    return wishes;
  }

  /** Whether there is any recording, whichever are shown. */
  public boolean isRecorded() {
    return getResult().creatives().stream().anyMatch(one -> one.recordings().all() > 0);
  }

  /** Whether recordings are to be told apart by their ad. */
  public boolean isSeveralAds() {
    return getResult().creatives().size() > 1;
  }

  /** The page of recordings that is shown. */
  public List<ViewingRow> getRows() {
    ViewingListing page = listing();
    if (rows == null) {
      double limit = getCampaign().metricSettings().trace().coverageLimit();
      Map<UUID, CreativeView> creatives =
          getResult().creatives().stream()
              .collect(Collectors.toMap(CreativeView::id, Function.identity()));
      rows =
          page.entries().stream()
              .map(
                  entry ->
                      new ViewingRow(
                          creatives.get(entry.creativeId()),
                          entry.viewing(),
                          cells.grade(entry.viewing(), limit)))
              .toList();
    }
    return rows;
  }

  /** How many recordings pass, on all pages. */
  public int getFound() {
    return listing().found();
  }

  public int getPages() {
    return ViewingQuery.pages(listing());
  }

  /** Of all creatives. */
  public int getRecordings() {
    return getResult().creatives().stream().mapToInt(one -> one.recordings().all()).sum();
  }

  /** Viewers with an included viewing of any creative. */
  public int getViewers() {
    return getResult().emoNps() == null ? 0 : getResult().emoNps().viewers();
  }

  /** Whether there are enough viewers for figures over all of them to be shown. */
  public boolean isEnough() {
    return getViewers() >= getCampaign().leastGroupSize();
  }

  /** Of all recordings, whichever are shown. */
  public int getUnfinished() {
    return getResult().creatives().stream().mapToInt(one -> one.recordings().unfinished()).sum();
  }

  /** Attributes that viewers have, to choose from. */
  public List<String> getAttributes() {
    return getSegments().stream().map(SegmentScore::attribute).distinct().toList();
  }

  private ViewingListing listing() {
    List<Object> wished = List.of(wishes.filter(), wishes.position());
    if (listing == null || !wished.equals(listed)) {
      listing = viewings.list(me.get(), uuid(), wishes.filter(), wishes.position());
      rows = null;
      wishes.shown(listing);
      listed = List.of(wishes.filter(), wishes.position());
    }
    return listing;
  }

  public void turn(int by) {
    wishes.turn(by);
  }

  /** Figures by attribute and value; of groups too small only how many there are. */
  public List<SegmentScore> getSegments() {
    if (segments == null) {
      segments = segmentScores.ofCampaign(me.get(), uuid());
    }
    return segments;
  }

  public UUID uuid() {
    return PageAddress.id(id, ProblemCode.CAMPAIGN_UNKNOWN);
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
