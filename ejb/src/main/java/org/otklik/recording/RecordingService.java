package org.otklik.recording;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.UUID;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.request.RequestValidator;
import org.otklik.storage.MediaRegister;
import org.otklik.storage.StagedVideo;
import org.otklik.timeline.CreativeClock;

/** Recordings, limited to the actor's clients; adding one is told to whoever analyses it. */
@Stateless
public class RecordingService {
  @PersistenceContext private EntityManager em;
  @Inject private CampaignService campaigns;
  @Inject private Event<RecordingAdded> added;
  @Inject private MediaRegister media;

  /**
   * @throws ProblemException RECORDING_UNKNOWN, also while its creative is in the bin
   */
  public Recording recording(Actor actor, UUID publicId) {
    return em.createQuery("select r from Recording r where r.publicId = :id", Recording.class)
        .setParameter("id", publicId)
        .getResultStream()
        .filter(recording -> actor.maySee(recording.creative().campaign().client().id()))
        .filter(recording -> !recording.creative().isDeleted())
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.RECORDING_UNKNOWN));
  }

  /** Which nobody else changes until the transaction ends, as it is now. */
  public Recording locked(long id) {
    Recording recording =
        em.createQuery("select r from Recording r where r.id = :id", Recording.class)
            .setParameter("id", id)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getSingleResult();
    em.refresh(recording); // it may have been read before the lock was waited for
    return recording;
  }

  /** Checks what {@link #add} would refuse, before a large video is received. */
  public void checkNew(Actor actor, UUID creativeId, RecordingRequest request) {
    actor.requireUpload();
    Campaign campaign = campaigns.creative(actor, creativeId).campaign();
    RequestValidator.valid(request);
    if (campaign.isOfCalls() && request.role() != SubjectRole.CUSTOMER) {
      throw new ProblemException(ProblemCode.CALL_ROLE_NOT_CUSTOMER);
    }
  }

  /**
   * Stores an uploaded recording, during which the creative ran on by itself, and what its
   * observers ask for, all or nothing. Where nobody says when the creative begins, both begin
   * together until its sound is heard.
   */
  public Recording add(Actor actor, UUID creativeId, RecordingRequest request, StagedVideo video) {
    Integer startMs = request.creativeStartMs();
    return add(
        actor,
        creativeId,
        request,
        video,
        CreativeClock.startingAt(startMs == null ? 0 : startMs, video.facts().durationMs()),
        startMs == null && !isCall(actor, creativeId) ? StartMethod.ASSUMED : StartMethod.GIVEN);
  }

  /** A call begins with itself: there is nothing to listen for. */
  private boolean isCall(Actor actor, UUID creativeId) {
    return campaigns.creative(actor, creativeId).isScript();
  }

  /** Stores a recording whose clock is known, and what its observers ask for, all or nothing. */
  public Recording add(
      Actor actor,
      UUID creativeId,
      RecordingRequest request,
      StagedVideo video,
      CreativeClock clock) {
    return add(actor, creativeId, request, video, clock, StartMethod.STUDY);
  }

  /**
   * A recording of a live showing begins, which has no video; nothing else is asked for.
   *
   * @param owner key of the user whose it is
   * @param viewer pseudonym
   * @param consent reference to what the viewer agreed to
   * @param frameRate images a second that are asked for
   */
  public Recording beginLive(
      Creative creative,
      String viewer,
      String consent,
      int widthPx,
      int heightPx,
      double frameRate,
      long owner) {
    Recording recording =
        new Recording(
            creative,
            provideViewer(creative, viewer, Map.of()),
            consent,
            widthPx,
            heightPx,
            frameRate,
            owner);
    em.persist(recording);
    return recording;
  }

  private Recording add(
      Actor actor,
      UUID creativeId,
      RecordingRequest request,
      StagedVideo video,
      CreativeClock clock,
      StartMethod startMethod) {
    checkNew(actor, creativeId, request);
    Creative creative = campaigns.creative(actor, creativeId);
    Viewer viewer = provideViewer(creative, request.viewer(), request.segment());
    refuseSecondCopy(creative, viewer, video.file().sha256());
    String sha256 = media.keep(video);
    Recording recording =
        new Recording(
            creative, viewer, request, sha256, video.facts(), clock, startMethod, actor.userId());
    if (creative.isScript()) {
      campaigns.lockCreative(creative.id()).lastFor(video.facts().durationMs());
      creative.campaign().customerArea().ifPresent(recording::showCustomerIn);
      creative
          .campaign()
          .customerSound()
          .filter(sound -> sound.isIn(video.facts().soundChannels()))
          .ifPresent(recording::hearCustomerIn);
    }
    em.persist(recording);
    added.fire(new RecordingAdded(recording));
    return recording;
  }

  /** Two uploads for one new viewer at the same time both find it: the insert waits and yields. */
  private Viewer provideViewer(Creative creative, String code, Map<String, String> attributes) {
    em.createNativeQuery(
            """
            insert into core.viewer (campaign_id, code) values (:campaign, :code)
            on conflict (campaign_id, code) do nothing
            """)
        .setParameter("campaign", creative.campaign().id())
        .setParameter("code", code)
        .executeUpdate();
    Viewer viewer =
        em.createQuery(
                "select v from Viewer v where v.campaign = :campaign and v.code = :code",
                Viewer.class)
            .setParameter("campaign", creative.campaign())
            .setParameter("code", code)
            .getSingleResult();
    viewer.requireKept().describe(attributes);
    return viewer;
  }

  private void refuseSecondCopy(Creative creative, Viewer viewer, String sha256) {
    long same =
        em.createQuery(
                """
                select count(r) from Recording r
                where r.creative = :creative and r.viewer = :viewer and r.mediaSha256 = :sha256
                """,
                Long.class)
            .setParameter("creative", creative)
            .setParameter("viewer", viewer)
            .setParameter("sha256", sha256)
            .getSingleResult();
    if (same > 0) {
      throw new ProblemException(ProblemCode.RECORDING_EXISTS, viewer.code());
    }
  }
}
