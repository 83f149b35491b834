package org.otklik.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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
import org.otklik.audit.AuditFilter;
import org.otklik.audit.AuditService;
import org.otklik.identity.Actor;
import org.otklik.web.session.CurrentActor;

/** The audit log; for administrators. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Administration")
public class AuditResource {
  @Inject private AuditService audit;
  @Inject private CurrentActor me;

  @GET
  @Operation(summary = "Who did what; administrators only.", description = "Days are by UTC.")
  @Parameter(
      name = "query",
      in = ParameterIn.QUERY,
      style = ParameterStyle.FORM,
      explode = Explode.TRUE,
      schema = @Schema(implementation = AuditQuery.class))
  public AuditPageView entries(@Context UriInfo uri) {
    Actor actor = me.administrator();
    AuditQuery query = AuditQuery.of(uri.getQueryParameters());
    AuditFilter filter = query.filter();
    return new AuditPageView(
        audit.count(actor, filter),
        audit.entries(actor, filter, query.offset(), query.limit()).stream()
            .map(AuditEntryView::of)
            .toList());
  }

  @GET
  @Path("/file")
  @Produces("text/csv")
  @Operation(
      summary = "The audit log as CSV; administrators only.",
      description =
          "That it was handed out is written to the log. Asked for as the log itself; offset and limit"
              + " are not looked at.")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  public Response file(@Context UriInfo uri) {
    Actor actor = me.administrator();
    AuditQuery query = AuditQuery.of(uri.getQueryParameters());
    AuditFilter filter = query.filter();
    StreamingOutput content =
        to -> {
          Writer writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
          AuditCsv csv = new AuditCsv(query.csv().records(writer));
          csv.begin();
          audit.export(actor, filter, csv::line);
          writer.flush();
        };
    return Response.ok(content)
        .type("text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"otklik-audit.csv\"")
        .build();
  }
}
