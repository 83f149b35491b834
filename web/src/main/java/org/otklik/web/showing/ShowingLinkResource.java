package org.otklik.web.showing;

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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.showing.JoinRequest;
import org.otklik.showing.Showing;
import org.otklik.showing.ShowingService;
import org.otklik.study.ConsentText;
import org.otklik.study.participation.NewParticipation;
import org.otklik.web.problem.ProblemLanguage;
import org.otklik.web.study.ParticipationLimit;
import org.otklik.web.study.StudyLinkView;

/** What a live showing's link opens, for anybody who has it. */
@Path("/showing-links/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@SecurityRequirements
@Tag(name = "Taking part in a live showing")
public class ShowingLinkResource {
  @Inject private ShowingService showings;
  @Inject private ParticipationLimit limit;

  @PathParam("code")
  private String code;

  @GET
  @Operation(summary = "What the live showing asks of its participants.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LinkView.class)))
  @APIResponse(responseCode = "404", ref = "Problem")
  public LinkView showing(@Context HttpServletRequest request) {
    Showing showing = showings.linked(code);
    return LinkView.of(
        showing, showings.closed(showing), showings.consent(showing), ProblemLanguage.of(request));
  }

  /** A live showing, as participants see it. */
  @Schema(name = "ShowingLink")
  public record LinkView(
      @Schema(description = "Why nobody is let in: SHOWING_OVER, SHOWING_FULL; else null.")
          ProblemCode closed,
      @Schema(description = "The same as a sentence; else null.") String closedDetail,
      @Schema(description = "What to agree to, by language.")
          Map<String, StudyLinkView.Consent> consent,
      int minAge) {

    static LinkView of(
        Showing showing, ProblemCode closed, Map<String, ConsentText> texts, Locale locale) {
      return new LinkView(
          closed,
          closed == null
              ? null
              : new ProblemException(closed, ShowingService.MAX_PARTICIPANTS).sentence(locale),
          texts.values().stream()
              .collect(
                  Collectors.toMap(
                      ConsentText::language,
                      one -> new StudyLinkView.Consent(one.content(), one.sha256()))),
          showing.study().minAge());
    }
  }

  @POST
  @Path("/participants")
  @Operation(
      summary = "Somebody joins; the token in the answer is the participant's secret.",
      description =
          "Consent, its withdrawal and a missing camera are told by the operations of taking part"
              + " in a study, with the same token.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = JoinedView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public Response join(JoinRequest request, @Context HttpServletRequest http) {
    limit.count(http.getRemoteAddr());
    NewParticipation begun = showings.join(code, request);
    return Response.status(Response.Status.CREATED).entity(new JoinedView(begun.token())).build();
  }

  /** The participant's secret, told once. */
  @Schema(name = "JoinedShowing")
  public record JoinedView(String token) {}
}
