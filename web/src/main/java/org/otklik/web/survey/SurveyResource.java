package org.otklik.web.survey;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
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
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.identity.Actor;
import org.otklik.request.RequestReader;
import org.otklik.survey.AnswerImport;
import org.otklik.survey.AnswerRequest;
import org.otklik.survey.StudyAnswerService;
import org.otklik.survey.SurveyService;
import org.otklik.web.api.CsvQuery;
import org.otklik.web.problem.ProblemLanguage;
import org.otklik.web.session.CurrentActor;

/** What a campaign's viewers answered: NPS (0..10) and CSAT (1..5). */
@Path("/campaigns/{id}/answers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Answers")
public class SurveyResource {
  private static final int UNUSABLE = 422;

  @Inject private SurveyService survey;
  @Inject private StudyAnswerService studyAnswers;
  @Inject private AuditService audit;
  @Inject private CurrentActor me;

  @GET
  @Operation(summary = "NPS and CSAT of the campaign, with their correlation with expressions.")
  public SurveyView scores(@PathParam("id") UUID id) {
    return SurveyView.of(survey.scores(me.get(), id), studyAnswers.summaries(me.get(), id));
  }

  @GET
  @Path("/file")
  @Produces({"text/csv", "application/problem+json"})
  @Operation(
      summary = "What each viewer answered, as CSV: a line a viewer, a column a question.",
      description = "NPS, CSAT, and the scales and texts of studies. Not for readers.")
  @Parameter(
      name = "query",
      in = ParameterIn.QUERY,
      style = ParameterStyle.FORM,
      explode = Explode.TRUE,
      schema = @Schema(implementation = CsvQuery.class))
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  public Response file(@PathParam("id") UUID id, @Context UriInfo uri) throws IOException {
    CsvQuery query = CsvQuery.of(uri.getQueryParameters());
    Actor actor = me.get();
    StringBuilder csv = new StringBuilder();
    AnswerCsv.write(survey.answers(actor, id), studyAnswers.answers(actor, id), query.records(csv));
    audit.done(
        actor, AuditKind.EXPORTED, AuditSubject.of(AuditSubject.Kind.CAMPAIGN, id), "answers");
    return Response.ok(csv.toString(), "text/csv; charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=answers.csv")
        .build();
  }

  @PUT
  @Path("/{viewer}")
  @Operation(summary = "Stores a viewer's answers; omitted ones are unchanged.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AnswerView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  public AnswerView answer(
      @PathParam("id") UUID id, @PathParam("viewer") String viewer, AnswerRequest request) {
    return AnswerView.of(survey.answer(me.get(), id, viewer, request));
  }

  @POST
  @Operation(
      summary = "Stores answers from a table: all of them, or none and the problems by line.",
      description =
          "CSV (UTF-8, UTF-16, windows-1251, windows-1252 or IBM866; separated by commas, "
              + "semicolons or tabs) or XLSX. One of the first lines names the columns viewer, nps "
              + "and csat, in any order; others are skipped and named in notes. An empty cell, NA "
              + "or a dash leaves the earlier answer unchanged. With preview=true nothing is stored.")
  @Parameter(
      name = "query",
      in = ParameterIn.QUERY,
      style = ParameterStyle.FORM,
      explode = Explode.TRUE,
      schema = @Schema(implementation = ImportQuery.class))
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AnswerImportView.class)))
  @APIResponse(
      responseCode = "422",
      description = "Nothing is stored.",
      content = @Content(schema = @Schema(implementation = AnswerImportView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "413", ref = "Problem")
  public Response read(
      @PathParam("id") UUID id,
      @Context UriInfo uri,
      @Context HttpServletRequest request,
      InputStream body) {
    boolean preview = RequestReader.query(ImportQuery.class, uri.getQueryParameters()).preview();
    AnswerImport read = survey.read(me.get(), id, body, preview);
    return Response.status(read.stored() || preview ? Response.Status.OK.getStatusCode() : UNUSABLE)
        .entity(AnswerImportView.of(read, ProblemLanguage.of(request)))
        .build();
  }

  /** How a CSV is to be read. */
  @Schema(name = "ImportQuery")
  public record ImportQuery(@Schema(defaultValue = "false") Boolean preview) {
    public ImportQuery {
      preview = Boolean.TRUE.equals(preview);
    }
  }
}
