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
import org.otklik.analysis.course.CourseCorrelation;
import org.otklik.analysis.course.CourseSide;
import org.otklik.statistics.RankCorrelation;
import org.otklik.web.creative.EmotionMap;
import org.otklik.web.session.CurrentActor;

/** How the course of a campaign's calls goes with the customers' answers. */
@Path("/campaigns/{id}/call-answers")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Calls")
public class CampaignCourseResource {
  @Inject private CallCourseService courses;
  @Inject private CurrentActor me;

  /** Of one part of the calls and one answer. */
  @Schema(name = "CallAnswerCorrelation")
  public record CorrelationView(
      CourseCorrelation.Question question,
      CourseSide side,
      CourseCorrelation.Part part,
      @Schema(description = "Customers of whom both are known.") int n,
      @Schema(
              description =
                  "Spearman's rho, -1..1; null of fewer than ten customers, and where all values"
                      + " are equal.")
          Double rho,
      @Schema(description = "Of the 95% confidence interval, by a bootstrap over customers.")
          Double low,
      Double high) {

    static CorrelationView of(CourseCorrelation one) {
      RankCorrelation found = one.correlation().orElse(null);
      return new CorrelationView(
          one.question(),
          one.side(),
          one.part(),
          one.n(),
          found == null ? null : EmotionMap.rounded(found.rho()),
          found == null ? null : EmotionMap.rounded(found.low()),
          found == null ? null : EmotionMap.rounded(found.high()));
    }
  }

  @GET
  @Operation(
      summary = "Beginning, worst part and end of the calls against NPS and CSAT.",
      description =
          "By face and by voice; each customer once, with the mean of their calls that count."
              + " Refused for what is no campaign of calls.")
  @APIResponse(responseCode = "400", ref = "Problem")
  public List<CorrelationView> answers(@PathParam("id") UUID id) {
    return courses.correlations(me.get(), id).stream().map(CorrelationView::of).toList();
  }
}
