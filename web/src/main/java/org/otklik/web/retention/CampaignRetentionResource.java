package org.otklik.web.retention;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.otklik.retention.CampaignRetentionRequest;
import org.otklik.retention.RetentionHoldRequest;
import org.otklik.retention.RetentionService;
import org.otklik.web.session.CurrentActor;

/** How long what there is of a campaign's viewers is kept. */
@Path("/campaigns/{id}/retention")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Campaigns")
public class CampaignRetentionResource {
  @Inject private RetentionService retention;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID id;

  @GET
  @Operation(summary = "The retention periods, and what is deleted by them within 30 days.")
  public CampaignRetentionView retention() {
    return CampaignRetentionView.of(retention.campaign(me.get(), id));
  }

  @PUT
  @Operation(
      summary = "Sets the campaign's own retention periods.",
      description =
          "None may be longer than the client's. Nothing is deleted by a new period for seven days.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CampaignRetentionView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  public CampaignRetentionView change(CampaignRetentionRequest request) {
    retention.changeCampaign(me.get(), id, request);
    return retention();
  }

  @PUT
  @Path("/hold")
  @Operation(
      summary = "Keeps all that there is, whatever the periods say; administrators only.",
      description = "Viewers who withdraw, and what users delete, are deleted nevertheless.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CampaignRetentionView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  public CampaignRetentionView hold(RetentionHoldRequest request) {
    retention.hold(me.administrator(), id, request);
    return retention();
  }

  @DELETE
  @Path("/hold")
  @Operation(summary = "Lets the periods hold again; administrators only.")
  @APIResponse(responseCode = "204", description = "There is no hold.")
  public void release() {
    retention.release(me.administrator(), id);
  }
}
