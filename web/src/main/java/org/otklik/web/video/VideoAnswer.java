package org.otklik.web.video;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.storage.MediaStore;
import org.otklik.storage.StoredStretch;
import org.otklik.video.PlayableVideo;
import org.otklik.web.connection.SentFile;
import org.otklik.web.problem.ProblemLanguage;
import org.otklik.web.problem.ProblemView;
import org.otklik.web.problem.ProblemWriter;

/** Answers a player that asks for a video or a stretch of it (RFC 9110, sections 13 and 14). */
@RequestScoped
public class VideoAnswer {
  /** Kept by the browser, but asked for at every use: rights may be taken away. */
  private static final String CACHING = "private, no-cache";

  @Inject private MediaStore store;
  @Inject private HttpServletRequest http;

  public Response of(PlayableVideo video, Request request) throws IOException {
    EntityTag tag = new EntityTag(video.sha256());
    Response.ResponseBuilder known = request.evaluatePreconditions(tag);
    if (known != null) {
      return known.tag(tag).header(HttpHeaders.CACHE_CONTROL, CACHING).build();
    }
    try {
      Optional<ByteRange> range =
          isRangeMeant(tag)
              ? ByteRange.of(http.getHeader("Range"), video.sizeBytes())
              : Optional.empty();
      return content(video, tag, range);
    } catch (ByteRange.ImpossibleException e) {
      return impossible(video);
    }
  }

  /** With If-Range a stretch is wanted only of the very video that the player has begun with. */
  private boolean isRangeMeant(EntityTag tag) {
    String condition = http.getHeader("If-Range");
    return condition == null || condition.strip().equals("\"" + tag.getValue() + "\"");
  }

  private Response content(PlayableVideo video, EntityTag tag, Optional<ByteRange> asked)
      throws IOException {
    ByteRange range = asked.orElse(ByteRange.whole(video.sizeBytes()));
    SentFile body = null;
    if (!http.getMethod().equals("HEAD")) {
      body = body(video, range, asked.isPresent());
      range = new ByteRange(range.first(), range.first() + body.length() - 1);
    }
    Response.ResponseBuilder answer =
        Response.status(asked.isPresent() ? Response.Status.PARTIAL_CONTENT : Response.Status.OK)
            .type(video.mediaType())
            .tag(tag)
            .header("Accept-Ranges", "bytes")
            .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
            .header(HttpHeaders.CACHE_CONTROL, CACHING)
            .header(HttpHeaders.CONTENT_LENGTH, range.length());
    if (asked.isPresent()) {
      answer.header("Content-Range", range.contentRange(video.sizeBytes()));
    }
    if (body != null) {
      answer.entity(body.entity(http));
    }
    return answer.build();
  }

  /** Of a stretch perhaps only its beginning (RFC 9110, 15.3.7): players ask for the rest. */
  private SentFile body(PlayableVideo video, ByteRange range, boolean isStretch)
      throws IOException {
    if (!isStretch) {
      return new SentFile(store.open(video.sha256()), range.first(), range.length());
    }
    StoredStretch stretch = store.stretch(video.sha256(), range.first(), range.length());
    return new SentFile(stretch.file(), stretch.offset(), stretch.length());
  }

  private Response impossible(PlayableVideo video) {
    ProblemException problem =
        new ProblemException(ProblemCode.RANGE_IMPOSSIBLE, Long.toString(video.sizeBytes()));
    ProblemView view = ProblemView.of(problem, ProblemLanguage.of(http));
    return Response.status(view.status())
        .type(ProblemWriter.MEDIA_TYPE)
        .header("Content-Range", "bytes */" + video.sizeBytes())
        .header("Accept-Ranges", "bytes")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(view)
        .build();
  }
}
