package org.otklik.web.clip;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.clip.ClipRequest;
import org.otklik.clip.ClipService;
import org.otklik.web.session.CurrentActor;
import org.otklik.web.video.VideoAnswer;

/** The clips of a creative. */
@Path("/creatives/{id}/clips")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Clips")
public class ClipsResource {
  @Inject private ClipService clips;
  @Inject private VideoAnswer answer;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID id;

  @GET
  @Operation(summary = "The clips of the creative, the newest first.")
  public List<ClipView> all() {
    return clips.clips(me.get(), id).stream().map(ClipView::of).toList();
  }

  @POST
  @Operation(
      summary = "Asks for a stretch of the creative with its curve beneath.",
      description =
          "As MP4 or GIF; it shows the creative and no viewer. A job makes it: ask for it until its"
              + " state is COMPLETED. The same one that is still to come serves.")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = ClipView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public Response request(ClipRequest request) {
    return Response.accepted(ClipView.of(clips.request(me.get(), id, request))).build();
  }

  @GET
  @Path("/{clip}")
  @Operation(summary = "How far a clip is.")
  public ClipView clip(@PathParam("clip") UUID clip) {
    return ClipView.of(clips.clip(me.get(), id, clip));
  }

  @DELETE
  @Path("/{clip}")
  @Operation(summary = "Deletes a clip, also one that is queued or running.")
  @APIResponse(responseCode = "204", description = "It is deleted.")
  public void remove(@PathParam("clip") UUID clip) {
    clips.remove(me.get(), id, clip);
  }

  @GET
  @Path("/{clip}/file")
  @Produces(MediaType.WILDCARD)
  @Operation(
      summary = "The clip: MP4 with H.264 and AAC, or GIF.",
      description = "Whole, or a part of it by the header Range; never changes.")
  @APIResponse(responseCode = "200", description = "The whole clip.")
  @APIResponse(
      responseCode = "206",
      description =
          "The range requested by the header Range, or its beginning: Content-Range says which.")
  @APIResponse(responseCode = "304", description = "The clip is the one named by If-None-Match.")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "416", ref = "Problem")
  public Response file(@PathParam("clip") UUID clip, @Context Request request) throws IOException {
    return answer.of(clips.file(me.get(), id, clip), request);
  }

  @HEAD
  @Path("/{clip}/file")
  @Produces(MediaType.WILDCARD)
  @Operation(hidden = true)
  public Response head(@PathParam("clip") UUID clip, @Context Request request) throws IOException {
    return file(clip, request);
  }
}
