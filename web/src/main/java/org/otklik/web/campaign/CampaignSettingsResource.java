package org.otklik.web.campaign;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.campaign.CampaignSettingsService;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.web.access.CurrentActor;
import org.otklik.web.api.JsonFields;

/** How a campaign's frames become figures, in versions. */
@Path("/campaigns/{id}/settings")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Campaigns")
public class CampaignSettingsResource {
  @Inject private CampaignSettingsService settings;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID id;

  @GET
  @Operation(summary = "The current settings.")
  public CampaignSettingsView newest() {
    return history().get(0);
  }

  @GET
  @Path("/history")
  @Operation(summary = "Every version of the settings; the newest, which is current, first.")
  public List<CampaignSettingsView> history() {
    return settings.history(me.get(), id).stream().map(CampaignSettingsView::of).toList();
  }

  @PUT
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Replaces the settings by a new version.",
      description =
          "Creates a new version, unless nothing differs, and recalculates the figures of "
              + "the campaign's creatives from stored frames, without decoding a video: poll "
              + "them until they are settled. Existing reports stay as they are.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NewCampaignSettingsView.class)))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CampaignSettingsView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public CampaignSettingsView change(InputStream body) {
    JsonFields fields = JsonFields.read(body, "version", "settings", "note");
    Integer version = fields.wholeNumber("version", 1, Integer.MAX_VALUE);
    if (version == null) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, "version");
    }
    settings.change(
        me.get(), id, version, MetricSettingsView.read("settings", fields), fields.text("note"));
    return newest();
  }
}
