package org.otklik.web.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.CreativeRequest;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.recording.RecordingRequest;
import org.otklik.recording.RecordingService;
import org.otklik.request.RequestReader;
import org.otklik.storage.PartChecksum;
import org.otklik.storage.PartialVideos;
import org.otklik.storage.StagedVideo;
import org.otklik.storage.VideoIntake;
import org.otklik.upload.ArrivingFile;
import org.otklik.upload.UploadRetention;
import org.otklik.upload.UploadService;
import org.otklik.upload.UploadState;
import org.otklik.upload.VideoUpload;

/**
 * Videos that arrive in parts. What is said of one is checked when it is announced, its content
 * once it is whole: then it is taken in as one that came in a single request.
 */
@ApplicationScoped
public class ArrivingVideos {
  @Inject private CampaignService campaigns;
  @Inject private RecordingService recordings;
  @Inject private UploadService uploads;
  @Inject private PartialVideos partials;
  @Inject private VideoIntake intake;
  @Inject private UploadRetention retention;

  private final Set<UUID> beingTaken = ConcurrentHashMap.newKeySet();

  /** Announces the ad video of a campaign. */
  VideoUpload beginCreative(Actor actor, UUID campaignId, ArrivingFile file) {
    campaigns.checkNewCreative(
        actor, campaignId, RequestReader.query(CreativeRequest.class, file.details()));
    retention.removeExpired();
    return uploads.beginCreative(actor, campaignId, file);
  }

  /** Announces the recording of a creative. */
  VideoUpload beginRecording(Actor actor, UUID creativeId, ArrivingFile file) {
    recordings.checkNew(
        actor, creativeId, RequestReader.query(RecordingRequest.class, file.details()));
    retention.removeExpired();
    return uploads.beginRecording(actor, creativeId, file);
  }

  VideoUpload upload(Actor actor, UUID id) {
    return uploads.upload(actor, id);
  }

  /** The actor's uploads that may be gone on with. */
  List<VideoUpload> open(Actor actor) {
    return uploads.open(actor);
  }

  /** How much has arrived by now. */
  long arrived(VideoUpload upload) {
    return upload.state() == UploadState.ARRIVING
        ? partials.size(upload.publicId())
        : upload.sizeBytes();
  }

  /** As {@link #arrived}, for going on from there: who else writes to the video is stopped. */
  long settled(VideoUpload upload) {
    return upload.state() == UploadState.ARRIVING && !beingTaken.contains(upload.publicId())
        ? partials.settledSize(upload.publicId())
        : arrived(upload);
  }

  /**
   * Takes a part; the last one, or an empty one after it, also takes in the video.
   *
   * @param checksum null where none was sent
   * @return the upload as it is now; TAKEN once the video is
   */
  VideoUpload append(
      Actor actor, UUID id, long offset, InputStream content, PartChecksum checksum) {
    VideoUpload upload = uploads.upload(actor, id);
    if (upload.state() == UploadState.REFUSED) {
      throw new ProblemException(upload.failureCode());
    }
    if (upload.state() == UploadState.TAKEN) {
      return upload;
    }
    if (beingTaken.contains(id)) {
      throw new ProblemException(ProblemCode.UPLOAD_BUSY);
    }
    long arrived = partials.append(id, offset, upload.sizeBytes(), content, checksum);
    uploads.prolong(actor, id);
    if (arrived == upload.sizeBytes()) {
      takeOnce(actor, upload);
    }
    return uploads.upload(actor, id);
  }

  private void takeOnce(Actor actor, VideoUpload upload) {
    UUID id = upload.publicId();
    if (!beingTaken.add(id)) {
      throw new ProblemException(ProblemCode.UPLOAD_BUSY);
    }
    try {
      take(actor, upload);
    } catch (ProblemException refusal) {
      if (!passes(refusal.code())) {
        uploads.refuse(actor, id, refusal.code());
        partials.remove(id);
      }
      throw refusal;
    } finally {
      beingTaken.remove(id);
    }
  }

  /** What has arrived is kept, and an empty part asks again. */
  private static boolean passes(ProblemCode code) {
    return code == ProblemCode.UPLOAD_BUSY
        || code == ProblemCode.DISK_FULL
        || code.kind() == ProblemCode.Kind.UNAVAILABLE;
  }

  private void take(Actor actor, VideoUpload upload) {
    String query = upload.details();
    StagedVideo video = intake.examine(partials.path(upload.publicId()));
    try {
      if (upload.creativeId() == null) {
        uploads.takeCreative(
            actor, upload.publicId(), RequestReader.query(CreativeRequest.class, query), video);
      } else {
        uploads.takeRecording(
            actor, upload.publicId(), RequestReader.query(RecordingRequest.class, query), video);
      }
    } finally {
      video.file().takeBack();
    }
  }

  /** Gives the upload up, with what has arrived. */
  void remove(Actor actor, UUID id) {
    if (beingTaken.contains(id)) {
      throw new ProblemException(ProblemCode.UPLOAD_BUSY);
    }
    uploads.remove(actor, id);
    partials.settledSize(id); // a writer would go on in the deleted file
    partials.remove(id);
  }
}
