package org.otklik.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
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
import org.otklik.export.ProcessedCampaign;
import org.otklik.export.ProcessingRecordService;
import org.otklik.identity.Actor;
import org.otklik.web.api.CsvQuery;
import org.otklik.web.session.CurrentActor;

/** The record of processing; for administrators. */
@Path("/processing-record")
@RequestScoped
@Tag(name = "Administration")
public class ProcessingRecordResource {
  @Inject private ProcessingRecordService processing;
  @Inject private CurrentActor me;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "The record of processing by campaign; administrators only.",
      description =
          "Of whom what is held by class, why and for how long, and the texts that viewers of "
              + "studies agreed to with their SHA-256; campaigns in the bin too.")
  public List<ProcessedCampaign> campaigns() {
    return processing.record(me.administrator());
  }

  @GET
  @Path("/file")
  @Produces({"text/csv", "application/problem+json"})
  @Operation(
      summary = "Of whom what is held, for whom and on what ground, as CSV; administrators only.",
      description = "One line a campaign, in the bin too.")
  @Parameter(
      name = "query",
      in = ParameterIn.QUERY,
      style = ParameterStyle.FORM,
      explode = Explode.TRUE,
      schema = @Schema(implementation = CsvQuery.class))
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "400", ref = "Problem")
  public Response file(@Context UriInfo uri) throws IOException {
    Actor actor = me.administrator();
    CsvQuery query = CsvQuery.of(uri.getQueryParameters());
    StringBuilder csv = new StringBuilder();
    ProcessingCsv.write(processing.export(actor), query.records(csv));
    return Response.ok(csv.toString())
        .type("text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"otklik-processing.csv\"")
        .build();
  }
}
