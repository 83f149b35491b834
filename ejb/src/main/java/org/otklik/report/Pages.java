package org.otklik.report;

import net.sf.jasperreports.renderers.Renderable;
import net.sf.jasperreports.renderers.SimpleDataRenderer;
import org.otklik.report.drawing.FramePictures;
import org.otklik.report.drawing.MissingPicture;
import org.otklik.report.drawing.ReportFont;
import org.otklik.report.wording.PrintableText;
import org.otklik.report.wording.ReportWording;

/** What all sections draw on: the report, its words and its pictures. */
record Pages(CampaignReport report, ReportWording wording, FramePictures pictures) {

  /** Text from outside, fit for a page; a dash where there is none. */
  static String printable(String text) {
    return PrintableText.of(text, ReportFont::hasGlyph);
  }

  /** The ad's frame at that second, or a sign that it is missing. */
  Renderable picture(int second) {
    return pictures
        .jpeg(second)
        .<Renderable>map(SimpleDataRenderer::getInstance)
        .orElseGet(MissingPicture::new);
  }
}
