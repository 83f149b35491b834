package org.otklik.web.user;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.access.AccessService;
import org.otklik.access.PreferencesRequest;
import org.otklik.access.password.PasswordRequest;
import org.otklik.identity.Actor;
import org.otklik.request.RequestValidator;
import org.otklik.web.session.CurrentActor;

/** The one who asks. */
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Clients and users")
public class MeResource {
  @Inject private AccessService access;
  @Inject private CurrentActor me;

  @GET
  @Operation(summary = "Who you are, and what you may do.")
  public MeView me() {
    Actor actor = me.get();
    return new MeView(
        actor.login(),
        actor.displayName(),
        actor.role(),
        actor.locale().getLanguage(),
        actor.zone() == null ? null : actor.zone().getId(),
        access.clients(actor).stream().map(ClientView::of).toList());
  }

  @PUT
  @Path("/preferences")
  @Operation(summary = "Changes your own language and time zone.")
  @APIResponse(responseCode = "204", description = "They hold from the next request on.")
  @APIResponse(responseCode = "400", ref = "Problem")
  public void prefer(PreferencesRequest request) {
    access.prefer(me.get(), request);
  }

  @PUT
  @Path("/password")
  @Operation(
      summary = "Changes your own password, and ends your sessions.",
      description = "The only request that a one-time password permits.")
  @APIResponse(responseCode = "204", description = "The new version is current.")
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "403", ref = "Problem")
  public void changePassword(PasswordRequest request) {
    RequestValidator.valid(request);
    access.changePassword(me.get(), request.old().toCharArray(), request.password().toCharArray());
  }
}
