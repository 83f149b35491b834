package org.otklik.web.retention;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.retention.ClientRetention;
import org.otklik.retention.ClientRetentionRequest;
import org.otklik.retention.RetentionService;
import org.otklik.web.session.CurrentActor;

/** How long what there is of a client's viewers is kept. */
@Path("/clients/{code}/retention")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Clients and users")
public class ClientRetentionResource {
  @Inject private RetentionService retention;
  @Inject private CurrentActor me;

  @PathParam("code")
  private String code;

  @GET
  @Operation(summary = "The client's retention periods.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ClientRetention.class)))
  @APIResponse(responseCode = "404", ref = "Problem")
  public ClientRetention retention() {
    return retention.client(me.get(), code);
  }

  @PUT
  @Operation(
      summary = "Sets the client's retention periods; administrators only.",
      description =
          "They hold for all its campaigns, unless one has a shorter period. Nothing is deleted by"
              + " a new period for seven days.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ClientRetention.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  public ClientRetention change(ClientRetentionRequest request) {
    retention.changeClient(me.administrator(), code, request);
    return retention();
  }
}
