package org.otklik.web.user;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.identity.Role;

/** The one who asks. */
@Schema(name = "Me")
public record MeView(
    String login,
    String name,
    Role role,
    String locale,
    @Schema(description = "Time zone in which the portal tells times; null for the browser's.")
        String timeZone,
    @Schema(description = "The clients you may see.") List<ClientView> clients) {}
