package org.otklik.web.call;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.analysis.course.CallCourseService;
import org.otklik.web.session.CurrentActor;

/** The course of one call. */
@Path("/recordings/{id}/course")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Calls")
public class CallCourseResource {
  @Inject private CallCourseService courses;
  @Inject private CurrentActor me;

  @GET
  @Operation(
      summary = "Face and voice of the call's customer, second by second; not for read-only users.",
      description =
          "With the moments in which they disagree and in which the voice is agitated: expression"
              + " and voice, not an inner state. Refused for what is no call.")
  @APIResponse(responseCode = "400", ref = "Problem")
  public CallCourseView course(@PathParam("id") UUID id) {
    return CallCourseView.of(courses.course(me.get(), id));
  }
}
