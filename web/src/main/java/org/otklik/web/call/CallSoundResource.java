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
import org.otklik.analysis.call.CustomerSoundRequest;
import org.otklik.web.session.CurrentActor;

/** Where in a call's sound the customer alone is heard. */
@Path("/recordings/{id}/customer-sound")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Calls")
public class CallSoundResource {
  @Inject private CallSideService sides;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID id;

  @GET
  @Operation(
      summary = "Which sound the call's file has, and where in it the customer is heard.",
      description = "Refused for what is no call.")
  @APIResponse(responseCode = "400", ref = "Problem")
  public CallSoundView sound() {
    return CallSoundView.of(sides.call(me.get(), id));
  }

  @PUT
  @Operation(
      summary = "Says where in the call's sound the customer alone is heard.",
      description =
          "All that was found in the call is deleted, and it is analysed again; of its sound only"
              + " this part is listened to: poll the recording.")
  @APIResponse(responseCode = "202", description = "The analysis is queued.")
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public Response hear(CustomerSoundRequest request) {
    sides.show(me.get(), id, null, request);
    return Response.accepted(sound()).build();
  }
}
