package org.otklik.web.settings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.campaign.CampaignSettingsService;
import org.otklik.campaign.SettingsRequest;
import org.otklik.campaign.VoiceRequest;
import org.otklik.web.campaign.CampaignView;
import org.otklik.web.session.CurrentActor;

/** How a campaign's frames become figures, in versions. */
@Path("/campaigns/{id}/settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
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
  @Operation(
      summary = "Replaces the settings by a new version.",
      description =
          "Creates a new version, unless nothing differs, and recalculates the figures of the campaign's creatives from stored frames, without decoding a video: poll them until they are settled. Existing reports stay as they are.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CampaignSettingsView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public CampaignSettingsView change(SettingsRequest request) {
    settings.change(me.get(), id, request);
    return newest();
  }

  @PUT
  @Path("/voice")
  @Operation(
      summary = "Switches the analysis of voices on or off.",
      description =
          "On only where the viewers consent to it. It holds for analyses that start from now on;"
              + " recordings that are there can be analysed again. What was heard stays.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CampaignView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public CampaignView changeVoice(VoiceRequest request) {
    return CampaignView.of(settings.changeVoice(me.get(), id, request));
  }
}
