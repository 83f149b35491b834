package org.otklik.web.recording;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
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
import org.otklik.analysis.result.ResultService;
import org.otklik.identity.Actor;
import org.otklik.recording.Recording;
import org.otklik.recording.RecordingRequest;
import org.otklik.request.RequestReader;
import org.otklik.web.problem.ProblemLanguage;
import org.otklik.web.session.CurrentActor;
import org.otklik.web.upload.VideoUploads;

/** The recordings of a creative. */
@Path("/creatives/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Recordings")
public class CreativeRecordingsResource {
  @Inject private ResultService results;
  @Inject private VideoUploads uploads;
  @Inject private CurrentActor me;

  @GET
  @Path("/viewings")
  @Operation(summary = "The creative's recordings in the order of upload, with state and response.")
  public List<RecordingView> viewings(
      @PathParam("id") UUID id, @Context HttpServletRequest request) {
    Locale locale = ProblemLanguage.of(request);
    return results.viewings(me.get(), id).stream()
        .map(viewing -> RecordingView.of(viewing, locale))
        .toList();
  }

  @POST
  @Path("/recordings")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Uploads a recording of one viewer; its analysis starts automatically.",
      description = "The video is the content of the request. The fields are checked before it.")
  @Parameter(
      name = "query",
      in = ParameterIn.QUERY,
      style = ParameterStyle.FORM,
      explode = Explode.TRUE,
      schema = @Schema(implementation = RecordingRequest.class))
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "video/*",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = RecordingView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "413", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  public Response add(
      @PathParam("id") UUID id,
      @Context UriInfo uri,
      @Context HttpServletRequest request,
      @Parameter(hidden = true) @HeaderParam("Content-Type") String mediaType,
      InputStream body) {
    Actor actor = me.get();
    RecordingRequest said = RequestReader.query(RecordingRequest.class, uri.getQueryParameters());
    Recording added = uploads.recording(actor, id, said, mediaType, body);
    UUID recording = added.publicId();
    return Response.created(uri.getBaseUriBuilder().path(RecordingResource.class).build(recording))
        .entity(RecordingView.of(results.viewing(actor, recording), ProblemLanguage.of(request)))
        .build();
  }
}
