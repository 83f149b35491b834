package org.otklik.report.page.section;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.renderers.Renderable;
import org.otklik.report.figures.ReportFacts;
import org.otklik.report.request.ReportKind;
import org.otklik.report.wording.ReportWording;

/** The cover. */
public final class CoverSection {

  private CoverSection() {}

  /**
   * @param name large: what the report is about
   * @param lines beneath it
   * @param picture of the ad; null where there is none
   */
  public static Section of(
      Pages pages, ReportKind kind, String name, String lines, Renderable picture) {
    ReportWording wording = pages.wording();
    ReportFacts facts = pages.facts();
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("kind", wording.text("report-kind." + kind.name()));
    parameters.put("name", name);
    parameters.put("lines", pages.soFar(lines));
    parameters.put("client", Pages.printable(facts.clientName()));
    pages.putDates(parameters);
    parameters.put("synthetic", facts.viewersSynthetic());
    parameters.put("picture", picture);
    parameters.put("pictureAlt", wording.text("cover.picture"));
    return new Section("cover", parameters, List.of());
  }
}
