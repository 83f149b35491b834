package org.otklik.web.video;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.video.VideoService;
import org.otklik.web.session.CurrentActor;

/** The video of a viewer, for a player; not for readers, because it shows a person. */
@Path("/recordings/{id}/video")
@Produces(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Recordings")
public class RecordingVideoResource {
  @Inject private VideoService videos;
  @Inject private VideoAnswer answer;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID id;

  @GET
  @Operation(
      summary = "The recording as a video that browsers play; not for read-only users.",
      description =
          "Whole, or a part of it by the header Range; its times are those of the frames.")
  @APIResponse(responseCode = "200", description = "The whole video.")
  @APIResponse(
      responseCode = "206",
      description =
          "The range requested by the header Range, or its beginning: Content-Range says which.")
  @APIResponse(responseCode = "304", description = "The video is the one named by If-None-Match.")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "416", ref = "Problem")
  public Response video(@Context Request request) throws IOException {
    return answer.of(videos.ofRecording(me.get(), id), request);
  }

  @HEAD
  @Operation(hidden = true)
  public Response head(@Context Request request) throws IOException {
    return video(request);
  }
}
