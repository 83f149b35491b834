package org.otklik.report.page.section;

import net.sf.jasperreports.renderers.Renderable;
import org.otklik.report.drawing.FrameImages;
import org.otklik.report.figures.CreativeFigures;
import org.otklik.report.wording.ReportWording;

/**
 * What the sections about one creative draw on.
 *
 * @param whose what each section is named after; null where the report is about one creative alone
 */
public record CreativePages(
    Pages pages, CreativeFigures creative, FrameImages pictures, String whose) {

  public static CreativePages alone(Pages pages, CreativeFigures creative) {
    return of(pages, creative, null);
  }

  public static CreativePages of(Pages pages, CreativeFigures creative, String whose) {
    return new CreativePages(pages, creative, new FrameImages(creative.frames()), whose);
  }

  ReportWording wording() {
    return pages.wording();
  }

  /** A section's title. */
  String title(String key) {
    String title = wording().text(key);
    return whose == null ? title : wording().text("chapter", title, whose);
  }

  /** The ad's frame at that second, or a sign that it is missing. */
  public Renderable picture(int second) {
    return pictures.at(second);
  }
}
