package org.otklik.web.call;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.analysis.call.CallSideService;
import org.otklik.analysis.call.CustomerSoundRequest;
import org.otklik.web.campaign.CampaignView;
import org.otklik.web.session.CurrentActor;

/** Where customers are heard in a campaign's calls. */
@Path("/campaigns/{id}/customer-sound")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Calls")
public class CampaignSoundResource {
  @Inject private CallSideService sides;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID id;

  @PUT
  @Operation(
      summary = "Says where the customer alone is heard in calls that come from now on.",
      description =
          "Calls that are there keep what was said of them; of a call whose file has no such sound"
              + " it is asked.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CampaignView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  public CampaignView hearCustomers(CustomerSoundRequest request) {
    return CampaignView.of(sides.showInCampaign(me.get(), id, null, request));
  }
}
