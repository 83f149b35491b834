package org.otklik.web.user;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.identity.Role;
import org.otklik.identity.UserProfile;

/** A user, just made. */
@Schema(name = "User")
public record UserView(
    String login,
    String name,
    Role role,
    String locale,
    String email,
    List<String> clients,
    @Schema(description = "For the first sign-in, if none was given; shown only once.")
        String oneTimePassword) {
  static UserView of(UserProfile user, String oneTimePassword) {
    return new UserView(
        user.login(),
        user.name(),
        user.role(),
        user.locale().getLanguage(),
        user.email(),
        user.clients(),
        oneTimePassword);
  }
}
