package org.otklik.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.access.password.PasswordRules;
import org.otklik.identity.AppUser;
import org.otklik.identity.Role;
import org.otklik.mail.MailAddress;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;

/** A user to be made. */
@Schema(name = "NewUser")
public record NewUserRequest(
    @NotBlank
        @Size(max = 64)
        @Pattern(regexp = "[a-z0-9][a-z0-9._@-]*", message = "a-z 0-9 . _ @ -")
        String login,
    @Size(max = AppUser.MAX_NAME_LENGTH)
        @SingleLine
        @Schema(description = "Name as shown; the login if left out.")
        String name,
    @Schema(
            minLength = PasswordRules.MIN_LENGTH,
            maxLength = PasswordRules.MAX_LENGTH,
            description = "One for the first sign-in is made if left out.")
        String password,
    @Schema(
            description =
                "Instead of a password: the user is whoever comes first from the OpenID provider"
                    + " with this verified mail.")
        String providerEmail,
    @NotNull Role role,
    @Pattern(regexp = RequestText.LANGUAGES, message = RequestText.LANGUAGES_LISTED)
        @Schema(defaultValue = "en")
        String locale,
    @Size(max = MailAddress.MAX_LENGTH)
        @Pattern(regexp = MailAddress.PATTERN, message = MailAddress.EXAMPLE)
        @Schema(
            description = "Where failures of the user's schedules are told; nowhere if left out.")
        String email,
    @Schema(description = "Codes of the clients the user may see.") List<String> clients) {

  public NewUserRequest {
    login = login == null ? null : login.strip().toLowerCase(Locale.ROOT);
    name = RequestText.strippedOrNull(name);
    email = RequestText.strippedOrNull(email);
  }

  /** All but how the user signs in. */
  public UserRequest user() {
    return new UserRequest(name, role, locale, email, clients);
  }

  @Override
  public String toString() {
    return "NewUserRequest[" + login + "]"; // never the password
  }
}
