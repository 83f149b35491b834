package org.otklik.web.recording;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterStyle;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.analysis.selection.RecordingChangeOutcome;
import org.otklik.analysis.selection.RecordingChangeRequest;
import org.otklik.analysis.selection.RecordingChangeService;
import org.otklik.analysis.viewing.ViewingListService;
import org.otklik.analysis.viewing.ViewingListing;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
import org.otklik.identity.Actor;
import org.otklik.web.problem.ProblemLanguage;
import org.otklik.web.session.CurrentActor;

/** The recordings of all creatives of a campaign: found, sorted, and changed many at once. */
@Path("/campaigns/{id}/recordings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Recordings")
public class CampaignRecordingsResource {
  @Inject private CampaignService campaigns;
  @Inject private ViewingListService viewings;
  @Inject private RecordingChangeService changes;
  @Inject private CurrentActor me;

  @GET
  @Operation(summary = "The campaign's recordings, filtered, sorted and one page at a time.")
  @Parameter(
      name = "query",
      in = ParameterIn.QUERY,
      style = ParameterStyle.FORM,
      explode = Explode.TRUE,
      schema = @Schema(implementation = RecordingListQuery.class))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = RecordingPageView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  public RecordingPageView recordings(
      @PathParam("id") UUID id, @Context UriInfo uri, @Context HttpServletRequest request) {
    Actor actor = me.get();
    RecordingListQuery query = RecordingListQuery.of(uri.getQueryParameters());
    double limit = coverageLimit(campaigns.campaign(actor, id));
    Locale locale = ProblemLanguage.of(request);
    ViewingListing listing = viewings.list(actor, id, query.filter(), query.position());
    return new RecordingPageView(
        listing.found(),
        listing.page() + 1,
        listing.entries().stream()
            .map(
                entry ->
                    new RecordingPageView.Line(
                        entry.creativeId(),
                        entry.viewing().grade(limit),
                        RecordingView.of(entry.viewing(), locale)))
            .toList());
  }

  @GET
  @Path("/file")
  @Produces({"text/csv", "application/problem+json"})
  @Operation(
      summary = "The same as CSV, all pages in one.",
      description = "page and pageSize are not looked at.")
  @Parameter(
      name = "query",
      in = ParameterIn.QUERY,
      style = ParameterStyle.FORM,
      explode = Explode.TRUE,
      schema = @Schema(implementation = RecordingListQuery.class))
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  public Response file(@PathParam("id") UUID id, @Context UriInfo uri) throws IOException {
    Actor actor = me.get();
    RecordingListQuery query = RecordingListQuery.of(uri.getQueryParameters());
    double limit = coverageLimit(campaigns.campaign(actor, id));
    StringBuilder csv = new StringBuilder();
    RecordingCsv.write(
        viewings.export(actor, id, query.filter(), query.whole()),
        campaigns.creatives(actor, id).stream()
            .collect(Collectors.toMap(Creative::publicId, Creative::name)),
        limit,
        query.csv().records(csv));
    return Response.ok(csv.toString().getBytes(StandardCharsets.UTF_8), "text/csv;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"otklik-recordings.csv\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  @POST
  @Path("/changes")
  @Operation(
      summary = "Excludes, includes, describes, analyses again or deletes many recordings.",
      description =
          "Those that are named, at most 1,000, or with all=true those that pass a filter; all in"
              + " one transaction. Recordings that are so already, or that are being analysed when"
              + " they are to be deleted or analysed again, stay as they are: changed tells how"
              + " many were not. Deletion is final.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = RecordingChangeOutcome.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  public RecordingChangeOutcome change(@PathParam("id") UUID id, RecordingChangeRequest request) {
    return changes.change(me.get(), id, request);
  }

  private static double coverageLimit(Campaign campaign) {
    return campaign.metricSettings().trace().coverageLimit();
  }
}
