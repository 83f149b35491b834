package org.otklik.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.otklik.access.UserProfile;
import org.otklik.access.UserService;
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
  @Inject private AccessService access;
  @Inject private UserService users;
  @Inject private CurrentActor me;

  @GET
  @Operation(summary = "All users, by login; administrators only.")
  public List<UserAccountView> users() {
    return users.users(me.get()).stream().map(UserAccountView::of).toList();
  }

  @GET
  @Path("/{login}")
  @Operation(summary = "A user; administrators only.")
  public UserAccountView user(@PathParam("login") String login) {
    return UserAccountView.of(users.user(me.get(), login));
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Creates a user; administrators only.",
      description =
          "Without a password the user gets a one-time password, which is returned once "
              + "and stored nowhere.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NewUserView.class)))
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = UserView.class)))
  @APIResponse(responseCode = "409", description = "A user of that login exists.")
  public Response add(InputStream body) {
    Actor actor = me.administrator();
    JsonFields fields =
        JsonFields.read(
            body,
            "login",
            "name",
            "password",
            "providerEmail",
            "role",
            "locale",
            "email",
            "clients");
    UserProfile profile = profile(fields.text("login"), fields);
    String oneTime = make(actor, profile, fields);
    String login = profile.login().strip().toLowerCase(Locale.ROOT);
    UserProfile made = users.user(actor, login).profile();
    return Response.status(Response.Status.CREATED).entity(UserView.of(made, oneTime)).build();
  }

  /** Gives the password for the first sign-in, if one was made. */
  private String make(Actor actor, UserProfile profile, JsonFields fields) {
    String password = fields.text("password");
    String providerEmail = fields.text("providerEmail");
    if (password == null && providerEmail == null) {
      return users.add(actor, profile);
    }
    if (password == null) {
      users.addAwaited(actor, profile, providerEmail);
    } else if (providerEmail == null) {
      users.add(actor, profile, password.toCharArray());
    } else {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, "providerEmail", Fields.shortened(providerEmail), "password");
    }
    return null;
  }

  @PUT
  @Path("/{login}")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Changes name, role, language, mail and clients; administrators only.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ChangedUserView.class)))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = UserAccountView.class)))
  @APIResponse(responseCode = "409", ref = "Problem")
  public UserAccountView change(@PathParam("login") String login, InputStream body) {
    Actor actor = me.administrator();
    JsonFields fields = JsonFields.read(body, "name", "role", "locale", "email", "clients");
    return UserAccountView.of(users.change(actor, profile(login, fields)));
  }

  @POST
  @Path("/{login}/password-reset")
  @Operation(
      summary = "Sets a one-time password and ends all sessions; administrators only.",
      description = "It is returned once and stored nowhere.")
  public OneTimePasswordView resetPassword(@PathParam("login") String login) {
    return new OneTimePasswordView(login, users.resetPassword(me.get(), login));
  }

  @POST
  @Path("/{login}/deactivate")
  @Operation(summary = "Deactivates a user at once; administrators only.")
  public UserAccountView deactivate(@PathParam("login") String login) {
    users.deactivate(me.get(), login);
    return user(login);
  }

  @POST
  @Path("/{login}/reactivate")
  @Operation(summary = "Reactivates a user; administrators only.")
  public UserAccountView reactivate(@PathParam("login") String login) {
    users.reactivate(me.get(), login);
    return user(login);
  }

  @POST
  @Path("/{login}/end-sessions")
  @Operation(summary = "Ends all sessions of a user; administrators only.")
  public UserAccountView endSessions(@PathParam("login") String login) {
    users.endSessions(me.get(), login);
    return user(login);
  }

  @PUT
  @Path("/{login}/provider-email")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Switches a user to the OpenID provider; administrators only.",
      description =
          "Removes the password and ends all sessions: the first person to sign in at the "
              + "provider with this verified email becomes the user. A password-reset reverts "
              + "this.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = EmailView.class)))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = UserAccountView.class)))
  @APIResponse(responseCode = "409", ref = "Problem")
  public UserAccountView awaitProvider(@PathParam("login") String login, InputStream body) {
    Actor actor = me.administrator();
    JsonFields fields = JsonFields.read(body, "email");
    return UserAccountView.of(users.awaitProvider(actor, login, fields.text("email")));
  }

  @PUT
  @Path("/{login}/email")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary =
          "Changes where a user is notified of failed schedules: your own address, or any as administrator.")
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
    JsonFields fields = JsonFields.read(body, "email");
    String email = fields.text("email");
    String checked = email == null ? null : MailAddress.of("email", email);
    access.changeEmail(me.get(), login, checked);
    return new EmailView(checked);
  }

  private static UserProfile profile(String login, JsonFields fields) {
    if (login == null) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, "login");
    }
    return new UserProfile(
        login,
        fields.text("name"),
        role(Fields.text("role", fields.text("role"), 20)),
        fields.language("locale", Locale.ENGLISH),
        fields.text("email"),
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
}
