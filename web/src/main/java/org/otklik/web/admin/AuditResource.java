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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.access.Actor;
import org.otklik.access.AuditFilter;
import org.otklik.access.AuditService;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.web.access.CurrentActor;
import org.otklik.web.api.QueryFields;

/** The audit log; for administrators. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Administration")
public class AuditResource {
  private static final int MOST = 500;
  private static final int USUAL = 50;

  @Inject private AuditService audit;
  @Inject private CurrentActor me;

  @GET
  @Operation(summary = "Who did what; administrators only.", description = "Days are by UTC.")
  @Parameter(name = "user", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
  @Parameter(name = "kind", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "from",
      in = ParameterIn.QUERY,
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  @Parameter(
      name = "to",
      in = ParameterIn.QUERY,
      description = "The last day.",
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  @Parameter(
      name = "first",
      in = ParameterIn.QUERY,
      description = "Number of entries to skip.",
      schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0"))
  @Parameter(
      name = "most",
      in = ParameterIn.QUERY,
      schema = @Schema(type = SchemaType.INTEGER, defaultValue = "50", maximum = "500"))
  public AuditPageView entries(@Context UriInfo uri) {
    Actor actor = me.administrator();
    QueryFields fields =
        new QueryFields(uri.getQueryParameters(), "user", "kind", "from", "to", "first", "most");
    AuditFilter filter = filter(fields);
    int first = within(fields, "first", 0, 0, Integer.MAX_VALUE);
    int most = within(fields, "most", USUAL, 1, MOST);
    return new AuditPageView(
        audit.count(actor, filter),
        audit.entries(actor, filter, first, most).stream().map(AuditEntryView::of).toList());
  }

  @GET
  @Path("/file")
  @Produces("text/csv")
  @Operation(
      summary = "The audit log as CSV; administrators only.",
      description = "The access is written to the audit log.")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  public Response file(@Context UriInfo uri) {
    Actor actor = me.administrator();
    AuditFilter filter =
        filter(new QueryFields(uri.getQueryParameters(), "user", "kind", "from", "to"));
    StreamingOutput content =
        to -> {
          Writer writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
          AuditCsv csv = new AuditCsv(writer);
          csv.begin();
          audit.export(actor, filter, csv::line);
          writer.flush();
        };
    return Response.ok(content)
        .type("text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"otklik-audit.csv\"")
        .build();
  }

  private static AuditFilter filter(QueryFields fields) {
    return AuditQuery.of(
        fields.text("user"), fields.text("kind"), fields.text("from"), fields.text("to"));
  }

  private static int within(QueryFields fields, String name, int otherwise, int least, int most) {
    int value = fields.wholeNumber(name, otherwise);
    if (value < least || value > most) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, name, Integer.toString(value), least + "–" + most);
    }
    return value;
  }
}
