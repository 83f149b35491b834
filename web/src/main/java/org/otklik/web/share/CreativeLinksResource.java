package org.otklik.web.share;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.otklik.share.CreativeLinkService;
import org.otklik.share.LinkRequest;
import org.otklik.share.NewCreativeLink;
import org.otklik.web.session.CurrentActor;

/** The links by which a creative's figures are seen without a sign-in. */
@Path("/creatives/{id}/links")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Creatives")
public class CreativeLinksResource {
  @Inject private CreativeLinkService links;
  @Inject private SharedAddress addresses;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID creativeId;

  @POST
  @Operation(
      summary = "Creates a link that shows this creative with its figures without a sign-in.",
      description =
          "Read-only: the creative, its curve and key figures, over all viewers and segments that are"
              + " large enough; no viewer's video or code. Its address is in this response only.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = LinkView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  public Response create(LinkRequest request) {
    NewCreativeLink made = links.create(me.get(), creativeId, request);
    return Response.status(Response.Status.CREATED)
        .entity(LinkView.of(made.link().publicId(), made.link().term(), addresses.of(made.token())))
        .build();
  }

  @GET
  @Operation(summary = "All links to the creative, newest first, without their addresses.")
  public List<LinkView> links() {
    return links.links(me.get(), creativeId).stream()
        .map(link -> LinkView.of(link.publicId(), link.term(), null))
        .toList();
  }

  @DELETE
  @Path("/{link}")
  @Operation(summary = "Revokes a link.")
  @APIResponse(responseCode = "204", description = "It is revoked.")
  @APIResponse(responseCode = "404", ref = "Problem")
  public void revoke(@PathParam("link") UUID link) {
    links.revoke(me.get(), creativeId, link);
  }
}
