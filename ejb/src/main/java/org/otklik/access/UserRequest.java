package org.otklik.access;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.identity.AppUser;
import org.otklik.identity.Role;
import org.otklik.mail.MailAddress;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;

/** What administrators say of a user. */
@Schema(name = "ChangedUser")
public record UserRequest(
    @Size(max = AppUser.MAX_NAME_LENGTH)
        @SingleLine
        @Schema(description = "Name as shown; the login if left out.")
        String name,
    @NotNull Role role,
    @Pattern(regexp = RequestText.LANGUAGES, message = RequestText.LANGUAGES_LISTED)
        @Schema(defaultValue = "en")
        String locale,
    @Size(max = MailAddress.MAX_LENGTH)
        @Pattern(regexp = MailAddress.PATTERN, message = MailAddress.EXAMPLE)
        @Schema(
            description = "Where failures of the user's schedules are told; nowhere if left out.")
        String email,
    @Schema(description = "Codes of the clients the user may see; none if left out.")
        List<String> clients) {

  public UserRequest {
    name = RequestText.strippedOrNull(name);
    locale = locale == null ? "en" : locale;
    email = RequestText.strippedOrNull(email);
    clients = clients == null ? List.of() : clients.stream().distinct().sorted().toList();
  }

  /** The login where none is given. */
  public String name(String login) {
    return name == null ? login : name;
  }

  public Locale language() {
    return Locale.forLanguageTag(locale);
  }
}
