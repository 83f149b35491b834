package org.otklik.web.image;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.nio.charset.StandardCharsets;
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
import org.otklik.identity.Actor;
import org.otklik.image.FolderBatchRequest;
import org.otklik.image.ImageBatch;
import org.otklik.image.ImageBatchRequest;
import org.otklik.image.ImageCsv;
import org.otklik.image.ImageService;
import org.otklik.request.RequestReader;
import org.otklik.web.api.CsvQuery;
import org.otklik.web.session.CurrentActor;

/** Single pictures: sent in a ZIP, in a form or named as a folder; their emotions as CSV. */
@Path("/image-batches")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Images")
public class ImageBatchResource {
  @Inject private ImageService images;
  @Inject private ImageUploads uploads;
  @Inject private ImageBatchViews views;
  @Inject private CurrentActor me;

  @GET
  @Operation(summary = "The image batches you may see, newest first.")
  public List<ImageBatchView> batches() {
    return views.of(images.batches(me.get()));
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Uploads images, or names a folder of the inbox; a job analyses them.",
      description =
          "A ZIP is the content of the request; images are the files of a form. For "
              + "these, client and name are in the query. A folder is named in JSON, with "
              + "client and name. JPEG, PNG, WebP, BMP, GIF and TIFF are supported; unreadable "
              + "files are listed with the reason, and the others continue. Poll the Location "
              + "until the state is COMPLETED.")
  @Parameter(
      name = "query",
      in = ParameterIn.QUERY,
      style = ParameterStyle.FORM,
      explode = Explode.TRUE,
      schema = @Schema(implementation = ImageBatchRequest.class))
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = "application/zip",
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = "multipart/form-data", schema = @Schema(type = SchemaType.OBJECT)),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = FolderBatchRequest.class))
      })
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = ImageBatchView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "413", ref = "Problem")
  @APIResponse(responseCode = "415", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  public Response add(
      @Context UriInfo uri,
      @Parameter(hidden = true) @HeaderParam("Content-Type") String mediaType,
      InputStream body) {
    Actor actor = me.get();
    boolean folder = mediaType != null && mediaType.startsWith(MediaType.APPLICATION_JSON);
    ImageBatch batch =
        folder
            ? uploads.list(actor, RequestReader.json(FolderBatchRequest.class, body))
            : uploads.receive(
                actor,
                RequestReader.query(ImageBatchRequest.class, uri.getQueryParameters()),
                mediaType,
                body);
    return Response.accepted(views.of(batch)).location(views.address(batch)).build();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "An image batch and its progress.")
  public ImageBatchView batch(@PathParam("id") UUID id) {
    return views.of(images.batch(me.get(), id));
  }

  @GET
  @Path("/{id}/csv")
  @Produces({"text/csv", "application/problem+json"})
  @Operation(
      summary = "One line per image, in UTF-8.",
      description =
          "image_path, emotion, the seven probabilities, faces, outcome (OBSERVED, "
              + "WHOLE_PICTURE, LOW_QUALITY, NO_FACE, UNREADABLE), reason. The emotion is that "
              + "of the largest face of sufficient quality, and empty where there is none. A "
              + "path that a spreadsheet would take for a formula has an apostrophe before it.")
  @APIResponse(responseCode = "200", description = "A CSV.")
  @APIResponse(responseCode = "409", ref = "Problem")
  @Parameter(
      name = "query",
      in = ParameterIn.QUERY,
      style = ParameterStyle.FORM,
      explode = Explode.TRUE,
      schema = @Schema(implementation = CsvQuery.class))
  public Response csv(@PathParam("id") UUID id, @Context UriInfo uri) throws IOException {
    CsvQuery query = CsvQuery.of(uri.getQueryParameters());
    StringBuilder csv = new StringBuilder();
    ImageCsv.write(images.results(me.get(), id), query.records(csv));
    return Response.ok(csv.toString().getBytes(StandardCharsets.UTF_8), "text/csv;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".csv\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      summary = "Deletes a batch with its results and its images.",
      description = "Images of the inbox stay where they are.")
  @APIResponse(responseCode = "204", description = "It is deleted.")
  public void remove(@PathParam("id") UUID id) {
    images.remove(me.get(), id);
  }
}
