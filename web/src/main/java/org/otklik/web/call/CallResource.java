package org.otklik.web.call;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.analysis.call.CallSideService;
import org.otklik.analysis.call.CustomerAreaRequest;
import org.otklik.web.session.CurrentActor;

/** Which part of a call's frame is the customer's. */
@Path("/recordings/{id}/customer-area")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Calls")
public class CallResource {
  @Inject private CallSideService sides;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID id;

  @GET
  @Operation(
      summary = "The part of the call's frame that is the customer's.",
      description = "All of it null where nobody has said so. Refused for what is no call.")
  @APIResponse(responseCode = "400", ref = "Problem")
  public CustomerAreaRequest area() {
    return sides
        .call(me.get(), id)
        .customerArea()
        .map(CustomerAreaRequest::of)
        .orElseGet(() -> new CustomerAreaRequest(null, null, null, null));
  }

  @PUT
  @Operation(
      summary = "Says which part of the call's frame is the customer's.",
      description =
          "All that was found in the call is deleted, and it is analysed again in this part only:"
              + " poll the recording.")
  @APIResponse(responseCode = "202", description = "The analysis is queued.")
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public Response show(CustomerAreaRequest request) {
    sides.show(me.get(), id, request, null);
    return Response.accepted(area()).build();
  }
}
