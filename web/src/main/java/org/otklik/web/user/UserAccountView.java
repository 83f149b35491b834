package org.otklik.web.user;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.access.UserAccount;
import org.otklik.identity.Role;
import org.otklik.identity.SignInMethod;
import org.otklik.identity.UserProfile;

/** A user as administrators see them, without the password. */
@Schema(name = "UserAccount")
public record UserAccountView(
    String login,
    String name,
    Role role,
    String locale,
    String email,
    List<String> clients,
    @Schema(description = "False for a deactivated user.") boolean active,
    @Schema(description = "True while the one-time password has not been changed.")
        boolean passwordChangeNeeded,
    @Schema(description = "By a password, or by the OpenID provider.") SignInMethod wayIn,
    @Schema(
            description =
                "Verified email that the provider must confirm at the first sign-in; otherwise null.")
        String providerEmail,
    Instant createdAt,
    @Schema(description = "Null before the first.") Instant lastSignInAt) {
  public static UserAccountView of(UserAccount account) {
    UserProfile user = account.profile();
    return new UserAccountView(
        user.login(),
        user.name(),
        user.role(),
        user.locale().getLanguage(),
        user.email(),
        user.clients(),
        account.isActive(),
        account.isWaiting(),
        account.wayIn(),
        account.providerEmail(),
        account.createdAt(),
        account.lastSignInAt());
  }
}
