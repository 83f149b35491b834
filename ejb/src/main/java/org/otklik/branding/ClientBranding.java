package org.otklik.branding;

import java.util.List;
import org.otklik.report.branding.ReportBranding;
import org.otklik.report.request.Chapter;

/**
 * A client's template.
 *
 * @param chapters of its reports unless they are ordered with others, in the order of reports
 */
public record ClientBranding(ReportBranding branding, List<Chapter> chapters) {
  public static final ClientBranding STANDARD =
      new ClientBranding(ReportBranding.STANDARD, Chapter.standard());

  public ClientBranding {
    chapters = Chapter.sorted(chapters);
  }
}
