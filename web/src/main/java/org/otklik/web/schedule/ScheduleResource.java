package org.otklik.web.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterStyle;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.request.RequestReader;
import org.otklik.request.RequestValidator;
import org.otklik.schedule.ScheduleRequest;
import org.otklik.schedule.ScheduleService;
import org.otklik.web.problem.ProblemLanguage;
import org.otklik.web.session.CurrentActor;

/** One schedule. */
@Path("/schedules/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Schedules")
public class ScheduleResource {
  @Inject private ScheduleService schedules;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID id;

  @GET
  @Operation(summary = "A schedule, with its previous and next time.")
  public ScheduleView schedule() {
    return ScheduleView.of(schedules.schedule(me.get(), id));
  }

  @PUT
  @Operation(
      summary = "Replaces the schedule.",
      description = "Its owner is unchanged, and it stays paused if it is.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ScheduleView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  public ScheduleView change(ScheduleRequest request) {
    return ScheduleView.of(schedules.change(me.get(), id, request));
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
  @Path("/trigger-times")
  @Operation(summary = "Its next runs, whether or not it is paused.")
  @Parameter(
      name = "query",
      in = ParameterIn.QUERY,
      style = ParameterStyle.FORM,
      explode = Explode.TRUE,
      schema = @Schema(implementation = TriggerTimesQuery.class))
  public List<Instant> triggerTimes(@Context UriInfo uri) {
    TriggerTimesQuery query =
        RequestValidator.valid(
            RequestReader.query(TriggerTimesQuery.class, uri.getQueryParameters()));
    return schedules.schedule(me.get(), id).plan().next(Instant.now(), query.count());
  }

  /** How many times are asked for. */
  @Schema(name = "TriggerTimesQuery")
  public record TriggerTimesQuery(@Min(1) @Max(100) @Schema(defaultValue = "10") Integer count) {
    public TriggerTimesQuery {
      count = count == null ? 10 : count;
    }
  }
}
