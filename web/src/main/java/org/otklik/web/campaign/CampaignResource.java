package org.otklik.web.campaign;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.access.Actor;
import org.otklik.analysis.ComparisonService;
import org.otklik.analysis.ViewerGroup;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignKind;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.web.access.CurrentActor;
import org.otklik.web.api.JsonFields;
import org.otklik.web.api.QueryFields;
import org.otklik.web.creative.CreativeResource;
import org.otklik.web.creative.CreativeView;
import org.otklik.web.creative.CreativeViews;
import org.otklik.web.upload.FilmUploads;

/** Campaigns and the upload of their creatives. */
@Path("/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Campaigns")
public class CampaignResource {
  @Inject private CampaignService campaigns;
  @Inject private CampaignResults results;
  @Inject private ComparisonService comparisons;
  @Inject private CreativeViews creatives;
  @Inject private FilmUploads uploads;
  @Inject private CurrentActor me;

  @GET
  @Operation(summary = "The campaigns you may see, newest first.")
  public List<CampaignView> campaigns() {
    return campaigns.campaigns(me.get()).stream().map(CampaignView::of).toList();
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Creates a campaign.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NewCampaignView.class)))
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = CampaignView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  public Response add(@Context UriInfo uri, InputStream body) {
    JsonFields fields = JsonFields.read(body, "client", "name", "kind", "synthetic");
    Campaign campaign =
        campaigns.create(
            me.get(),
            fields.text("client"),
            fields.text("name"),
            fields.constant("kind", CampaignKind.AD),
            fields.flag("synthetic", false));
    return Response.created(uri.getRequestUriBuilder().path("{id}").build(campaign.publicId()))
        .entity(CampaignView.of(campaign))
        .build();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "A campaign with its creatives and the figures over all of its viewings.")
  public CampaignResultView campaign(@PathParam("id") UUID id) {
    return results.of(me.get(), id);
  }

  @PUT
  @Path("/{id}/archived")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Archives the campaign, or restores it.",
      description = "The portal's list no longer shows it; nothing else changes.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ArchivedView.class)))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CampaignView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  public CampaignView putAway(@PathParam("id") UUID id, InputStream body) {
    boolean away = JsonFields.read(body, "archived").flag("archived", true);
    return CampaignView.of(campaigns.putAway(me.get(), id, away));
  }

  @GET
  @Path("/{id}/comparison")
  @Operation(
      summary = "Two creatives, or two segments of viewers, side by side.",
      description =
          "Each group is one creative or, if omitted, all of them, and of their viewers "
              + "those with all of the given attributes. What is analysed so far is compared.")
  @Parameter(
      name = "firstCreative",
      in = ParameterIn.QUERY,
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  @Parameter(
      name = "firstSegment",
      in = ParameterIn.QUERY,
      description = "An attribute and its value, age:25-34; any number of times.",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "secondCreative",
      in = ParameterIn.QUERY,
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  @Parameter(
      name = "secondSegment",
      in = ParameterIn.QUERY,
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ComparisonView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public ComparisonView comparison(@PathParam("id") UUID id, @Context UriInfo uri) {
    QueryFields fields =
        new QueryFields(
            uri.getQueryParameters(),
            "firstCreative",
            "firstSegment",
            "secondCreative",
            "secondSegment");
    return ComparisonView.of(
        comparisons.compare(me.get(), id, group(fields, "first"), group(fields, "second")));
  }

  private static ViewerGroup group(QueryFields fields, String which) {
    return new ViewerGroup(fields.id(which + "Creative"), fields.pairs(which + "Segment"));
  }

  @POST
  @Path("/{id}/creatives")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Uploads a creative.",
      description = "The video is the content of the request. The name is checked before it.")
  @Parameter(
      name = "name",
      in = ParameterIn.QUERY,
      required = true,
      schema = @Schema(type = SchemaType.STRING, maxLength = 200))
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "video/*",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = CreativeView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "413", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  public Response addCreative(
      @PathParam("id") UUID id,
      @Context UriInfo uri,
      @Parameter(hidden = true) @HeaderParam("Content-Type") String mediaType,
      InputStream body) {
    Actor actor = me.get();
    Creative creative = uploads.creative(actor, id, uri.getQueryParameters(), mediaType, body);
    return Response.created(
            uri.getBaseUriBuilder().path(CreativeResource.class).build(creative.publicId()))
        .entity(creatives.of(creative))
        .build();
  }
}
