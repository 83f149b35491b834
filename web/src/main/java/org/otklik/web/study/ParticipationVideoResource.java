package org.otklik.web.study;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.study.participation.ParticipationService;
import org.otklik.video.VideoService;
import org.otklik.web.video.VideoAnswer;

/** The creatives of a study, for its viewers' players. */
@Path("/participations/{token}/creatives/{id}/video")
@Produces(MediaType.WILDCARD)
@RequestScoped
@SecurityRequirements
@Tag(name = "Taking part in a study")
public class ParticipationVideoResource {
  @Inject private ParticipationService participations;
  @Inject private VideoService videos;
  @Inject private VideoAnswer answer;

  @GET
  @Operation(
      summary = "A creative of the study as a video that browsers play.",
      description = "Whole, or a part of it by the header Range; after the consent.")
  @APIResponse(responseCode = "200", description = "The whole video.")
  @APIResponse(
      responseCode = "206",
      description =
          "The range requested by the header Range, or its beginning: Content-Range says which.")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public Response video(
      @PathParam("token") String token, @PathParam("id") UUID id, @Context Request request)
      throws IOException {
    return answer.of(videos.playable(participations.creative(token, id)), request);
  }
}
