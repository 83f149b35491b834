package org.otklik.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.management.ManagementFactory;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.administration.OperatingService;
import org.otklik.administration.Trouble;
import org.otklik.outage.DatabaseWatch;

/** Whether the application answers; open to everybody. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Health")
public class HealthResource {
  private static final int RETRY_SECONDS = 10;

  @Inject private DatabaseWatch database;
  @Inject private OperatingService operating;

  @GET
  @Operation(
      summary =
          "UP when all is well; DEGRADED when a disk is full, the database takes no changes or the"
              + " object store does not answer, so that nothing more is taken; DOWN (503) when the"
              + " database does not answer.")
  @APIResponse(
      responseCode = "200",
      description = "UP or DEGRADED",
      content = @Content(schema = @Schema(implementation = HealthView.class)))
  @APIResponse(
      responseCode = "503",
      description = "DOWN",
      content = @Content(schema = @Schema(implementation = HealthView.class)))
  @SecurityRequirements
  public Response health() {
    HealthView view = HealthView.of(operating.troublesHere().stream().map(Trouble::kind).toList());
    return answer(view, view.status() == HealthView.Status.DOWN);
  }

  @GET
  @Path("/started")
  @Operation(
      summary =
          "In the form of MicroProfile Health: UP once the server has started with its database.")
  @APIResponse(
      responseCode = "200",
      description = "UP",
      content = @Content(schema = @Schema(implementation = HealthCheckView.class)))
  @APIResponse(
      responseCode = "503",
      description = "DOWN",
      content = @Content(schema = @Schema(implementation = HealthCheckView.class)))
  @SecurityRequirements
  public Response started() {
    return answer(
        HealthCheckView.of(
            HealthCheckView.Check.of(
                "database at the start",
                database.isStarted(),
                "The server was started without its database, and begins anew once it is there.")));
  }

  @GET
  @Path("/ready")
  @Operation(
      summary =
          "In the form of MicroProfile Health: UP while requests can be answered, which needs the"
              + " database. A full disk is told by /health: what is there can still be looked at.")
  @APIResponse(
      responseCode = "200",
      description = "UP",
      content = @Content(schema = @Schema(implementation = HealthCheckView.class)))
  @APIResponse(
      responseCode = "503",
      description = "DOWN",
      content = @Content(schema = @Schema(implementation = HealthCheckView.class)))
  @SecurityRequirements
  public Response ready() {
    return answer(
        HealthCheckView.of(
            HealthCheckView.Check.of(
                "database",
                database.answers(),
                "The database does not answer: look at its log, disk and network.")));
  }

  @GET
  @Path("/live")
  @Operation(
      summary =
          "In the form of MicroProfile Health: DOWN when only a restart helps, because threads wait"
              + " for each other for ever.")
  @APIResponse(
      responseCode = "200",
      description = "UP",
      content = @Content(schema = @Schema(implementation = HealthCheckView.class)))
  @APIResponse(
      responseCode = "503",
      description = "DOWN",
      content = @Content(schema = @Schema(implementation = HealthCheckView.class)))
  @SecurityRequirements
  public Response live() {
    return answer(
        HealthCheckView.of(
            HealthCheckView.Check.of(
                "threads",
                ManagementFactory.getThreadMXBean().findDeadlockedThreads() == null,
                "Threads wait for each other for ever: restart the server.")));
  }

  private static Response answer(HealthCheckView view) {
    return answer(view, view.status() == HealthCheckView.Status.DOWN);
  }

  private static Response answer(Object view, boolean isDown) {
    return isDown
        ? Response.status(Response.Status.SERVICE_UNAVAILABLE)
            .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
            .entity(view)
            .build()
        : Response.ok(view).build();
  }
}
