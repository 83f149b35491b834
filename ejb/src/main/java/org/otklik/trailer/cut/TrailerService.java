package org.otklik.trailer.cut;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.otklik.analysis.group.ViewerSegment;
import org.otklik.analysis.result.GroupResults;
import org.otklik.analysis.result.SceneService;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.identity.Actor;
import org.otklik.identity.AppUser;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.request.RequestValidator;
import org.otklik.timeline.ViewerSecond;
import org.otklik.trailer.CutBorders;
import org.otklik.trailer.ReactionDelay;
import org.otklik.trailer.ResponseScores;
import org.otklik.trailer.SceneBegin;
import org.otklik.trailer.ScoredShot;
import org.otklik.trailer.Shot;
import org.otklik.trailer.ShotChoice;

/** Trailers of creatives, limited to the actor's clients; readers only see them. */
@Stateless
public class TrailerService {
  @PersistenceContext private EntityManager em;
  @Inject private CampaignService campaigns;
  @Inject private GroupResults results;
  @Inject private SceneService scenes;
  @Inject private AuditService audit;
  @Inject private Event<TrailerRemoved> removed;

  /** Of a creative, the newest first. */
  public List<Trailer> trailers(Actor actor, UUID creativeId) {
    return em.createQuery(
            """
            select t from Trailer t join fetch t.creative join fetch t.changedBy
            where t.creative = :creative
            order by t.id desc
            """,
            Trailer.class)
        .setParameter("creative", campaigns.creative(actor, creativeId))
        .getResultList();
  }

  /**
   * With its creative.
   *
   * @throws ProblemException TRAILER_UNKNOWN
   */
  public Trailer trailer(Actor actor, UUID id) {
    return em.createQuery(
            """
            select t from Trailer t join fetch t.creative join fetch t.changedBy
            where t.publicId = :id
            """,
            Trailer.class)
        .setParameter("id", id)
        .getResultStream()
        .filter(trailer -> actor.maySee(trailer.creative().campaign().client().id()))
        .filter(trailer -> !trailer.creative().isDeleted())
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.TRAILER_UNKNOWN));
  }

  /**
   * What would be chosen, from the viewers' seconds by now; nothing is kept.
   *
   * @param locked shots that stay in it
   * @throws ProblemException FIELD_MISSING, FIELD_INVALID
   */
  public TrailerPlan plan(
      Actor actor, UUID creativeId, TrailerSettings settings, List<ShotRequest> locked) {
    return plan(campaigns.creative(actor, creativeId), settings, locked);
  }

  private TrailerPlan plan(Creative creative, TrailerSettings settings, List<ShotRequest> locked) {
    check(creative, settings, locked);
    List<Shot> kept = locked.stream().map(TrailerService::shot).toList();
    CutBorders borders = borders(creative);
    Responses responses = responses(creative, settings, borders);
    List<ScoredShot> shots =
        ShotChoice.choose(
            borders, responses.scores(), settings.cutting(creative.durationMs(), kept));
    return new TrailerPlan(responses.scores(), shots, borders, responses.delay());
  }

  /**
   * What speaks for shots that somebody has chosen; nothing is kept.
   *
   * @throws ProblemException FIELD_MISSING, FIELD_INVALID
   */
  public TrailerPlan score(
      Actor actor, UUID creativeId, TrailerSettings settings, List<ShotRequest> shots) {
    return score(campaigns.creative(actor, creativeId), settings, shots);
  }

  private TrailerPlan score(Creative creative, TrailerSettings settings, List<ShotRequest> shots) {
    check(creative, settings, shots);
    return scored(creative, settings, shots.stream().map(TrailerService::shot).toList());
  }

  private TrailerPlan scored(Creative creative, TrailerSettings settings, List<Shot> shots) {
    CutBorders borders = borders(creative);
    Responses responses = responses(creative, settings, borders);
    return new TrailerPlan(
        responses.scores(),
        shots.stream().map(shot -> ScoredShot.of(shot, responses.scores())).toList(),
        borders,
        responses.delay());
  }

  private CutBorders borders(Creative creative) {
    return new CutBorders(
        scenes.begins(creative.id()), creative.durationMs(), scenes.pauses(creative.id()));
  }

  /**
   * What speaks for the shots of a kept trailer by now.
   *
   * @throws ProblemException TRAILER_UNKNOWN
   */
  public TrailerPlan score(Actor actor, UUID id) {
    Trailer trailer = trailer(actor, id);
    return scored(
        trailer.creative(),
        trailer.settings(),
        trailer.shots().stream().map(shot -> shot.scored().shot()).toList());
  }

  /**
   * Another shot instead of one, about as long: the best of those that share nothing with what is
   * refused; nothing is kept.
   *
   * @return the shots, one of them another
   * @throws ProblemException FIELD_MISSING, FIELD_INVALID; TRAILER_NO_OTHER_SHOT
   */
  public TrailerPlan swap(Actor actor, UUID creativeId, TrailerSwapRequest request) {
    Creative creative = campaigns.creative(actor, creativeId);
    RequestValidator.valid(request);
    TrailerSettings settings = request.settings();
    check(creative, settings, request.shots());
    int place = request.place();
    if (place >= request.shots().size()) {
      throw invalid("place", Integer.toString(place), "0…" + (request.shots().size() - 1));
    }
    List<Shot> all = new ArrayList<>(request.shots().stream().map(TrailerService::shot).toList());
    Shot old = all.remove(place);
    List<Shot> unwanted = new ArrayList<>(request.refusedShots());
    unwanted.add(old);
    CutBorders borders = borders(creative);
    Responses responses = responses(creative, settings, borders);
    ResponseScores scores = responses.scores();
    return ShotChoice.choose(
            borders, scores, settings.swapping(creative.durationMs(), all, old, unwanted))
        .stream()
        .filter(shot -> !all.contains(shot.shot()))
        .findFirst()
        .map(
            found -> {
              all.add(place, found.shot());
              return new TrailerPlan(
                  scores,
                  all.stream().map(one -> ScoredShot.of(one, scores)).toList(),
                  borders,
                  responses.delay());
            })
        .orElseThrow(() -> new ProblemException(ProblemCode.TRAILER_NO_OTHER_SHOT));
  }

  /** What viewers showed, with the delay that it is read with. */
  private record Responses(ResponseScores scores, FaceDelay delay) {}

  private Responses responses(Creative creative, TrailerSettings settings, CutBorders borders) {
    Collection<List<List<ViewerSecond>>> viewers =
        results
            .viewings(
                creative.campaign(),
                creative,
                ViewerSegment.EVERYBODY,
                results.settings(creative.campaign(), List.of(creative)))
            .seconds()
            .values();
    FaceDelay delay = delay(viewers, creative, settings, borders);
    return new Responses(
        ResponseScores.of(
            viewers,
            creative.durationSeconds(),
            settings.scoring(creative.campaign().leastGroupSize(), delay.ms())),
        delay);
  }

  private static FaceDelay delay(
      Collection<List<List<ViewerSecond>>> viewers,
      Creative creative,
      TrailerSettings settings,
      CutBorders borders) {
    if (settings.delayMs() != null) {
      return new FaceDelay(settings.delayMs(), FaceDelay.Basis.CHOSEN);
    }
    List<Integer> cuts =
        borders.scenes().stream().map(SceneBegin::atMs).filter(at -> at > 0).toList();
    ReactionDelay told = ReactionDelay.estimate(viewers, creative.durationSeconds(), cuts);
    return told == null
        ? new FaceDelay(ReactionDelay.STANDARD_MS, FaceDelay.Basis.STANDARD)
        : new FaceDelay(told.ms(), FaceDelay.Basis.CUTS);
  }

  /**
   * @throws ProblemException FIELD_MISSING, FIELD_INVALID; TRAILER_EMPTY where no shot can be
   *     chosen
   */
  public Trailer create(Actor actor, UUID creativeId, TrailerRequest request) {
    Creative creative = campaigns.creative(actor, creativeId);
    actor.requireUpload();
    if (creative.isScript()) {
      throw new ProblemException(ProblemCode.CALLS_HAVE_NO_VIDEO);
    }
    Trailer trailer = new Trailer(creative, author(actor));
    write(actor, trailer, request);
    em.persist(trailer);
    record(actor, creative, "trailer +");
    return trailer;
  }

  /**
   * @throws ProblemException TRAILER_UNKNOWN, and as when it is made
   */
  public Trailer change(Actor actor, UUID id, TrailerRequest request) {
    Trailer trailer = trailer(actor, id);
    actor.requireUpload();
    write(actor, trailer, request);
    record(actor, trailer.creative(), "trailer ±");
    return trailer;
  }

  /**
   * @throws ProblemException TRAILER_UNKNOWN
   */
  public void remove(Actor actor, UUID id) {
    Trailer trailer = trailer(actor, id);
    actor.requireUpload();
    removed.fire(new TrailerRemoved(trailer));
    em.remove(trailer);
    record(actor, trailer.creative(), "trailer −");
  }

  private void write(Actor actor, Trailer trailer, TrailerRequest request) {
    RequestValidator.valid(request);
    Creative creative = trailer.creative();
    TrailerPlan plan =
        request.isToBeChosen()
            ? plan(creative, request.settings(), request.shots())
            : score(creative, request.settings(), request.shots());
    Set<Shot> locked =
        request.shots().stream()
            .filter(ShotRequest::isLocked)
            .map(TrailerService::shot)
            .collect(Collectors.toSet());
    List<TrailerShot> shots =
        plan.shots().stream()
            .map(one -> new TrailerShot(one, locked.contains(one.shot())))
            .toList();
    if (shots.isEmpty()) {
      throw new ProblemException(ProblemCode.TRAILER_EMPTY);
    }
    trailer.write(request.name(), request.settings(), plan, shots, author(actor));
  }

  private static Shot shot(ShotRequest request) {
    return new Shot(request.beginMs(), request.endMs());
  }

  private static void check(Creative creative, TrailerSettings settings, List<ShotRequest> shots) {
    RequestValidator.valid(settings);
    if (settings.weights().values().stream()
            .anyMatch(weight -> weight == null || weight < 0 || weight > TrailerSettings.MAX_WEIGHT)
        || settings.weights().values().stream().mapToInt(Integer::intValue).sum() == 0) {
      throw invalid("weights", settings.weights().toString(), "1…" + TrailerSettings.MAX_WEIGHT);
    }
    if (settings.maxShotMs() < settings.minShotMs()) {
      throw invalid("maxShotMs", settings.maxShotMs().toString(), settings.minShotMs() + "…60000");
    }
    for (HiddenStretch stretch : settings.hidden()) {
      if (stretch.endMs() <= stretch.beginMs()) {
        throw invalid("endMs", stretch.endMs().toString(), "> " + stretch.beginMs());
      }
    }
    for (ShotRequest shot : shots) {
      RequestValidator.valid(shot);
      if (shot.endMs() <= shot.beginMs() || shot.endMs() > creative.durationMs()) {
        throw invalid(
            "endMs", shot.endMs().toString(), shot.beginMs() + 1 + "…" + creative.durationMs());
      }
    }
  }

  private static ProblemException invalid(String field, String value, String allowed) {
    return new ProblemException(ProblemCode.FIELD_INVALID, field, value, allowed);
  }

  private AppUser author(Actor actor) {
    return em.find(AppUser.class, actor.userId());
  }

  private void record(Actor actor, Creative creative, String detail) {
    audit.done(
        actor,
        AuditKind.ANNOTATION_CHANGED,
        AuditSubject.of(AuditSubject.Kind.CREATIVE, creative.publicId()),
        detail);
  }
}
