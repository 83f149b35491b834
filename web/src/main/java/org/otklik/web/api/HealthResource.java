package org.otklik.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.access.AccessService;

/** Whether the application answers; open to everybody. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Health")
public class HealthResource {
  @Inject private AccessService access;

  @GET
  @Operation(summary = "UP when the application runs and its database answers.")
  @SecurityRequirements
  public HealthView health() {
    access.find("nobody"); // a question to the database; the answer does not matter
    return new HealthView("UP");
  }
}
