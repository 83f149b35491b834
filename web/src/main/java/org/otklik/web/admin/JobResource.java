package org.otklik.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.administration.JobService;
import org.otklik.web.session.CurrentActor;

/** Jobs; for administrators. */
@Path("/jobs")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Administration")
public class JobResource {
  private static final int MAX_JOBS = 200;

  @Inject private JobService jobs;
  @Inject private CurrentActor me;

  @GET
  @Operation(summary = "Queued and running jobs, then the latest finished; administrators only.")
  public List<JobView> jobs() {
    return jobs.jobs(me.get(), MAX_JOBS).stream().map(JobView::of).toList();
  }

  @POST
  @Path("/{id}/stop")
  @Operation(
      summary = "Stops a queued or running job; administrators only.",
      description = "A running job stops at its next checkpoint, as FAILED.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "409", ref = "Problem")
  public JobView stop(@PathParam("id") long id) {
    jobs.stop(me.get(), id);
    return JobView.of(jobs.job(me.get(), id));
  }

  @POST
  @Path("/{id}/restart")
  @Operation(summary = "Restarts a failed analysis or summary as a new job; administrators only.")
  @APIResponse(responseCode = "204")
  @APIResponse(responseCode = "409", ref = "Problem")
  public void restart(@PathParam("id") long id) {
    jobs.restart(me.get(), id);
  }
}
