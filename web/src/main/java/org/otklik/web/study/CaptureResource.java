package org.otklik.web.study;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.request.RequestReader;
import org.otklik.request.RequestValidator;
import org.otklik.study.capture.CaptureIntake;
import org.otklik.study.capture.PlaybackRequest;

/** What a viewer's browser records, part by part. */
@Path("/participations/{token}/captures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@SecurityRequirements
@Tag(name = "Taking part in a study")
public class CaptureResource {
  @Inject private CaptureIntake intake;

  @PathParam("token")
  private String token;

  @POST
  @Operation(summary = "A recording begins; an unfinished one of the same creative is deleted.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = CaptureView.class)))
  @APIResponse(responseCode = "409", ref = "Problem")
  public Response begin(CaptureRequest request) {
    UUID id = intake.begin(token, RequestValidator.valid(request).creative()).publicId();
    return Response.status(Response.Status.CREATED).entity(new CaptureView(id, 0)).build();
  }

  /** What is shown meanwhile. */
  @Schema(name = "NewCapture")
  public record CaptureRequest(@NotNull UUID creative) {}

  /** How much of a recording has arrived. */
  @Schema(name = "Capture")
  public record CaptureView(UUID id, long sizeBytes) {}

  @GET
  @Path("/{id}")
  @Operation(summary = "How much of the recording has arrived, so that the rest can be sent.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CaptureView.class)))
  @APIResponse(responseCode = "404", ref = "Problem")
  public CaptureView arrived(@PathParam("id") UUID id) {
    return new CaptureView(id, intake.arrived(token, id));
  }

  @POST
  @Path("/{id}/parts")
  @Operation(summary = "Adds a part of up to 256 KiB.")
  @Parameter(
      name = "query",
      in = ParameterIn.QUERY,
      style = ParameterStyle.FORM,
      explode = Explode.TRUE,
      schema = @Schema(implementation = PartQuery.class))
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/octet-stream",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CaptureView.class)))
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public CaptureView add(@PathParam("id") UUID id, @Context UriInfo uri, InputStream part) {
    PartQuery query =
        RequestValidator.valid(RequestReader.query(PartQuery.class, uri.getQueryParameters()));
    return new CaptureView(id, intake.append(token, id, query.offset(), part));
  }

  /** Where a part belongs. */
  @Schema(name = "PartQuery")
  public record PartQuery(
      @NotNull @Min(0) @Schema(description = "How many bytes come before it.") Integer offset) {}

  @POST
  @Path("/{id}/end")
  @Operation(
      summary = "The recording is whole: it is taken in and analysed.",
      description = "May be asked again after a lost answer.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = PlaybackRequest.class)))
  @APIResponse(responseCode = "204", description = "It is taken in.")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  public void end(@PathParam("id") UUID id, InputStream playback) {
    intake.end(
        token,
        id,
        RequestValidator.valid(
            RequestReader.json(PlaybackRequest.class, playback, CaptureIntake.MAX_PART_BYTES)));
  }
}
