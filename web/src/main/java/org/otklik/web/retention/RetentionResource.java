package org.otklik.web.retention;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.retention.RetentionService;
import org.otklik.retention.UpcomingDeletion;
import org.otklik.web.session.CurrentActor;

/** What retention deletes in all campaigns; for administrators. */
@Path("/retention")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Administration")
public class RetentionResource {
  @Inject private RetentionService retention;
  @Inject private CurrentActor me;

  @GET
  @Operation(
      summary = "What is deleted within 30 days, by campaign and class; administrators only.",
      description = "What is due first comes first. Campaigns in the bin are among them.")
  public List<UpcomingDeletion> upcoming() {
    return retention.upcoming(me.administrator(), RetentionService.PREVIEW_DAYS);
  }

  @POST
  @Path("/runs")
  @Operation(
      summary = "Deletes now what is due; administrators only.",
      description = "As each night at 2:30, by the server's clock, in the background.")
  @APIResponse(responseCode = "202", description = "The job apply-retention is queued.")
  public Response apply() {
    retention.applyNow(me.administrator());
    return Response.accepted().build();
  }
}
