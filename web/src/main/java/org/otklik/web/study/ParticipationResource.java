package org.otklik.web.study;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.request.RequestValidator;
import org.otklik.study.capture.CaptureService;
import org.otklik.study.participation.AnswersBeforeRequest;
import org.otklik.study.participation.CameraHint;
import org.otklik.study.participation.CameraProblem;
import org.otklik.study.participation.ConsentRequest;
import org.otklik.study.participation.ParticipationService;
import org.otklik.study.participation.StudyAnswersRequest;
import org.otklik.study.withdrawal.WithdrawalService;

/** A viewer's way through a study, by the viewer's secret. */
@Path("/participations/{token}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
@SecurityRequirements
@Tag(name = "Taking part in a study")
public class ParticipationResource {
  @Inject private ParticipationService participations;
  @Inject private CaptureService captures;
  @Inject private CameraImages images;
  @Inject private WithdrawalService withdrawals;

  @PathParam("token")
  private String token;

  @GET
  @Operation(summary = "How far the viewer has come, and what is next.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ParticipationView.class)))
  @APIResponse(responseCode = "404", ref = "Problem")
  public ParticipationView participation() {
    return ParticipationView.of(participations.participation(token), captures.captures(token));
  }

  @DELETE
  @Operation(
      summary = "The viewer takes the consent back: recordings and answers are deleted for good.",
      description = "What is just being analysed is deleted within a minute after that.")
  @APIResponse(responseCode = "204", description = "The viewer does not take part any more.")
  @APIResponse(responseCode = "404", ref = "Problem")
  public void withdraw() {
    withdrawals.withdraw(token);
  }

  @POST
  @Path("/consent")
  @Operation(summary = "The viewer agrees to the text that was shown.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ParticipationView.class)))
  @APIResponse(responseCode = "409", ref = "Problem")
  public ParticipationView agree(ConsentRequest request) {
    participations.agree(token, request);
    return participation();
  }

  @POST
  @Path("/refusal")
  @Operation(summary = "The viewer does not take part.")
  public ParticipationView refuse() {
    participations.decline(token);
    return participation();
  }

  @POST
  @Path("/camera-problem")
  @Operation(summary = "The browser has no camera for the recording; another try may have.")
  public ParticipationView lacksCamera(CameraProblemRequest request) {
    participations.lacksCamera(token, RequestValidator.valid(request).problem());
    return participation();
  }

  /** Why there is no camera. */
  @Schema(name = "NewCameraProblem")
  public record CameraProblemRequest(@NotNull CameraProblem problem) {}

  @POST
  @Path("/camera-check")
  @Operation(
      summary = "Judges a small image of the camera; it is kept nowhere.",
      description =
          "The content is an image of 192 × 144 pixels, red, green and blue of each, a byte each.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/octet-stream",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public CameraHintView check(InputStream image) {
    return new CameraHintView(images.judge(token, image));
  }

  /** What the viewer can do. */
  @Schema(name = "CameraHint")
  public record CameraHintView(
      @Schema(description = "Null where the server is too busy to look; the next one may do.")
          CameraHint hint) {}

  @POST
  @Path("/answers")
  @Operation(
      summary = "The viewer answers the questions before the creatives.",
      description = "Where all places for such viewers are taken, the state is FULL from then on.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ParticipationView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public ParticipationView answer(AnswersBeforeRequest answers) {
    participations.answer(token, answers);
    return participation();
  }

  @POST
  @Path("/completion")
  @Operation(summary = "The viewer answers, and has come to the end.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ParticipationView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public ParticipationView complete(StudyAnswersRequest answers) {
    participations.complete(token, answers);
    return participation();
  }
}
