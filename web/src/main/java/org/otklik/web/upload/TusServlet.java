package org.otklik.web.upload;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.settings.ServerSettings;
import org.otklik.storage.PartChecksum;
import org.otklik.upload.VideoUpload;
import org.otklik.web.problem.ProblemServlet;
import org.otklik.web.session.CurrentActor;

/**
 * Uploads in parts by the tus protocol 1.0.0 with creation, termination, expiration and checksum:
 * {@code POST /upload/videos/campaigns/ID?name=…} or {@code /upload/videos/creatives/ID?viewer=…}
 * announces a video, {@code HEAD} asks how much of it is there, {@code PATCH} adds to it, {@code
 * DELETE} gives it up. The part that makes the video whole also takes it in; the answer names what
 * it became in {@code Otklik-Result}, or tells why it is refused; an empty part asks again. {@code
 * GET /upload/videos} lists the caller's own open uploads.
 */
@WebServlet("/upload/videos/*")
public class TusServlet extends ProblemServlet {
  private static final long serialVersionUID = 1L;
  private static final String METHODS = "GET, HEAD, POST, PATCH, DELETE, OPTIONS";
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  @Inject private transient ArrivingVideos videos;
  @Inject private transient CurrentActor me;
  @Inject private transient ServerSettings settings;

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Tus-Resumable", TusHeaders.VERSION);
    String method = TusHeaders.method(request);
    if (method.equals("OPTIONS")) {
      describe(response);
    } else if (method.equals("GET") && request.getPathInfo() == null) {
      writeJson(response, OpenUploadsAnswer.json(me, videos));
    } else {
      TusHeaders.requireVersion(request, response);
      serve(method, request, response);
    }
  }

  private void describe(HttpServletResponse response) {
    response.setHeader("Tus-Version", TusHeaders.VERSION);
    response.setHeader("Tus-Extension", "creation,termination,expiration,checksum");
    response.setHeader("Tus-Max-Size", Long.toString(settings.uploadLimitBytes()));
    response.setHeader("Tus-Checksum-Algorithm", PartChecksum.ALGORITHMS);
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private void serve(String method, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Actor actor = me.uploader();
    String[] path = String.valueOf(request.getPathInfo()).split("/");
    switch (method) {
      case "POST" -> begin(actor, path, request, response);
      case "HEAD" -> tell(videos.upload(actor, id(path, 1)), response);
      case "PATCH" -> append(actor, id(path, 1), request, response);
      case "DELETE" -> {
        videos.remove(actor, id(path, 1));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      }
      default -> {
        response.setHeader("Allow", METHODS);
        throw new ProblemException(ProblemCode.METHOD_UNSUPPORTED, method, METHODS);
      }
    }
  }

  private void begin(
      Actor actor, String[] path, HttpServletRequest request, HttpServletResponse response) {
    UUID subject = id(path, 2);
    VideoUpload begun =
        switch (path[1]) {
          case "campaigns" -> videos.beginCreative(actor, subject, TusHeaders.file(request));
          case "creatives" -> videos.beginRecording(actor, subject, TusHeaders.file(request));
          default -> throw new ProblemException(ProblemCode.ADDRESS_UNKNOWN);
        };
    response.setStatus(HttpServletResponse.SC_CREATED);
    response.setHeader("Location", request.getContextPath() + "/upload/videos/" + begun.publicId());
    response.setHeader("Upload-Expires", HTTP_DATE.format(begun.expiresAt()));
  }

  private void tell(VideoUpload upload, HttpServletResponse response) {
    response.setHeader("Upload-Offset", Long.toString(videos.settled(upload)));
    response.setHeader("Upload-Length", Long.toString(upload.sizeBytes()));
    response.setHeader("Upload-Expires", HTTP_DATE.format(upload.expiresAt()));
    response.setHeader("Cache-Control", "no-store");
    response.setStatus(HttpServletResponse.SC_OK);
  }

  private void append(
      Actor actor, UUID id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String type = String.valueOf(request.getContentType());
    if (!type.equals(TusHeaders.PART_TYPE)) {
      throw new ProblemException(ProblemCode.MEDIA_TYPE_UNSUPPORTED, type, TusHeaders.PART_TYPE);
    }
    VideoUpload upload =
        videos.append(
            actor,
            id,
            TusHeaders.number(request, "Upload-Offset"),
            request.getInputStream(),
            PartChecksum.of(request.getHeader("Upload-Checksum")));
    response.setHeader("Upload-Offset", Long.toString(videos.arrived(upload)));
    response.setHeader("Upload-Expires", HTTP_DATE.format(upload.expiresAt()));
    if (upload.resultId() != null) {
      response.setHeader("Otklik-Result", upload.resultId().toString());
    }
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  /** The identifier that is the path's last part. */
  private static UUID id(String[] path, int place) {
    try {
      if (path.length == place + 1) {
        return UUID.fromString(path[place]);
      }
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemCode.UPLOAD_UNKNOWN);
    }
    throw new ProblemException(ProblemCode.ADDRESS_UNKNOWN);
  }
}
