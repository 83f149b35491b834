package org.otklik.report;

import net.sf.jasperreports.renderers.Renderable;
import org.otklik.report.drawing.FramePictures;
import org.otklik.report.wording.ReportWording;

/**
 * What the sections about one creative draw on.
 *
 * @param alone whether the report is about no other creative; else each section names its own
 */
record CreativePages(Pages pages, CreativeFigures creative, FramePictures pictures, boolean alone) {

  static CreativePages of(Pages pages, CreativeFigures creative, boolean alone) {
    return new CreativePages(pages, creative, new FramePictures(creative.frames()), alone);
  }

  ReportWording wording() {
    return pages.wording();
  }

  /** A section's title. */
  String title(String key) {
    String title = wording().text(key);
    return alone ? title : wording().text("chapter", title, Pages.printable(creative.name()));
  }

  /** The ad's frame at that second, or a sign that it is missing. */
  Renderable picture(int second) {
    return pictures.at(second);
  }
}
