package org.otklik.web.creative;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.otklik.analysis.AnalysisService;
import org.otklik.analysis.ResultService;
import org.otklik.analysis.ViewingView;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.emotion.Emotion;
import org.otklik.problem.ProblemCode;
import org.otklik.report.Report;
import org.otklik.report.ReportFormat;
import org.otklik.report.ReportOrder;
import org.otklik.report.ReportService;
import org.otklik.timeline.CreativeSecond;
import org.otklik.timeline.EmotionPeak;
import org.otklik.timeline.Moment;
import org.otklik.web.access.CurrentActor;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.portal.PageProblems;
import org.primefaces.PrimeFaces;

/** {@code creative.xhtml}: what a creative's viewers showed, its recordings and its reports. */
@Named
@ViewScoped
public class CreativePage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int STRIP_PICTURES = 12;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Inject private CampaignService campaigns;
  @Inject private ResultService results;
  @Inject private AnalysisService analysis;
  @Inject private ReportService reports;
  @Inject private CreativeViews views;
  @Inject private CurrentActor me;
  @Inject private PageProblems problems;

  private String id;

  /** What the results on the page were made from. */
  private List<Object> shown;

  // Read anew for every request, at most once.
  private transient Creative creative;
  private transient CreativeView view;
  private transient List<ViewingView> viewings;
  private transient List<CreativeSecond> curve;
  private transient List<Report> made;
  private transient Map<Integer, String> pictures;

  /** Refuses unknown creatives before anything is shown. */
  public void open() {
    shown = state();
  }

  /** Asked every other second while something runs; the results are sent only when they changed. */
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
        getView().recordings().all() == 0,
        pictures().size());
  }

  public void makeReport(String language) {
    forget();
    problems.told(
        () ->
            reports.request(
                me.get(),
                new ReportOrder(
                    reports.aboutCreative(me.get(), uuid()),
                    ReportFormat.PDF,
                    Locale.forLanguageTag(language),
                    ZoneId.systemDefault())));
  }

  /** What has failed may be tried once more. */
  public void analyseAgain(UUID recordingId) {
    forget();
    problems.told(() -> analysis.requestAgain(me.get(), recordingId));
  }

  /** Whether anything on the page may still change by itself. */
  public boolean isBusy() {
    boolean analysing = getView().recordings().all() > 0 && !getView().settled();
    boolean reporting = getReports().stream().anyMatch(report -> !report.state().isEnded());
    return analysing || reporting || isAwaitingPictures();
  }

  /** They follow the summary within seconds; if they do not, they will not come. */
  private boolean isAwaitingPictures() {
    Instant summarised = getView().summarisedAt();
    return summarised != null
        && pictures().size() < creative().durationSeconds()
        && summarised.isAfter(Instant.now().minus(PATIENCE));
  }

  public Campaign getCampaign() {
    return creative().campaign();
  }

  public CreativeView getView() {
    if (view == null) {
      view = views.of(me.get(), creative(), getViewings());
    }
    return view;
  }

  public List<ViewingView> getViewings() {
    if (viewings == null) {
      viewings = results.viewings(me.get(), uuid());
    }
    return viewings;
  }

  public List<Report> getReports() {
    if (made == null) {
      made = reports.reports(me.get(), uuid());
    }
    return made;
  }

  public List<CreativeSecond> getCurve() {
    if (curve == null) {
      curve = results.curve(me.get(), uuid());
    }
    return curve;
  }

  public List<Moment> getMoments() {
    return results.moments(me.get(), uuid());
  }

  public List<EmotionCard> getEmotions() {
    Map<Emotion, List<EmotionPeak>> peaks = results.peaks(me.get(), uuid());
    return Arrays.stream(Emotion.values())
        .map(emotion -> new EmotionCard(emotion, mean(emotion), peaks.get(emotion)))
        .toList();
  }

  private Double mean(Emotion emotion) {
    double viewers = getCurve().stream().mapToInt(CreativeSecond::n).sum();
    return viewers == 0
        ? null
        : getCurve().stream()
                .filter(second -> second.n() > 0)
                .mapToDouble(second -> second.n() * second.meanScores().probability(emotion))
                .sum()
            / viewers;
  }

  /** Seconds whose pictures stand under the curve, evenly spread; empty while there are none. */
  public List<Integer> getStrip() {
    int seconds = creative().durationSeconds();
    int count = Math.min(STRIP_PICTURES, seconds);
    return IntStream.range(0, count)
        .map(i -> (int) ((i + 0.5) * seconds / count))
        .filter(this::hasPicture)
        .boxed()
        .toList();
  }

  public boolean hasPicture(int second) {
    return pictures().containsKey(second);
  }

  private Map<Integer, String> pictures() {
    if (pictures == null) {
      pictures = results.pictures(me.get(), uuid());
    }
    return pictures;
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
    viewings = null;
    curve = null;
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
