package org.otklik.web.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.access.PasswordRules;
import org.otklik.access.Role;

/** What is sent to make a user; read by {@link UserResource} field by field. */
@Schema(name = "NewUser")
public record NewUserView(
    @Schema(required = true, description = "a-z, 0-9 and . _ @ -, at most 64 characters.")
        String login,
    @Schema(description = "Name as shown; the login if omitted.") String name,
    @Schema(
            minLength = PasswordRules.LEAST_LENGTH,
            maxLength = PasswordRules.MOST_LENGTH,
            description = "A one-time password is created if omitted.")
        String password,
    @Schema(
            description =
                "Instead of a password: the first person to sign in with this verified email "
                    + "becomes the user.")
        String providerEmail,
    @Schema(required = true) Role role,
    @Schema(
            enumeration = {"en", "ru"},
            defaultValue = "en")
        String locale,
    @Schema(description = "Where the user is notified of failed schedules; nowhere if omitted.")
        String email,
    @Schema(description = "Codes of the clients the user may see.") List<String> clients) {}
