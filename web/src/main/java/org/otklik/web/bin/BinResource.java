package org.otklik.web.bin;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.campaign.BinService;
import org.otklik.web.session.CurrentActor;

/** Campaigns and creatives that were deleted: restored, or deleted for good. */
@Path("/bin")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Bin")
public class BinResource {
  @Inject private BinService bin;
  @Inject private CurrentActor me;

  @GET
  @Operation(
      summary = "Deleted campaigns and creatives, what was deleted last first.",
      description = "Each can be restored for 30 days.")
  public List<BinEntryView> entries() {
    return bin.entries(me.get()).stream().map(BinEntryView::of).toList();
  }

  @POST
  @Path("/{id}/restore")
  @Operation(summary = "Restores a campaign or creative as it was.")
  @APIResponse(responseCode = "204", description = "It is restored.")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public void restore(@PathParam("id") UUID id) {
    bin.restore(me.get(), id);
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      summary = "Deletes a campaign or creative for good, with all that belongs to it.",
      description = "In the background; what is being analysed is stopped first.")
  @APIResponse(responseCode = "202", description = "It is being deleted.")
  @APIResponse(responseCode = "404", ref = "Problem")
  public Response deleteForGood(@PathParam("id") UUID id) {
    bin.deleteForGood(me.get(), id);
    return Response.accepted().build();
  }
}
