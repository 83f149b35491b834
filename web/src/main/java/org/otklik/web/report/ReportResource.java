package org.otklik.web.report;

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
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.access.Actor;
import org.otklik.campaign.CampaignService;
import org.otklik.report.Report;
import org.otklik.report.ReportService;
import org.otklik.web.access.CurrentActor;
import org.otklik.web.api.JsonFields;
import org.otklik.web.problem.ProblemLanguage;

/** Reports about creatives. */
@Path("/")
@RequestScoped
@Tag(name = "Reports")
@APIResponse(responseCode = "404", ref = "Problem")
public class ReportResource {
  @Inject private ReportService reports;
  @Inject private CampaignService campaigns;
  @Inject private CurrentActor me;
  @Context private UriInfo uri;
  @Context private HttpServletRequest request;

  @POST
  @Path("/creatives/{id}/reports")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Asks for a PDF about the creative.",
      description = "It is made by a job: ask at the Location until its state is COMPLETED.")
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
  public Response request(@PathParam("id") UUID creativeId, InputStream body) {
    Actor actor = me.get();
    campaigns.creative(actor, creativeId);
    Locale locale = JsonFields.read(body, "locale").language("locale", actor.locale());
    Report report = reports.request(actor, creativeId, locale);
    return Response.accepted(view(report)).location(address(report)).build();
  }

  @GET
  @Path("/creatives/{id}/reports")
  @Operation(summary = "The creative's reports, the newest first.")
  public List<ReportView> reports(@PathParam("id") UUID creativeId) {
    return reports.reports(me.get(), creativeId).stream().map(this::view).toList();
  }

  @GET
  @Path("/reports/{id}")
  @Operation(summary = "A report and how far it is.")
  public ReportView report(@PathParam("id") UUID id) {
    return view(reports.report(me.get(), id));
  }

  @GET
  @Path("/reports/{id}/file")
  @Produces({"application/pdf", "application/problem+json"})
  @Operation(summary = "The PDF.")
  @APIResponse(responseCode = "200", description = "A PDF.")
  @APIResponse(responseCode = "409", ref = "Problem")
  public Response file(@PathParam("id") UUID id) throws IOException {
    Actor actor = me.get();
    java.nio.file.Path file = reports.file(actor, id);
    String name = FileName.of(reports.report(actor, id));
    return Response.ok(file.toFile(), "application/pdf")
        .header(HttpHeaders.CONTENT_DISPOSITION, FileName.attachment(name))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  private ReportView view(Report report) {
    return ReportView.of(report, address(report) + "/file", ProblemLanguage.of(request));
  }

  private URI address(Report report) {
    return uri.getBaseUriBuilder().path("reports").path(report.publicId().toString()).build();
  }
}
