package org.otklik.web.recording;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
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
import org.otklik.analysis.AnalysisService;
import org.otklik.analysis.FaceChoiceService;
import org.otklik.analysis.result.ResultService;
import org.otklik.analysis.run.AnalysisRequest;
import org.otklik.analysis.selection.RecordingChangeService;
import org.otklik.analysis.viewing.DecisionRequest;
import org.otklik.analysis.viewing.DecisionService;
import org.otklik.analysis.viewing.FaceChoiceRequest;
import org.otklik.request.RequestReader;
import org.otklik.web.problem.ProblemLanguage;
import org.otklik.web.session.CurrentActor;

/** One recording. */
@Path("/recordings/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Recordings")
public class RecordingResource {
  @Inject private ResultService results;
  @Inject private AnalysisService analysis;
  @Inject private DecisionService verdicts;
  @Inject private FaceChoiceService choices;
  @Inject private RecordingChangeService changes;
  @Inject private CurrentActor me;

  @GET
  @Operation(summary = "The recording with the state of its analysis and its response.")
  public RecordingView recording(@PathParam("id") UUID id, @Context HttpServletRequest request) {
    return RecordingView.of(results.viewing(me.get(), id), ProblemLanguage.of(request));
  }

  @DELETE
  @Operation(
      summary = "Deletes the recording with its video, frames and curve, for good.",
      description =
          "The viewer goes with its last recording, unless it has answered the survey. The"
              + " creative's figures are recalculated; reports that exist stay.")
  @APIResponse(responseCode = "204", description = "It is deleted.")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public void delete(@PathParam("id") UUID id) {
    changes.delete(me.get(), id);
  }

  @POST
  @Path("/analyses")
  @Operation(
      summary = "Analyses the recording again, with the current models and settings.",
      description =
          "Such as after a failure, or with corrections of its own: those in the content, "
              + "where omitted ones are off; with an empty object, those of the campaign's "
              + "settings; without content, as the run before. The earlier result counts until "
              + "the new one is there.")
  @RequestBody(
      required = false,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AnalysisRequest.class)))
  @APIResponse(
      responseCode = "202",
      description = "The analysis is queued.",
      content = @Content(schema = @Schema(implementation = RecordingView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public Response analyseAgain(
      @PathParam("id") UUID id, @Context HttpServletRequest request, InputStream body) {
    RequestReader.jsonIfAny(AnalysisRequest.class, body)
        .ifPresentOrElse(
            wanted -> analysis.requestAgain(me.get(), id, wanted),
            () -> analysis.requestAgain(me.get(), id));
    return Response.accepted(recording(id, request)).build();
  }

  @PUT
  @Path("/decision")
  @Operation(
      summary = "Excludes the viewing from all figures, or includes it again.",
      description =
          "The creative's figures are recalculated from what is stored: poll it until it is settled. AUTOMATIC judges the viewing by the settings alone.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = RecordingView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  public RecordingView decide(
      @PathParam("id") UUID id, @Context HttpServletRequest request, DecisionRequest verdict) {
    verdicts.decide(me.get(), id, verdict);
    return recording(id, request);
  }

  @GET
  @Path("/decisions")
  @Operation(summary = "Every decision on the viewing; the newest, which is current, first.")
  public List<DecisionView> verdicts(@PathParam("id") UUID id) {
    return verdicts.verdicts(me.get(), id).stream().map(DecisionView::of).toList();
  }

  @GET
  @Path("/faces")
  @Operation(
      summary =
          "The faces of which an analyst has to choose the viewer's; not for read-only users.",
      description =
          "Where the recording is excluded for SEVERAL_FACES, or for NOT_UPRIGHT, when to choose one"
              + " says that it is upright after all; otherwise empty.")
  public List<FaceView> faces(@PathParam("id") UUID id) {
    return choices.faces(me.get(), id).stream().map(FaceView::of).toList();
  }

  @PUT
  @Path("/viewer-face")
  @Operation(
      summary = "Chooses the face at this place for the viewer's.",
      description =
          "The viewing is judged again from what is stored, and the creative's figures are"
              + " recalculated: poll it until it is settled. The choice holds for later analyses,"
              + " too; of several the newest.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = RecordingView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  public RecordingView chooseFace(
      @PathParam("id") UUID id, @Context HttpServletRequest request, FaceChoiceRequest choice) {
    choices.choose(me.get(), id, choice);
    return recording(id, request);
  }

  @GET
  @Path("/seconds")
  @Operation(
      summary = "The viewer's own curve.",
      description = "Also where the viewing is excluded; empty until analysed.")
  public List<ViewerSecondView> seconds(@PathParam("id") UUID id) {
    return results.viewerSeconds(me.get(), id).stream().map(ViewerSecondView::of).toList();
  }
}
