package org.otklik.web.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.access.Role;

/** What is sent to change a user; read by {@link UserResource} field by field. */
@Schema(name = "ChangedUser")
public record ChangedUserView(
    @Schema(description = "Name as shown; the login if left out.") String name,
    @Schema(required = true) Role role,
    @Schema(
            enumeration = {"en", "ru"},
            defaultValue = "en")
        String locale,
    @Schema(description = "Where failures of the user's schedules are told; nowhere if left out.")
        String email,
    @Schema(description = "Codes of the clients the user may see; none if left out.")
        List<String> clients) {}
