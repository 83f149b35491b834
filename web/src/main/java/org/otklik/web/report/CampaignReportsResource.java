package org.otklik.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.access.Actor;
import org.otklik.report.ComparedGroups;
import org.otklik.report.Report;
import org.otklik.report.ReportService;
import org.otklik.report.ReportSubject;
import org.otklik.web.access.CurrentActor;
import org.otklik.web.api.JsonFields;

/** The archive of a campaign's reports, on itself, its creatives and its comparisons. */
@Path("/campaigns/{id}/reports")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Reports")
public class CampaignReportsResource {
  @Inject private ReportService reports;
  @Inject private ReportViews views;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID campaignId;

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Creates a report on the campaign, or on two groups of its viewings.",
      description =
          "A job creates it: poll the Location until its state is COMPLETED. With "
              + "compared, it is a comparison.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NewCampaignReportView.class)))
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public Response request(InputStream body) {
    Actor actor = me.get();
    JsonFields fields = JsonFields.read(body, ReportOrders.CAMPAIGN_FIELDS);
    Optional<ComparedGroups> compared = ComparedFields.read(fields);
    ReportSubject subject =
        compared
            .map(groups -> reports.aboutComparison(actor, campaignId, groups))
            .orElseGet(() -> reports.aboutCampaign(actor, campaignId));
    Report report = reports.request(actor, ReportOrders.read(fields, subject, actor));
    return Response.accepted(views.of(report)).location(views.address(report)).build();
  }

  @GET
  @Operation(summary = "All reports on the campaign, its creatives and comparisons, newest first.")
  public List<ReportView> reports() {
    return reports.ofCampaign(me.get(), campaignId).stream().map(views::of).toList();
  }
}
