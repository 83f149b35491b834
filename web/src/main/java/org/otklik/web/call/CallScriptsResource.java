package org.otklik.web.call;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.campaign.NameRequest;
import org.otklik.web.creative.CreativeResource;
import org.otklik.web.creative.CreativeView;
import org.otklik.web.creative.CreativeViews;
import org.otklik.web.session.CurrentActor;

/** The scripts of a campaign of calls. */
@Path("/campaigns/{id}/call-scripts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Calls")
public class CallScriptsResource {
  @Inject private CampaignService campaigns;
  @Inject private CreativeViews creatives;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID id;

  @POST
  @Operation(
      summary = "Adds a script that calls follow.",
      description =
          "It stands where a creative stands in other campaigns, without a video: calls are its"
              + " recordings, with the role CUSTOMER, and its seconds count from a call's beginning.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = CreativeView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  public Response addScript(@Context UriInfo uri, NameRequest request) {
    Creative script = campaigns.addScript(me.get(), id, request);
    return Response.created(
            uri.getBaseUriBuilder().path(CreativeResource.class).build(script.publicId()))
        .entity(creatives.of(script))
        .build();
  }
}
