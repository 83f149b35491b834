package org.otklik.web.trailer;

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
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.campaign.Creative;
import org.otklik.trailer.video.TrailerVideoRequest;
import org.otklik.trailer.video.TrailerVideoService;
import org.otklik.web.creative.CreativeResource;
import org.otklik.web.creative.CreativeView;
import org.otklik.web.creative.CreativeViews;
import org.otklik.web.session.CurrentActor;
import org.otklik.web.video.VideoAnswer;

/** The videos of a trailer. */
@Path("/trailers/{id}/videos")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Trailers")
public class TrailerVideosResource {
  @Inject private TrailerVideoService videos;
  @Inject private VideoAnswer answer;
  @Inject private TrailerCreatives uploaded;
  @Inject private CreativeViews creatives;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID id;

  @GET
  @Operation(summary = "The videos of the trailer, the newest first.")
  public List<TrailerVideoView> all() {
    return videos.videos(me.get(), id).stream().map(TrailerVideoView::of).toList();
  }

  @POST
  @Operation(
      summary = "Asks for a video of the trailer as it is kept.",
      description = "An empty object asks for the standard. One that is still to come serves.")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = TrailerVideoView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  public Response request(TrailerVideoRequest request) {
    TrailerVideoRequest asked =
        request == null ? new TrailerVideoRequest(null, null, null, null) : request;
    return Response.accepted(TrailerVideoView.of(videos.request(me.get(), id, asked))).build();
  }

  @GET
  @Path("/{video}")
  @Operation(summary = "How far a video is.")
  public TrailerVideoView video(@PathParam("video") UUID video) {
    return TrailerVideoView.of(videos.video(me.get(), id, video));
  }

  @DELETE
  @Path("/{video}")
  @Operation(summary = "Deletes a video of the trailer, also one that is queued or running.")
  @APIResponse(responseCode = "204", description = "It is deleted.")
  public void remove(@PathParam("video") UUID video) {
    videos.remove(me.get(), id, video);
  }

  @POST
  @Path("/{video}/creative")
  @Operation(
      summary = "Makes a creative of the video, so that viewers can be shown it.",
      description = "In the campaign of the creative that it is cut from, named as the trailer.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = CreativeView.class)))
  @APIResponse(responseCode = "409", ref = "Problem")
  public Response creative(@PathParam("video") UUID video, @Context UriInfo uri) {
    Creative made = uploaded.upload(me.get(), id, video);
    return Response.created(
            uri.getBaseUriBuilder().path(CreativeResource.class).build(made.publicId()))
        .entity(creatives.of(made))
        .build();
  }

  @GET
  @Path("/{video}/file")
  @Produces(MediaType.WILDCARD)
  @Operation(
      summary = "The video: MP4 with H.264 and AAC.",
      description = "Whole, or a part of it by the header Range; never changes.")
  @APIResponse(responseCode = "200", description = "The whole video.")
  @APIResponse(
      responseCode = "206",
      description =
          "The range requested by the header Range, or its beginning: Content-Range says which.")
  @APIResponse(responseCode = "304", description = "The video is the one named by If-None-Match.")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "416", ref = "Problem")
  public Response file(@PathParam("video") UUID video, @Context Request request)
      throws IOException {
    return answer.of(videos.file(me.get(), id, video), request);
  }

  @HEAD
  @Path("/{video}/file")
  @Produces(MediaType.WILDCARD)
  @Operation(hidden = true)
  public Response head(@PathParam("video") UUID video, @Context Request request)
      throws IOException {
    return file(video, request);
  }
}
