package org.otklik.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.access.AccessService;
import org.otklik.access.Actor;
import org.otklik.access.Role;
import org.otklik.mail.MailAddress;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.web.api.JsonFields;

/** Users; for administrators. */
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Clients and users")
public class UserResource {
  static final int LEAST_PASSWORD = 10;

  private static final int MOST_PASSWORD = 200;
  private static final int NAME_LENGTH = 200;

  @Inject private AccessService access;
  @Inject private CurrentActor me;

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Makes a user; administrators only.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NewUserView.class)))
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = UserView.class)))
  @APIResponse(responseCode = "409", description = "There is a user of that login already.")
  public Response add(InputStream body) {
    Actor actor = me.administrator();
    JsonFields fields =
        JsonFields.read(body, "login", "name", "password", "role", "locale", "email", "clients");
    UserView user = user(fields);
    String password = password(fields);
    user.clients().forEach(code -> access.client(actor, code));
    if (access.find(user.login()).isPresent()) {
      throw new ProblemException(ProblemCode.USER_EXISTS, user.login());
    }
    access.provideUser(
        user.login(),
        user.name(),
        password.toCharArray(),
        user.role(),
        Locale.forLanguageTag(user.locale()),
        user.clients().toArray(String[]::new));
    access.changeEmail(user.login(), user.email());
    return Response.status(Response.Status.CREATED).entity(user).build();
  }

  @PUT
  @Path("/{login}/email")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Changes where a user is told of failed schedules: one's own, or as administrator.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = EmailView.class)))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EmailView.class)))
  public EmailView changeEmail(@PathParam("login") String login, InputStream body) {
    if (!me.get().login().equals(login)) {
      me.administrator();
    }
    String email = email(JsonFields.read(body, "email"));
    access.changeEmail(login, email);
    return new EmailView(email);
  }

  private static String email(JsonFields fields) {
    String email = fields.text("email");
    return email == null ? null : MailAddress.of("email", email);
  }

  private static UserView user(JsonFields fields) {
    String login = Fields.text("login", fields.text("login"), 64).toLowerCase(Locale.ROOT);
    if (!login.matches("[a-z0-9][a-z0-9._@-]*")) {
      throw new ProblemException(ProblemCode.FIELD_INVALID, "login", login, "a-z 0-9 . _ @ -");
    }
    String name = fields.text("name");
    return new UserView(
        login,
        name == null ? login : Fields.text("name", name, NAME_LENGTH),
        role(Fields.text("role", fields.text("role"), 20)),
        fields.language("locale", Locale.ENGLISH).getLanguage(),
        email(fields),
        List.copyOf(fields.texts("clients")));
  }

  private static Role role(String text) {
    return Arrays.stream(Role.values())
        .filter(role -> role.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemCode.FIELD_INVALID, "role", text, Arrays.toString(Role.values())));
  }

  private static String password(JsonFields fields) {
    String password = fields.text("password");
    if (password == null || password.isEmpty()) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, "password");
    }
    if (password.length() < LEAST_PASSWORD || password.length() > MOST_PASSWORD) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, "password", "…", LEAST_PASSWORD + "–" + MOST_PASSWORD);
    }
    return password;
  }
}
