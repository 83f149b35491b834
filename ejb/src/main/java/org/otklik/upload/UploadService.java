package org.otklik.upload;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.campaign.CreativeRequest;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.recording.RecordingRequest;
import org.otklik.recording.RecordingService;
import org.otklik.recording.Viewer;
import org.otklik.settings.ServerSettings;
import org.otklik.storage.PartialVideos;
import org.otklik.storage.StagedVideo;

/** Uploads in parts, each its uploader's own. */
@Stateless
public class UploadService {
  private static final int MAX_OPEN = 200;
  private static final long MAX_OPEN_BYTES = 256L << 30;
  private static final int REMOVED_AT_ONCE = 100;

  @PersistenceContext private EntityManager em;
  @Inject private CampaignService campaigns;
  @Inject private RecordingService recordings;
  @Inject private PartialVideos partials;
  @Inject private ServerSettings settings;

  /** Announces a video that is to become a creative of the campaign. */
  public VideoUpload beginCreative(Actor actor, UUID campaignId, ArrivingFile file) {
    actor.requireUpload();
    Campaign campaign = campaigns.campaign(actor, campaignId);
    return begin(actor, new VideoUpload(campaign, null, file, actor.userId()));
  }

  /** Announces a video that is to become a recording of the creative. */
  public VideoUpload beginRecording(Actor actor, UUID creativeId, ArrivingFile file) {
    actor.requireUpload();
    Creative creative = campaigns.creative(actor, creativeId);
    return begin(actor, new VideoUpload(null, creative, file, actor.userId()));
  }

  private VideoUpload begin(Actor actor, VideoUpload upload) {
    long limit = settings.uploadLimitBytes();
    if (upload.sizeBytes() > limit) {
      throw new ProblemException(ProblemCode.FILM_TOO_LARGE, (limit >> 20) + " MiB");
    }
    partials.requireRoom(upload.sizeBytes());
    List<VideoUpload> open = open(actor);
    long bytes = open.stream().mapToLong(VideoUpload::sizeBytes).sum() + upload.sizeBytes();
    if (open.size() >= MAX_OPEN || bytes > MAX_OPEN_BYTES) {
      throw new ProblemException(
          ProblemCode.UPLOADS_TOO_MANY, MAX_OPEN, (MAX_OPEN_BYTES >> 30) + " GiB");
    }
    em.persist(upload);
    return upload;
  }

  /** The actor's uploads that have not ended, the oldest first. */
  public List<VideoUpload> open(Actor actor) {
    return em.createQuery(
            """
            select u from VideoUpload u
            left join fetch u.campaign left join fetch u.creative
            where u.createdBy = :user and u.state = :arriving and u.expiresAt > :now
            order by u.id
            """,
            VideoUpload.class)
        .setParameter("user", actor.userId())
        .setParameter("arriving", UploadState.ARRIVING)
        .setParameter("now", Instant.now())
        .getResultList();
  }

  /**
   * The actor's own upload; that of another user is as unknown as none.
   *
   * @throws ProblemException UPLOAD_UNKNOWN, UPLOAD_EXPIRED
   */
  public VideoUpload upload(Actor actor, UUID publicId) {
    actor.requireUpload();
    VideoUpload upload = found(actor, publicId, LockModeType.NONE);
    if (upload.isExpired(Instant.now())) {
      throw new ProblemException(ProblemCode.UPLOAD_EXPIRED);
    }
    return upload;
  }

  private VideoUpload found(Actor actor, UUID publicId, LockModeType lock) {
    return em.createQuery(
            "select u from VideoUpload u where u.publicId = :id and u.createdBy = :user",
            VideoUpload.class)
        .setParameter("id", publicId)
        .setParameter("user", actor.userId())
        .setLockMode(lock)
        .getResultStream()
        .peek(UploadService::load)
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.UPLOAD_UNKNOWN));
  }

  /** Its subject is asked for after the transaction, too. */
  private static void load(VideoUpload upload) {
    upload.campaignId();
    upload.creativeId();
  }

  /** A part has arrived. */
  public VideoUpload prolong(Actor actor, UUID publicId) {
    VideoUpload upload = upload(actor, publicId);
    upload.prolong(Instant.now());
    return upload;
  }

  /** Makes the creative and ends the upload, both or neither. */
  public UUID takeCreative(Actor actor, UUID publicId, CreativeRequest request, StagedVideo video) {
    VideoUpload upload = arriving(actor, publicId);
    Creative creative = campaigns.addCreative(actor, upload.campaignId(), request, video);
    upload.taken(creative.publicId());
    return creative.publicId();
  }

  /** Makes the recording and ends the upload, both or neither. */
  public UUID takeRecording(Actor actor, UUID publicId, RecordingRequest said, StagedVideo video) {
    VideoUpload upload = arriving(actor, publicId);
    UUID recording = recordings.add(actor, upload.creativeId(), said, video).publicId();
    upload.taken(recording);
    return recording;
  }

  /** Locked: what two requests bring to its end at once becomes one recording. */
  private VideoUpload arriving(Actor actor, UUID publicId) {
    VideoUpload upload = found(actor, publicId, LockModeType.PESSIMISTIC_WRITE);
    if (upload.state() != UploadState.ARRIVING) {
      throw new ProblemException(ProblemCode.UPLOAD_BUSY);
    }
    return upload;
  }

  /**
   * The video cannot be used; kept, so that an uploader who missed the answer can still be told.
   */
  public void refuse(Actor actor, UUID publicId, ProblemCode reason) {
    found(actor, publicId, LockModeType.PESSIMISTIC_WRITE).refused(reason);
  }

  /** The uploader gives it up. */
  public void remove(Actor actor, UUID publicId) {
    em.remove(found(actor, publicId, LockModeType.PESSIMISTIC_WRITE));
  }

  /**
   * Forgets uploads that name the viewer, whether they still arrive or were taken.
   *
   * @return those that still arrived, whose files are to be deleted
   */
  public List<UUID> removeOf(Viewer viewer) {
    List<VideoUpload> naming =
        em.createQuery(
                "select u from VideoUpload u where u.creative.campaign = :campaign",
                VideoUpload.class)
            .setParameter("campaign", viewer.campaign())
            .getResultStream()
            .filter(upload -> upload.names(viewer.code()))
            .toList();
    naming.forEach(em::remove);
    return naming.stream().map(VideoUpload::publicId).toList();
  }

  /** Forgets some of those whose time is over; gives them, none when there are no more. */
  public List<UUID> removeExpired() {
    List<VideoUpload> expired =
        em.createQuery(
                "select u from VideoUpload u where u.expiresAt <= :now order by u.id",
                VideoUpload.class)
            .setParameter("now", Instant.now())
            .setMaxResults(REMOVED_AT_ONCE)
            .getResultList();
    expired.forEach(em::remove);
    return expired.stream().map(VideoUpload::publicId).toList();
  }
}
