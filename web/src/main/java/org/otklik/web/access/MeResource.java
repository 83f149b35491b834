package org.otklik.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.access.AccessService;
import org.otklik.access.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.web.api.JsonFields;

/** The one who asks. */
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
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
        access.clients(actor).stream().map(ClientView::of).toList());
  }

  @PUT
  @Path("/password")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Changes your own password, and ends your sessions.",
      description = "The only request that a one-time password permits.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NewPasswordView.class)))
  @APIResponse(responseCode = "204", description = "The new version is current.")
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "403", ref = "Problem")
  public void changePassword(InputStream body) {
    JsonFields fields = JsonFields.read(body, "old", "password");
    access.changePassword(me.get(), text(fields, "old"), text(fields, "password"));
  }

  /** Passwords are taken as they are, spaces included. */
  private static char[] text(JsonFields fields, String name) {
    String text = fields.text(name);
    if (text == null) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, name);
    }
    return text.toCharArray();
  }
}
