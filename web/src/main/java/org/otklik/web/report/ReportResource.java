package org.otklik.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.report.Report;
import org.otklik.report.ReportService;
import org.otklik.report.request.ReportFormat;
import org.otklik.storage.StoredFile;
import org.otklik.web.connection.SentFile;
import org.otklik.web.session.CurrentActor;

/** One report. */
@Path("/reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Reports")
public class ReportResource {
  @Inject private ReportService reports;
  @Inject private ReportViews views;
  @Inject private CurrentActor me;
  @Inject private HttpServletRequest http;

  @PathParam("id")
  private UUID id;

  @GET
  @Operation(summary = "A report and its progress.")
  public ReportView report() {
    return views.of(reports.report(me.get(), id));
  }

  @GET
  @Path("/file")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "The file, of the media type that belongs to its format.")
  @APIResponse(responseCode = "200", description = "A PDF, XLSX, ZIP of CSV, or PPTX.")
  @APIResponse(responseCode = "409", ref = "Problem")
  public Response file() throws IOException {
    return answer(FileName::attachment);
  }

  @GET
  @Path("/preview")
  @Produces("application/pdf")
  @Operation(summary = "The same PDF, to be shown by the browser; other formats have none.")
  @APIResponse(responseCode = "200", description = "The PDF.")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public Response preview() throws IOException {
    if (reports.report(me.get(), id).format() != ReportFormat.PDF) {
      throw new ProblemException(ProblemCode.ADDRESS_UNKNOWN);
    }
    return answer(FileName::inline);
  }

  private Response answer(UnaryOperator<String> disposition) throws IOException {
    Actor actor = me.get();
    StoredFile file = reports.file(actor, id);
    Report report = reports.report(actor, id);
    SentFile content = SentFile.of(file);
    return Response.ok(content.entity(http), report.format().mediaType())
        .header(HttpHeaders.CONTENT_LENGTH, content.length())
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.apply(FileName.of(report)))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  @DELETE
  @Operation(summary = "Deletes a report with its file permanently.")
  @APIResponse(responseCode = "204", description = "It is deleted.")
  public void remove() {
    reports.remove(me.get(), id);
  }
}
