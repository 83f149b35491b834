package org.otklik.web.study;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.study.participation.NewParticipation;
import org.otklik.study.participation.ParticipationRequest;
import org.otklik.study.participation.ParticipationService;
import org.otklik.web.problem.ProblemLanguage;

/** What a study's link opens, for anybody who has it. */
@Path("/study-links/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@SecurityRequirements
@Tag(name = "Taking part in a study")
public class StudyLinkResource {
  @Inject private ParticipationService participations;
  @Inject private ParticipationLimit limit;

  @PathParam("code")
  private String code;

  @GET
  @Operation(summary = "What the study asks of its viewers.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StudyLinkView.class)))
  @APIResponse(responseCode = "404", ref = "Problem")
  public StudyLinkView study(@Context HttpServletRequest request) {
    return StudyLinkView.of(
        participations.study(code),
        participations.closed(code),
        participations.consent(code),
        ProblemLanguage.of(request));
  }

  @POST
  @Path("/participations")
  @Operation(summary = "A viewer begins; the token in the answer is the viewer's secret.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = BegunView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public Response begin(ParticipationRequest request, @Context HttpServletRequest http) {
    limit.count(http.getRemoteAddr());
    NewParticipation begun = participations.begin(code, request);
    return Response.status(Response.Status.CREATED).entity(new BegunView(begun.token())).build();
  }

  /** The viewer's secret, told once. */
  @Schema(name = "BegunParticipation")
  public record BegunView(String token) {}
}
