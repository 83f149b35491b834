package org.otklik.web.trailer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import org.otklik.campaign.Creative;
import org.otklik.campaign.CreativeRequest;
import org.otklik.identity.Actor;
import org.otklik.storage.MediaStore;
import org.otklik.storage.StoredFile;
import org.otklik.trailer.cut.Trailer;
import org.otklik.trailer.cut.TrailerService;
import org.otklik.trailer.video.TrailerVideoService;
import org.otklik.video.PlayableVideo;
import org.otklik.web.upload.VideoUploads;

/**
 * Makes creatives of trailers' videos, so that viewers can be shown them: in the campaign of the
 * creative that the trailer is cut from, as if somebody had downloaded and uploaded the file.
 */
@ApplicationScoped
public class TrailerCreatives {
  @Inject private TrailerService trailers;
  @Inject private TrailerVideoService videos;
  @Inject private VideoUploads uploads;
  @Inject private MediaStore store;

  /**
   * Not to be called in a transaction: a large file takes a while.
   *
   * @return named as the trailer
   * @throws org.otklik.problem.ProblemException TRAILER_UNKNOWN, NOT_ALLOWED,
   *     TRAILER_VIDEO_UNKNOWN, TRAILER_VIDEO_NOT_READY, and as for an upload
   */
  public Creative upload(Actor actor, UUID trailerId, UUID videoId) {
    Trailer trailer = trailers.trailer(actor, trailerId);
    actor.requireUpload();
    PlayableVideo video = videos.file(actor, trailerId, videoId);
    try (StoredFile file = store.open(video.sha256());
        InputStream content = Files.newInputStream(file.path())) {
      return uploads.creative(
          actor,
          trailer.creative().campaign().publicId(),
          new CreativeRequest(trailer.name()),
          video.mediaType(),
          content);
    } catch (IOException e) {
      throw new UncheckedIOException("A trailer's video cannot be read.", e);
    }
  }
}
