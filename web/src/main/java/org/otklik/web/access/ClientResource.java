package org.otklik.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.access.AccessService;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.web.api.JsonFields;

/** Clients (brands). */
@Path("/clients")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Clients and users")
public class ClientResource {
  private static final int NAME_LENGTH = 200;

  @Inject private AccessService access;
  @Inject private CurrentActor me;

  @GET
  @Operation(summary = "The clients you may see, by name.")
  public List<ClientView> clients() {
    return access.clients(me.get()).stream().map(ClientView::of).toList();
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Makes a client; administrators only.",
      description = "If there is a client of that code already, it is answered as it is.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ClientView.class)))
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ClientView.class)))
  @APIResponse(responseCode = "200", description = "There was a client of that code.")
  public Response add(InputStream body) {
    me.administrator();
    JsonFields fields = JsonFields.read(body, "code", "name");
    String code = Fields.text("code", fields.text("code"), 63);
    if (!code.matches("[a-z0-9][a-z0-9-]{0,62}")) {
      throw new ProblemException(ProblemCode.FIELD_INVALID, "code", code, "a-z 0-9 -");
    }
    String name = Fields.text("name", fields.text("name"), NAME_LENGTH);
    boolean there =
        access.clients(me.get()).stream().anyMatch(client -> client.code().equals(code));
    return Response.status(there ? Response.Status.OK : Response.Status.CREATED)
        .entity(ClientView.of(access.provideClient(code, name)))
        .build();
  }
}
