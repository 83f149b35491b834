package org.otklik.web.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a user is told of failed schedules. */
@Schema(name = "Email")
public record EmailView(@Schema(description = "Null for nowhere.") String email) {}
