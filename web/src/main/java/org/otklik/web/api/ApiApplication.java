package org.otklik.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.otklik.web.problem.ProblemView;
import org.otklik.web.problem.ProblemWriter;

/** The REST API, version 1. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Otklik",
            version = "1",
            description =
                """
                Upload a creative and recordings of its viewers, and see second by second which facial \
                expressions it brings about. Expressions, not inner states, are measured.

                Every error is an `application/problem+json` (RFC 9457) in English or Russian, by \
                `Accept-Language`; programs rely on its `code`. Identifiers are UUIDs. Videos are sent \
                as the raw content of the request, not as a form; images as a ZIP or a \
                form.""",
            license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
    security = @SecurityRequirement(name = "basic"),
    components =
        @Components(
            responses =
                @APIResponse(
                    name = "Problem",
                    description = "A problem, with what to do next.",
                    content =
                        @Content(
                            mediaType = ProblemWriter.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemView.class)))))
@SecurityScheme(
    securitySchemeName = "basic",
    type = SecuritySchemeType.HTTP,
    scheme = "basic",
    description = "User name and password. Pages of the portal may also GET with its session.")
public class ApiApplication extends Application {}
