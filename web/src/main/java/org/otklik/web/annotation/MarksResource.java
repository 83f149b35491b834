package org.otklik.web.annotation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.annotation.MarkRequest;
import org.otklik.annotation.MarkService;
import org.otklik.web.session.CurrentActor;

/** The marks on a creative. */
@Path("/creatives/{id}/marks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Creatives")
public class MarksResource {
  @Inject private MarkService marks;
  @Inject private CurrentActor me;

  @GET
  @Operation(summary = "The marks on the creative, in the order of its time.")
  public List<MarkView> all(@PathParam("id") UUID id) {
    return marks.marks(me.get(), id).stream().map(MarkView::of).toList();
  }

  @POST
  @Operation(summary = "Adds a mark.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = MarkView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  public Response add(@PathParam("id") UUID id, MarkRequest request) {
    MarkView added = MarkView.of(marks.add(me.get(), id, request));
    return Response.status(Response.Status.CREATED).entity(added).build();
  }

  @PUT
  @Path("/{mark}")
  @Operation(summary = "Replaces a mark.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = MarkView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  public MarkView change(
      @PathParam("id") UUID id, @PathParam("mark") UUID mark, MarkRequest request) {
    return MarkView.of(marks.change(me.get(), id, mark, request));
  }

  @DELETE
  @Path("/{mark}")
  @Operation(summary = "Deletes a mark.")
  @APIResponse(responseCode = "204", description = "It is deleted.")
  @APIResponse(responseCode = "404", ref = "Problem")
  public void remove(@PathParam("id") UUID id, @PathParam("mark") UUID mark) {
    marks.remove(me.get(), id, mark);
  }
}
