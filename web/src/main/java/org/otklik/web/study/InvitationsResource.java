package org.otklik.web.study;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
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
import org.otklik.spreadsheet.CsvRecords;
import org.otklik.study.invitation.InvitationLine;
import org.otklik.study.invitation.InvitationService;
import org.otklik.web.api.CsvQuery;
import org.otklik.web.session.CurrentActor;

/** The personal links of a study. */
@Path("/studies/{id}/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Studies")
public class InvitationsResource {
  @Inject private InvitationService invitations;
  @Inject private StudyLink links;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID id;

  @POST
  @Operation(
      summary = "Makes a personal link for every code of a table that has none yet.",
      description =
          "CSV or XLSX, one of whose first lines names the column viewer. The code becomes the viewer's"
              + " pseudonym. All or nothing.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = InvitedView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "413", ref = "Problem")
  public InvitedView invite(InputStream table) {
    return new InvitedView(invitations.invite(me.get(), id, table));
  }

  @GET
  @Operation(summary = "All personal links and what became of them, by code. Not for readers.")
  public List<InvitationView> invitations() {
    return invitations.links(me.get(), id).stream()
        .map(
            line ->
                new InvitationView(
                    line.code(), links.of(line.linkCode()), line.state(), line.changedAt()))
        .toList();
  }

  @GET
  @Path("/file")
  @Produces({"text/csv", "application/problem+json"})
  @Operation(summary = "The same as CSV: code, link, state.")
  @Parameter(
      name = "query",
      in = ParameterIn.QUERY,
      style = ParameterStyle.FORM,
      explode = Explode.TRUE,
      schema = @Schema(implementation = CsvQuery.class))
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  public Response file(@Context UriInfo uri) throws IOException {
    CsvQuery query = CsvQuery.of(uri.getQueryParameters());
    StringBuilder csv = new StringBuilder();
    CsvRecords records = query.records(csv);
    records.write(List.of("viewer", "link", "state", "changed_at"));
    for (InvitationLine line : invitations.links(me.get(), id)) {
      records.write(
          Arrays.asList(line.code(), links.of(line.linkCode()), line.state(), line.changedAt()));
    }
    return Response.ok(csv.toString(), "text/csv; charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=links.csv")
        .build();
  }

  /** How many links were made. */
  @Schema(name = "Invited")
  public record InvitedView(int created) {}

  /** A personal link. */
  @Schema(name = "Invitation")
  public record InvitationView(
      String viewer,
      String link,
      @Schema(description = "How far the viewer has come; null while nobody has followed it.")
          String state,
      Instant changedAt) {}
}
