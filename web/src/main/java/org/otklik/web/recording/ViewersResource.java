package org.otklik.web.recording;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.recording.ViewerRequest;
import org.otklik.recording.ViewerService;
import org.otklik.web.session.CurrentActor;

/** The viewers of a campaign. */
@Path("/campaigns/{id}/viewers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Recordings")
public class ViewersResource {
  @Inject private ViewerService viewers;
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
}
