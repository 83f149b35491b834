package org.otklik.web.trailer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.trailer.cut.TrailerRequest;
import org.otklik.trailer.cut.TrailerService;
import org.otklik.trailer.cut.TrailerSettings;
import org.otklik.trailer.cut.TrailerSwapRequest;
import org.otklik.web.session.CurrentActor;

/** The trailers of a creative. */
@Path("/creatives/{id}/trailers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Trailers")
public class CreativeTrailersResource {
  @Inject private TrailerService trailers;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID id;

  @GET
  @Operation(summary = "The trailers of the creative, the newest first.")
  public List<TrailerView> all() {
    return trailers.trailers(me.get(), id).stream().map(TrailerView::of).toList();
  }

  @POST
  @Path("/plan")
  @Operation(
      summary = "Chooses shots by the viewers' responses; nothing is kept.",
      description = "An empty object asks for a trailer by the standard settings.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TrailerPlanView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  public TrailerPlanView plan(TrailerSettings settings) {
    return TrailerPlanView.of(
        trailers.plan(
            me.get(), id, settings == null ? TrailerSettings.standard() : settings, List.of()));
  }

  @POST
  @Path("/plan/swap")
  @Operation(
      summary = "Chooses another shot in the place of one; nothing is kept.",
      description = "The best of about that length that overlaps none of the others.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TrailerPlanView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public TrailerPlanView swap(TrailerSwapRequest request) {
    return TrailerPlanView.of(trailers.swap(me.get(), id, request));
  }

  @POST
  @Operation(summary = "Keeps a trailer; its shots are chosen unless they are given.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = TrailerView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public Response create(TrailerRequest request) {
    TrailerView made = TrailerView.of(trailers.create(me.get(), id, request));
    return Response.status(Response.Status.CREATED).entity(made).build();
  }
}
