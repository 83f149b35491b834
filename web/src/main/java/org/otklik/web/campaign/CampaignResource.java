package org.otklik.web.campaign;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterStyle;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.analysis.ModelRenewalService;
import org.otklik.campaign.ArchiveRequest;
import org.otklik.campaign.BinService;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignRequest;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.campaign.CreativeRequest;
import org.otklik.campaign.NameRequest;
import org.otklik.identity.Actor;
import org.otklik.request.RequestReader;
import org.otklik.web.comparison.ComparisonQuery;
import org.otklik.web.comparison.ComparisonView;
import org.otklik.web.comparison.Comparisons;
import org.otklik.web.creative.CreativeResource;
import org.otklik.web.creative.CreativeView;
import org.otklik.web.creative.CreativeViews;
import org.otklik.web.session.CurrentActor;
import org.otklik.web.upload.VideoUploads;

/** Campaigns and the upload of their creatives. */
@Path("/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Campaigns")
public class CampaignResource {
  @Inject private CampaignService campaigns;
  @Inject private BinService bin;
  @Inject private CampaignResults results;
  @Inject private ModelRenewalService renewals;
  @Inject private Comparisons comparisons;
  @Inject private CreativeViews creatives;
  @Inject private VideoUploads uploads;
  @Inject private CurrentActor me;

  @GET
  @Operation(summary = "The campaigns you may see, newest first.")
  public List<CampaignView> campaigns() {
    return campaigns.campaigns(me.get()).stream().map(CampaignView::of).toList();
  }

  @POST
  @Operation(summary = "Creates a campaign.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = CampaignView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  public Response add(@Context UriInfo uri, CampaignRequest request) {
    Campaign campaign = campaigns.create(me.get(), request);
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

  @DELETE
  @Path("/{id}")
  @Operation(
      summary = "Moves the campaign to the bin, with all that belongs to it.",
      description =
          "It is hidden at once: from lists, bi, schedules, links of studies and reports. It can"
              + " be restored for 30 days, then it is deleted for good.")
  @APIResponse(responseCode = "204", description = "It is in the bin.")
  public void delete(@PathParam("id") UUID id) {
    bin.deleteCampaign(me.get(), id);
  }

  @POST
  @Path("/{id}/analyses")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Analyses again what was analysed with a superseded emotion model.",
      description =
          "In the background. Each creative keeps its figures until all of its recordings are"
              + " analysed, so that models are never mixed.")
  @APIResponse(
      responseCode = "202",
      description = "The analyses are queued, if there are any.",
      content = @Content(schema = @Schema(implementation = ModelStatusView.class)))
  public Response analyseAgain(@PathParam("id") UUID id) {
    return Response.accepted(ModelStatusView.of(renewals.renew(me.get(), id))).build();
  }

  @PUT
  @Path("/{id}/archived")
  @Operation(
      summary = "Archives the campaign, or restores it.",
      description = "The portal's list no longer shows it; nothing else changes.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CampaignView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  public CampaignView putAway(@PathParam("id") UUID id, ArchiveRequest request) {
    return CampaignView.of(campaigns.putAway(me.get(), id, request.archived()));
  }

  @PUT
  @Path("/{id}/name")
  @Operation(
      summary = "Renames the campaign.",
      description = "Reports that are made already keep the name they were made with.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CampaignView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  public CampaignView rename(@PathParam("id") UUID id, NameRequest request) {
    return CampaignView.of(campaigns.rename(me.get(), id, request));
  }

  @GET
  @Path("/{id}/comparison")
  @Operation(
      summary = "Two creatives, or two segments of viewers, side by side.",
      description =
          "Each group is one creative, also of another campaign that you may see, or, if omitted, all of"
              + " this campaign, and of their viewers those in the segment, or the rest. A group within"
              + " the other one is refused. What is analysed so far is compared.")
  @Parameter(
      name = "query",
      in = ParameterIn.QUERY,
      style = ParameterStyle.FORM,
      explode = Explode.TRUE,
      schema = @Schema(implementation = ComparisonQuery.class))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ComparisonView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public ComparisonView comparison(@PathParam("id") UUID id, @Context UriInfo uri) {
    ComparisonQuery query = RequestReader.query(ComparisonQuery.class, uri.getQueryParameters());
    return ComparisonView.of(comparisons.compare(me.get(), id, query.first(), query.second()));
  }

  @POST
  @Path("/{id}/creatives")
  @Operation(
      summary = "Uploads a creative.",
      description = "The video is the content of the request. The name is checked before it.")
  @Parameter(
      name = "query",
      in = ParameterIn.QUERY,
      style = ParameterStyle.FORM,
      explode = Explode.TRUE,
      schema = @Schema(implementation = CreativeRequest.class))
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
    CreativeRequest request = RequestReader.query(CreativeRequest.class, uri.getQueryParameters());
    Creative creative = uploads.creative(actor, id, request, mediaType, body);
    return Response.created(
            uri.getBaseUriBuilder().path(CreativeResource.class).build(creative.publicId()))
        .entity(creatives.of(creative))
        .build();
  }
}
