package org.otklik.web.showing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.showing.Showing;
import org.otklik.showing.ShowingRequest;
import org.otklik.showing.ShowingService;
import org.otklik.web.session.CurrentActor;

/** The live showings of a campaign. */
@Path("/campaigns/{id}/showings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Live showings")
public class CampaignShowingsResource {
  @Inject private ShowingService showings;
  @Inject private ShowingLink links;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID campaignId;

  @GET
  @Operation(summary = "The campaign's live showings, newest first.")
  public List<ShowingView> showings() {
    return showings.showings(me.get(), campaignId).stream()
        .map(one -> ShowingView.of(one, links.of(one)))
        .toList();
  }

  @POST
  @Operation(
      summary = "Creates a live showing: a link by which a group joins and agrees.",
      description = "Its host starts the creative on the showing's page.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ShowingView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  public Response create(ShowingRequest request, @Context UriInfo uri) {
    Showing showing = showings.create(me.get(), campaignId, request);
    return Response.created(
            uri.getBaseUriBuilder().path(ShowingResource.class).build(showing.publicId()))
        .entity(ShowingView.of(showing, links.of(showing)))
        .build();
  }
}
