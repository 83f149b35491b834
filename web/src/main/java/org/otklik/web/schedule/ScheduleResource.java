package org.otklik.web.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.access.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.schedule.ScheduleService;
import org.otklik.web.access.CurrentActor;
import org.otklik.web.api.QueryFields;
import org.otklik.web.problem.ProblemLanguage;

/** One schedule. */
@Path("/schedules/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Schedules")
public class ScheduleResource {
  private static final int USUAL_FIRES = 10;
  private static final int MOST_FIRES = 100;

  @Inject private ScheduleService schedules;
  @Inject private ScheduleOrders orders;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID id;

  @GET
  @Operation(summary = "A schedule, with its previous and next time.")
  public ScheduleView schedule() {
    return ScheduleView.of(schedules.schedule(me.get(), id));
  }

  @PUT
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Replaces the schedule.",
      description = "Its owner is unchanged, and it stays paused if it is.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NewScheduleView.class)))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ScheduleView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  public ScheduleView change(InputStream body) {
    Actor actor = me.get();
    actor.requireUpload();
    UUID campaign = schedules.schedule(actor, id).subject().campaign().publicId();
    return ScheduleView.of(schedules.change(actor, id, orders.read(body, actor, campaign)));
  }

  @DELETE
  @Operation(summary = "Deletes the schedule and the history of its runs; its reports are kept.")
  public void delete() {
    schedules.delete(me.get(), id);
  }

  @POST
  @Path("/pause")
  @Operation(summary = "Pauses the schedule until it is resumed.")
  public ScheduleView pause() {
    return ScheduleView.of(schedules.pause(me.get(), id));
  }

  @POST
  @Path("/resume")
  @Operation(summary = "Resumes the schedule; runs missed meanwhile are not made up for.")
  public ScheduleView resume() {
    return ScheduleView.of(schedules.resume(me.get(), id));
  }

  @POST
  @Path("/run-now")
  @Operation(
      summary = "Runs it now, whether or not there are new data.",
      description = "Poll its runs until this one's state is COMPLETED or FAILED.")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = ScheduleRunView.class)))
  public Response runNow(@Context HttpServletRequest request) {
    return Response.accepted(
            ScheduleRunView.of(schedules.runNow(me.get(), id), ProblemLanguage.of(request)))
        .build();
  }

  @GET
  @Path("/runs")
  @Operation(summary = "Its latest 200 runs, newest first, with the reports of each.")
  public List<ScheduleRunView> runs(@Context HttpServletRequest request) {
    Locale locale = ProblemLanguage.of(request);
    return schedules.runs(me.get(), id).stream()
        .map(run -> ScheduleRunView.of(run, locale))
        .toList();
  }

  @GET
  @Path("/fires")
  @Operation(summary = "Its next runs, whether or not it is paused.")
  @Parameter(
      name = "count",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              type = SchemaType.INTEGER,
              minimum = "1",
              maximum = "" + MOST_FIRES,
              defaultValue = "" + USUAL_FIRES))
  public List<Instant> fires(@Context UriInfo uri) {
    int count =
        new QueryFields(uri.getQueryParameters(), "count").wholeNumber("count", USUAL_FIRES);
    if (count < 1 || count > MOST_FIRES) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, "count", Integer.toString(count), "1…" + MOST_FIRES);
    }
    return schedules.schedule(me.get(), id).plan().next(Instant.now(), count);
  }
}
