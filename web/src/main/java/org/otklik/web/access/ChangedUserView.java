package org.otklik.web.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.access.Role;

/** What is sent to change a user; read by {@link UserResource} field by field. */
@Schema(name = "ChangedUser")
public record ChangedUserView(
    @Schema(description = "Name as shown; the login if omitted.") String name,
    @Schema(required = true) Role role,
    @Schema(
            enumeration = {"en", "ru"},
            defaultValue = "en")
        String locale,
    @Schema(description = "Where the user is notified of failed schedules; nowhere if omitted.")
        String email,
    @Schema(description = "Codes of the clients the user may see; none if omitted.")
        List<String> clients) {}
