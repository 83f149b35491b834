package org.otklik.web.trailer;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.problem.ProblemCode;
import org.otklik.trailer.ScoredShot;
import org.otklik.trailer.SecondScore;
import org.otklik.trailer.Shot;
import org.otklik.trailer.TrailerMeasure;
import org.otklik.trailer.cut.FaceDelay;
import org.otklik.trailer.cut.HiddenStretch;
import org.otklik.trailer.cut.ShotRequest;
import org.otklik.trailer.cut.Trailer;
import org.otklik.trailer.cut.TrailerPlan;
import org.otklik.trailer.cut.TrailerService;
import org.otklik.trailer.cut.TrailerSwapRequest;
import org.otklik.trailer.exchange.ExchangeFormat;
import org.otklik.web.portal.FormProblems;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.portal.PageRedirect;
import org.otklik.web.portal.Wording;
import org.otklik.web.session.CurrentActor;

/** {@code trailer.xhtml}: the trailers of a creative, and the one that is being cut. */
@Named
@ViewScoped
public class TrailerPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String FORM = "trailer.field";

  /** Of a shot that is added by hand. */
  private static final int NEW_SHOT_MS = 2_000;

  @Inject private CampaignService campaigns;
  @Inject private TrailerService trailers;
  @Inject private CurrentActor me;
  @Inject private FormProblems problems;
  @Inject private Wording wording;

  private String creativeId;
  private String trailerId;
  private TrailerForm form;
  private final ShotHistory history = new ShotHistory();

  /** Stretches that were swapped for others, so that the next swap brings something new. */
  private final ArrayList<int[]> refused = new ArrayList<>();

  private String scores;
  private String estimate;
  private boolean outstanding;
  private Double pValue;
  private Double chanceLevel;
  private FaceDelay delay;

  // Read anew for every request, at most once.
  private transient Creative creative;
  private transient List<Trailer> all;

  /**
   * Refuses unknown creatives and trailers before anything is shown; a new one is chosen at once.
   */
  public void open() {
    if (trailerId == null) {
      form =
          TrailerForm.ofNew(
              wording.of("trailer.of", getCreative().name()), getCreative().durationSeconds());
      choose();
      history.begin(form.getShots());
      return;
    }
    Trailer trailer = trailers.trailer(me.get(), trailerUuid());
    creativeId = trailer.creative().publicId().toString();
    form = TrailerForm.of(trailer);
    score();
    history.begin(form.getShots());
  }

  /** Chooses all but the locked shots anew. */
  public void choose() {
    problems.told(
        FORM,
        () -> {
          List<ShotRequest> locked =
              form.shotRequests().stream().filter(ShotRequest::isLocked).toList();
          TrailerPlan plan = trailers.plan(me.get(), uuid(), form.settings(), locked);
          List<Shot> kept =
              locked.stream().map(one -> new Shot(one.beginMs(), one.endMs())).toList();
          form.getShots().clear();
          for (ScoredShot shot : plan.shots()) {
            ShotForm row = ShotForm.of(shot, kept.contains(shot.shot()));
            row.judge(shot, plan.borders());
            form.getShots().add(row);
          }
          refused.clear();
          show(plan);
        });
  }

  /** Says what speaks for the shots as they are now. */
  public void score() {
    problems.told(
        FORM,
        () -> {
          judge(trailers.score(me.get(), uuid(), form.settings(), form.shotRequests()));
        });
  }

  /** Takes the best other shot instead; pressed again, the next best. */
  public void swapShot(int place) {
    problems.told(
        FORM,
        () -> {
          ShotRequest old = form.getShots().get(place).request();
          TrailerPlan plan =
              trailers.swap(
                  me.get(),
                  uuid(),
                  new TrailerSwapRequest(
                      form.settings(),
                      form.shotRequests(),
                      place,
                      refused.stream().map(one -> new HiddenStretch(one[0], one[1])).toList()));
          refused.add(new int[] {old.beginMs(), old.endMs()});
          form.getShots().set(place, ShotForm.of(plan.shots().get(place), old.isLocked()));
          judge(plan);
        });
  }

  /** The shots as they were before the last change. */
  public void undo() {
    if (!history.isEmpty()) {
      form.getShots().clear();
      form.getShots().addAll(history.undo());
      refused.clear();
      score();
    }
  }

  public boolean isUndoable() {
    return !history.isEmpty();
  }

  private void judge(TrailerPlan plan) {
    for (int i = 0; i < plan.shots().size(); i++) {
      form.getShots().get(i).judge(plan.shots().get(i), plan.borders());
    }
    show(plan);
  }

  private void show(TrailerPlan plan) {
    history.note(form.getShots());
    outstanding = plan.scores().isAnythingOutstanding();
    pValue = plan.scores().pValue();
    chanceLevel = plan.scores().chanceLevel();
    delay = plan.delay();
    scores = json(plan.scores().seconds());
    estimate = json(plan.estimate());
  }

  private static String json(List<SecondScore> seconds) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    for (SecondScore second : seconds) {
      JsonArrayBuilder one = Json.createArrayBuilder();
      for (Double value : new Double[] {second.score(), second.low(), second.high()}) {
        if (value == null) {
          one.addNull();
        } else {
          one.add(Math.round(value * 1000) / 1000.0);
        }
      }
      all.add(one.add(second.viewers()));
    }
    return all.build().toString();
  }

  /** Opens the trailer under its own address. */
  public void save() {
    problems.told(
        FORM,
        () -> {
          Trailer kept =
              trailerId == null
                  ? trailers.create(me.get(), uuid(), form.request())
                  : trailers.change(me.get(), trailerUuid(), form.request());
          PageRedirect.to("/trailer.xhtml?trailer=" + kept.publicId());
        });
  }

  public void delete() {
    problems.told(
        FORM,
        () -> {
          trailers.remove(me.get(), trailerUuid());
          PageRedirect.to("/trailer.xhtml?creative=" + uuid());
        });
  }

  public void removeShot(int place) {
    form.getShots().remove(place);
    score();
  }

  /** One place earlier. */
  public void raiseShot(int place) {
    if (place > 0) {
      Collections.swap(form.getShots(), place, place - 1);
      history.note(form.getShots());
    }
  }

  /** After the last one, where the creative goes on. */
  public void addShot() {
    int duration = getCreative().durationMs();
    form.getShots().add(ShotForm.empty(Math.max(0, duration - NEW_SHOT_MS), duration));
    score();
  }

  public List<Trailer> getAll() {
    if (all == null) {
      all = trailers.trailers(me.get(), uuid());
    }
    return all;
  }

  public Creative getCreative() {
    if (creative == null) {
      creative = campaigns.creative(me.get(), uuid());
    }
    return creative;
  }

  private UUID uuid() {
    return PageAddress.id(creativeId, ProblemCode.CREATIVE_UNKNOWN);
  }

  private UUID trailerUuid() {
    return PageAddress.id(trailerId, ProblemCode.TRAILER_UNKNOWN);
  }

  public boolean isNew() {
    return trailerId == null;
  }

  public TrailerMeasure[] getMeasures() {
    return TrailerMeasure.values();
  }

  /** Where the measure's name stands: it is that of a figure or of an emotion, if it is one. */
  public String key(TrailerMeasure measure) {
    return switch (measure) {
      case AROUSAL -> "figure.arousal";
      case ATTENTION -> "figure.attention";
      case SURPRISE, HAPPINESS -> "emotion." + measure;
      case ANY_RESPONSE -> "trailer.measure." + measure;
    };
  }

  public ExchangeFormat[] getFormats() {
    return ExchangeFormat.values();
  }

  public TrailerForm getForm() {
    return form;
  }

  /** Score, low, high and viewers by second, as JSON; null before anything is scored. */
  public String getScores() {
    return scores;
  }

  /** The same by second of the trailer, estimated from the creative. */
  public String getEstimate() {
    return estimate;
  }

  public boolean isOutstanding() {
    return outstanding;
  }

  public Double getPValue() {
    return pValue;
  }

  public Double getChanceLevel() {
    return chanceLevel;
  }

  /** By how much faces are taken to follow the creative; null before anything is scored. */
  public FaceDelay getDelay() {
    return delay;
  }

  public String getCreativeId() {
    return creativeId;
  }

  public void setCreativeId(String creativeId) {
    this.creativeId = creativeId;
  }

  public String getTrailerId() {
    return trailerId;
  }

  public void setTrailerId(String trailerId) {
    this.trailerId = trailerId;
  }
}
