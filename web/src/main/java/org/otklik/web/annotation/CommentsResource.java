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
import org.otklik.annotation.CommentRequest;
import org.otklik.annotation.CommentService;
import org.otklik.web.session.CurrentActor;

/** The comments on a creative. */
@Path("/creatives/{id}/comments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Creatives")
public class CommentsResource {
  @Inject private CommentService comments;
  @Inject private CurrentActor me;

  @GET
  @Operation(summary = "The comments on the creative, in the order of its time.")
  public List<CommentView> all(@PathParam("id") UUID id) {
    return comments.comments(me.get(), id).stream().map(CommentView::of).toList();
  }

  @POST
  @Operation(summary = "Adds a comment.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = CommentView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  public Response add(@PathParam("id") UUID id, CommentRequest request) {
    CommentView added = CommentView.of(comments.add(me.get(), id, request));
    return Response.status(Response.Status.CREATED).entity(added).build();
  }

  @PUT
  @Path("/{comment}")
  @Operation(summary = "Replaces a comment.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CommentView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  public CommentView change(
      @PathParam("id") UUID id, @PathParam("comment") UUID comment, CommentRequest request) {
    return CommentView.of(comments.change(me.get(), id, comment, request));
  }

  @DELETE
  @Path("/{comment}")
  @Operation(summary = "Deletes a comment.")
  @APIResponse(responseCode = "204", description = "It is deleted.")
  @APIResponse(responseCode = "404", ref = "Problem")
  public void remove(@PathParam("id") UUID id, @PathParam("comment") UUID comment) {
    comments.remove(me.get(), id, comment);
  }
}
