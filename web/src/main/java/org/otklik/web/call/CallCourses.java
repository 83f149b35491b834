package org.otklik.web.call;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.otklik.analysis.course.CallCourseService;
import org.otklik.analysis.course.CallGlance;
import org.otklik.analysis.course.CourseCorrelation;
import org.otklik.web.campaign.CampaignPage;
import org.otklik.web.portal.Figures;
import org.otklik.web.portal.Wording;
import org.otklik.web.session.CurrentActor;

/** On the page of a campaign of calls: its calls in small, and how they go with answers. */
@Named
@RequestScoped
public class CallCourses {
  private static final int HEIGHT = 28;
  private static final double WIDTH = 120;

  @Inject private CampaignPage page;
  @Inject private CallCourseService courses;
  @Inject private Wording wording;
  @Inject private Figures figures;
  @Inject private CurrentActor me;

  private Map<UUID, CallGlance> glances;
  private List<CourseCorrelation> correlations;

  /** Null where too little is known of the call. */
  public CallGlance glance(UUID recordingId) {
    if (glances == null) {
      glances =
          courses.glances(page.getRows().stream().map(row -> row.viewing().recordingId()).toList());
    }
    return glances.get(recordingId);
  }

  /** A path of an SVG, 120 by 28, with a gap where nothing is known; +1 is above. */
  public String path(CallGlance call) {
    StringBuilder path = new StringBuilder();
    boolean isDrawn = false;
    List<Double> tones = call.tones();
    for (int i = 0; i < tones.size(); i++) {
      Double tone = tones.get(i);
      if (tone != null) {
        path.append(
            String.format(
                Locale.ROOT,
                "%s%.1f %.1f",
                isDrawn ? "L" : "M",
                (i + 0.5) * WIDTH / tones.size(),
                y(tone)));
        boolean isAlone = !isDrawn && (i + 1 == tones.size() || tones.get(i + 1) == null);
        path.append(isAlone ? "h1" : "");
      }
      isDrawn = tone != null;
    }
    return path.toString();
  }

  private static double y(double tone) {
    return HEIGHT / 2.0 - tone * (HEIGHT / 2.0 - 2);
  }

  /** The same in words. */
  public String words(CallGlance call) {
    List<String> words = new ArrayList<>();
    words.add(
        wording.of(
            "calls.course-words", figures.signed(call.beginning()), figures.signed(call.end())));
    words.add(
        wording.of(
            "calls.course-worst",
            figures.signed(call.worst()),
            figures.mediaTime(call.worstSecond())));
    if (call.disagreements() > 0) {
      words.add(wording.count("calls.disagreements", call.disagreements()));
    }
    if (call.agitations() > 0) {
      words.add(wording.count("calls.agitations", call.agitations()));
    }
    return String.join(" ", words);
  }

  /** Of all parts and answers that anybody has given. */
  public List<CourseCorrelation> getCorrelations() {
    if (correlations == null) {
      correlations =
          courses.correlations(me.get(), page.getCampaign().publicId()).stream()
              .filter(one -> one.n() > 0)
              .toList();
    }
    return correlations;
  }
}
