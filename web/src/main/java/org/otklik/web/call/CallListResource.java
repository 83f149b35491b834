package org.otklik.web.call;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.otklik.analysis.course.CallCourseService;
import org.otklik.analysis.course.CallGlance;
import org.otklik.web.creative.EmotionMap;
import org.otklik.web.session.CurrentActor;

/** The calls of a campaign in small. */
@Path("/campaigns/{id}/call-courses")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Calls")
public class CallListResource {
  @Inject private CallCourseService courses;
  @Inject private CurrentActor me;

  /** A call in small. */
  @Schema(name = "CallGlance")
  public record GlanceView(
      UUID recording,
      @Schema(description = "Tone of the face in the first tenth, -1..1.") double beginning,
      @Schema(description = "Lowest tone of five neighbouring seconds.") double worst,
      int worstSecond,
      @Schema(description = "Tone of the last tenth.") double end,
      @Schema(
              description =
                  "Mean tone in equal parts of the call, forty at most, in thousandths; null where nothing"
                      + " is known of a part.")
          List<Integer> tones,
      @Schema(description = "Moments in which face and voice disagree.") int disagreements,
      @Schema(description = "Moments of an agitated voice.") int agitations) {

    static GlanceView of(CallGlance call) {
      return new GlanceView(
          call.recordingId(),
          EmotionMap.rounded(call.beginning()),
          EmotionMap.rounded(call.worst()),
          call.worstSecond(),
          EmotionMap.rounded(call.end()),
          call.tones().stream()
              .map(tone -> tone == null ? null : (int) Math.round(1000 * tone))
              .toList(),
          call.disagreements(),
          call.agitations());
    }
  }

  @GET
  @Operation(
      summary = "Every call in small; not for read-only users.",
      description =
          "None of calls whose customer's face is known for less than 15 seconds. Refused for what"
              + " is no campaign of calls.")
  @APIResponse(responseCode = "400", ref = "Problem")
  public List<GlanceView> calls(@PathParam("id") UUID id) {
    return courses.glances(me.get(), id).stream().map(GlanceView::of).toList();
  }
}
