package org.otklik.web.user;

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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.access.AccessService;
import org.otklik.access.ClientNameRequest;
import org.otklik.access.ClientRequest;
import org.otklik.identity.Actor;
import org.otklik.identity.Client;
import org.otklik.removal.ClientDeletionService;
import org.otklik.web.session.CurrentActor;

/** Clients (brands). */
@Path("/clients")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Clients and users")
public class ClientResource {
  @Inject private AccessService access;
  @Inject private ClientDeletionService deletions;
  @Inject private CurrentActor me;

  @GET
  @Operation(summary = "The clients you may see, by name.")
  public List<ClientView> clients() {
    return access.clients(me.get()).stream().map(ClientView::of).toList();
  }

  @POST
  @Operation(
      summary = "Creates a client; administrators only.",
      description = "If a client of that code exists, it is returned unchanged.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ClientView.class)))
  @APIResponse(responseCode = "200", description = "A client of that code existed.")
  public Response add(ClientRequest request) {
    Actor actor = me.administrator();
    Optional<Client> there = find(actor, request.code());
    Client client = there.orElseGet(() -> access.saveClient(actor, request));
    return Response.status(there.isPresent() ? Response.Status.OK : Response.Status.CREATED)
        .entity(ClientView.of(client))
        .build();
  }

  @PUT
  @Path("/{code}")
  @Operation(summary = "Renames a client; administrators only.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ClientView.class)))
  @APIResponse(responseCode = "404", ref = "Problem")
  public ClientView rename(@PathParam("code") String code, ClientNameRequest request) {
    Actor actor = me.administrator();
    access.client(actor, code);
    return ClientView.of(access.saveClient(actor, new ClientRequest(code, request.name())));
  }

  @DELETE
  @Path("/{code}")
  @Operation(
      summary = "Deletes a client for good, with all that it owns; administrators only.",
      description =
          "Campaigns, recordings, answers, reports and images, in the background. Its users stay.")
  @APIResponse(responseCode = "202", description = "It is being deleted.")
  @APIResponse(responseCode = "404", ref = "Problem")
  public Response delete(@PathParam("code") String code) {
    deletions.delete(me.administrator(), code);
    return Response.accepted().build();
  }

  private Optional<Client> find(Actor actor, String code) {
    return access.clients(actor).stream().filter(client -> client.code().equals(code)).findFirst();
  }
}
