package org.otklik.web.trailer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.trailer.cut.Trailer;
import org.otklik.trailer.cut.TrailerRequest;
import org.otklik.trailer.cut.TrailerService;
import org.otklik.trailer.exchange.EditList;
import org.otklik.trailer.exchange.ExchangeFormat;
import org.otklik.web.report.FileName;
import org.otklik.web.session.CurrentActor;

/** One trailer. */
@Path("/trailers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Trailers")
public class TrailerResource {
  @Inject private TrailerService trailers;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID id;

  @GET
  @Operation(summary = "A trailer.")
  public TrailerView trailer() {
    return TrailerView.of(trailers.trailer(me.get(), id));
  }

  @PUT
  @Operation(summary = "Replaces what a trailer shows; its shots are scored anew.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TrailerView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public TrailerView change(TrailerRequest request) {
    return TrailerView.of(trailers.change(me.get(), id, request));
  }

  @DELETE
  @Operation(summary = "Deletes a trailer; the creative stays as it is.")
  @APIResponse(responseCode = "204", description = "It is deleted.")
  public void remove() {
    trailers.remove(me.get(), id);
  }

  @GET
  @Path("/estimate")
  @Operation(
      summary = "How viewers might respond to the trailer, estimated from the creative.",
      description =
          "Nobody has seen the trailer: what comes before a shot, and how often it has been seen,"
              + " matter too. To measure it, upload its video as a creative.")
  public TrailerEstimateView estimate() {
    return TrailerEstimateView.of(trailers.score(me.get(), id));
  }

  @GET
  @Path("/files/{format}")
  @Produces({MediaType.TEXT_PLAIN, MediaType.APPLICATION_XML, MediaType.APPLICATION_JSON})
  @Operation(
      summary = "The trailer for an editing suite.",
      description =
          "EDL: CMX 3600. XMEML: Final Cut Pro 7, read by Premiere and Resolve. FCPXML: Final Cut"
              + " Pro, 1.10. OTIO: OpenTimelineIO. Time codes are those of the creative.")
  @APIResponse(
      responseCode = "200",
      description = "The file.",
      content =
          @Content(
              schema =
                  @Schema(
                      type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING)))
  public Response file(@PathParam("format") ExchangeFormat format) {
    Trailer trailer = trailers.trailer(me.get(), id);
    String name = FileName.of(trailer.name(), format.extension());
    return Response.ok(format.write(EditList.of(trailer)), format.mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, FileName.attachment(name))
        .build();
  }
}
