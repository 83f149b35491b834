package org.otklik.web.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.access.Role;

/** A user, without the password. */
@Schema(name = "User")
public record UserView(
    String login, String name, Role role, String locale, String email, List<String> clients) {}
