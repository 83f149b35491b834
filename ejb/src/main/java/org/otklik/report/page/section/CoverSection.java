package org.otklik.report.page.section;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.renderers.Renderable;
import net.sf.jasperreports.renderers.SimpleDataRenderer;
import org.otklik.report.figures.ReportFacts;
import org.otklik.report.request.ReportKind;
import org.otklik.report.wording.ReportWording;

/** The cover. */
public final class CoverSection {

  private CoverSection() {}

  /**
   * @param name large: what the report is about
   * @param lines beneath it
   * @param picture of the ad, shown unless the client has one; null where there is none
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
    byte[] cover = facts.branding().cover();
    parameters.put("picture", cover == null ? picture : SimpleDataRenderer.getInstance(cover));
    parameters.put("pictureAlt", wording.text(cover == null ? "cover.picture" : "cover.own"));
    parameters.put("logoAlt", wording.text("cover.logo", Pages.printable(facts.clientName())));
    String text = facts.branding().coverText();
    parameters.put("coverText", text == null ? null : Pages.printable(text));
    return new Section("cover", parameters, List.of());
  }
}
