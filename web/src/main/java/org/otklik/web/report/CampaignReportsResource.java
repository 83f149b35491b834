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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.report.Report;
import org.otklik.report.ReportService;
import org.otklik.report.request.ReportRequest;
import org.otklik.web.session.CurrentActor;

/** The archive of a campaign's reports, on itself, its creatives and its comparisons. */
@Path("/campaigns/{id}/reports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Reports")
public class CampaignReportsResource {
  @Inject private ReportService reports;
  @Inject private ReportViews views;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID campaignId;

  @POST
  @Operation(
      summary = "Creates a report on the campaign, or on two groups of its viewings.",
      description =
          "A job creates it: poll the Location until its state is COMPLETED. With compared, it is a comparison.")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public Response request(ReportRequest request) {
    Report report = reports.request(me.get(), campaignId, request);
    return Response.accepted(views.of(report)).location(views.address(report)).build();
  }

  @GET
  @Operation(summary = "All reports on the campaign, its creatives and comparisons, newest first.")
  public List<ReportView> reports() {
    return reports.ofCampaign(me.get(), campaignId).stream().map(views::of).toList();
  }
}
