package org.otklik.web.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.schedule.Schedule;
import org.otklik.schedule.ScheduleRequest;
import org.otklik.schedule.ScheduleService;
import org.otklik.web.session.CurrentActor;

/** The schedules of a campaign. */
@Path("/campaigns/{id}/schedules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@Tag(name = "Schedules")
public class CampaignSchedulesResource {
  @Inject private ScheduleService schedules;
  @Inject private CurrentActor me;

  @PathParam("id")
  private UUID campaignId;

  @GET
  @Operation(summary = "The campaign's schedules, by name.")
  public List<ScheduleView> schedules() {
    return schedules.schedules(me.get(), campaignId).stream().map(ScheduleView::of).toList();
  }

  @POST
  @Operation(
      summary = "Creates a schedule: reports at set times, mailed to recipients.",
      description = "Each run has your current rights. You are notified of failures by mail.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ScheduleView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  public Response create(ScheduleRequest request, @Context UriInfo uri) {
    Schedule schedule = schedules.create(me.get(), campaignId, request);
    return Response.created(
            uri.getBaseUriBuilder().path(ScheduleResource.class).build(schedule.publicId()))
        .entity(ScheduleView.of(schedule))
        .build();
  }
}
