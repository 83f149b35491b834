package org.otklik.report;

import java.util.List;
import java.util.Map;
import org.otklik.report.drawing.CurveDrawing;

/** The curve over the creative's time with the ad's frames beneath. */
final class CurveSection {

  private CurveSection() {}

  static Section of(Pages pages) {
    CampaignReport report = pages.report();
    CurveDrawing curve =
        new CurveDrawing(
            report.curve(),
            report.moments(),
            pages.pictures(),
            report.creative().seconds(),
            pages.wording());
    return new Section("curve", Map.of("curve", curve), List.of());
  }
}
