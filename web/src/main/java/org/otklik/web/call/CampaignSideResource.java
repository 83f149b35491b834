package org.otklik.web.call;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.analysis.call.CallSideService;
import org.otklik.analysis.call.CustomerSideRequest;
import org.otklik.web.session.CurrentActor;

/** Where customers are in all calls of a campaign, those that are there among them. */
@Path("/campaigns/{id}/customer-side")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Calls")
public class CampaignSideResource {
  @Inject private CallSideService sides;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID id;

  /** What came of it. */
  @Schema(name = "CustomerSideChange")
  public record ChangeView(
      @Schema(description = "Calls that are analysed again.") int analysedAgain) {}

  @POST
  @Operation(
      summary = "Says where customers are in all calls, and analyses those that are there again.",
      description =
          "All that was found in them is deleted. Calls that are being analysed, whose video is"
              + " deleted or whose file has no such sound stay as they are.")
  @APIResponse(responseCode = "202", description = "The analyses are queued.")
  @APIResponse(responseCode = "400", ref = "Problem")
  public Response show(CustomerSideRequest request) {
    int changed = sides.showInAllCalls(me.get(), id, request);
    return Response.accepted(new ChangeView(changed)).build();
  }
}
