package org.otklik.web.recording;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.export.ViewerArchive;
import org.otklik.export.ViewerExportService;
import org.otklik.recording.ViewerRequest;
import org.otklik.recording.ViewerService;
import org.otklik.removal.ViewerDeletionService;
import org.otklik.web.connection.SentFile;
import org.otklik.web.session.CurrentActor;

/** The viewers of a campaign. */
@Path("/campaigns/{id}/viewers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Recordings")
public class ViewersResource {
  @Inject private ViewerService viewers;
  @Inject private ViewerDeletionService deletions;
  @Inject private ViewerExportService exports;
  @Inject private ViewerArchive archive;
  @Inject private CurrentActor me;

  @PUT
  @Path("/{viewer}")
  @Operation(
      summary = "Gives a viewer another code and other attributes.",
      description = "Attributes that are not in the content are removed.")
  @APIResponse(responseCode = "204", description = "They are stored.")
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public void describe(
      @PathParam("id") UUID id, @PathParam("viewer") String viewer, ViewerRequest request) {
    viewers.describe(me.get(), id, viewer, request);
  }

  @GET
  @Path("/{viewer}/contents")
  @Operation(
      summary = "What there is of a viewer, and would be deleted with it.",
      description = "With the reports that list the viewer, and how many links open them.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ViewerContentsView.class)))
  @APIResponse(responseCode = "404", ref = "Problem")
  public ViewerContentsView contents(@PathParam("id") UUID id, @PathParam("viewer") String viewer) {
    return ViewerContentsView.of(deletions.contents(me.get(), id, viewer));
  }

  @GET
  @Path("/{viewer}/file")
  @Produces({"application/zip", "application/problem+json"})
  @Operation(
      summary = "All that is held on a viewer, as a ZIP for that person.",
      description =
          "JSON under the names of tables and columns, what each means, and the videos. That it"
              + " was handed out is written to the audit log.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/zip",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "404", ref = "Problem")
  public Response file(
      @PathParam("id") UUID id,
      @PathParam("viewer") String viewer,
      @Context HttpServletRequest http)
      throws IOException {
    SentFile content = SentFile.passing(archive.file(exports.hand(me.get(), id, viewer)));
    return Response.ok(content.entity(http), "application/zip")
        .header("Content-Length", content.length())
        .header("Content-Disposition", "attachment; filename=\"otklik-viewer.zip\"")
        .header("Cache-Control", "private, no-store")
        .build();
  }

  @DELETE
  @Path("/{viewer}")
  @Operation(
      summary = "Deletes a viewer for good, with all that there is of it.",
      description =
          "Recordings with videos and results, answers, the link to the consent, and the reports"
              + " that list the viewer with their links; figures are recalculated. In the"
              + " background, at once; what is being analysed is stopped first.")
  @APIResponse(responseCode = "202", description = "The viewer is being deleted.")
  @APIResponse(responseCode = "404", ref = "Problem")
  public Response delete(@PathParam("id") UUID id, @PathParam("viewer") String viewer) {
    deletions.delete(me.get(), id, viewer);
    return Response.accepted().build();
  }
}
