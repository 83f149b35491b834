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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.access.Actor;
import org.otklik.report.Report;
import org.otklik.report.ReportOrder;
import org.otklik.report.ReportService;
import org.otklik.web.access.CurrentActor;
import org.otklik.web.api.JsonFields;

/** The reports about a creative. */
@Path("/creatives/{id}/reports")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Reports")
public class CreativeReportsResource {
  @Inject private ReportService reports;
  @Inject private ReportViews views;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID creativeId;

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Creates a report on the creative.",
      description = "A job creates it: poll the Location until its state is COMPLETED.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NewReportView.class)))
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  @APIResponse(responseCode = "409", ref = "Problem")
  public Response request(InputStream body) {
    Actor actor = me.get();
    ReportOrder order =
        ReportOrders.read(
            JsonFields.read(body, ReportOrders.FIELDS),
            reports.aboutCreative(actor, creativeId),
            actor);
    Report report = reports.request(actor, order);
    return Response.accepted(views.of(report)).location(views.address(report)).build();
  }

  @GET
  @Operation(summary = "The creative's reports, newest first.")
  public List<ReportView> reports() {
    return reports.reports(me.get(), creativeId).stream().map(views::of).toList();
  }
}
