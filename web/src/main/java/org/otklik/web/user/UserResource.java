package org.otklik.web.user;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.access.AccessService;
import org.otklik.access.EmailRequest;
import org.otklik.access.NewUserRequest;
import org.otklik.access.UserRequest;
import org.otklik.access.UserService;
import org.otklik.identity.Actor;
import org.otklik.identity.UserProfile;
import org.otklik.request.RequestValidator;
import org.otklik.web.session.CurrentActor;

/** Users; for administrators. */
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
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
  @Operation(
      summary = "Creates a user; administrators only.",
      description =
          "Without a password the user gets a one-time password, which is returned once and stored nowhere.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = UserView.class)))
  @APIResponse(responseCode = "409", description = "A user of that login exists.")
  public Response add(NewUserRequest request) {
    Actor actor = me.administrator();
    String oneTime = users.add(actor, request);
    UserProfile made = users.user(actor, request.login()).profile();
    return Response.status(Response.Status.CREATED).entity(UserView.of(made, oneTime)).build();
  }

  @PUT
  @Path("/{login}")
  @Operation(summary = "Changes name, role, language, mail and clients; administrators only.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = UserAccountView.class)))
  @APIResponse(responseCode = "409", ref = "Problem")
  public UserAccountView change(@PathParam("login") String login, UserRequest request) {
    return UserAccountView.of(users.change(me.get(), login, request));
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
  @Operation(
      summary = "Switches a user to the OpenID provider; administrators only.",
      description =
          "Removes the password and ends all sessions: the first person to sign in at the provider with this verified email becomes the user. A password-reset reverts this.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = UserAccountView.class)))
  @APIResponse(responseCode = "409", ref = "Problem")
  public UserAccountView awaitProvider(@PathParam("login") String login, EmailRequest request) {
    return UserAccountView.of(users.awaitProvider(me.get(), login, request.email()));
  }

  @PUT
  @Path("/{login}/email")
  @Operation(
      summary =
          "Changes where a user is notified of failed schedules: your own address, or any as administrator.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EmailRequest.class)))
  public EmailRequest changeEmail(@PathParam("login") String login, EmailRequest request) {
    if (!me.get().login().equals(login)) {
      me.administrator();
    }
    access.changeEmail(me.get(), login, RequestValidator.valid(request).email());
    return request;
  }
}
