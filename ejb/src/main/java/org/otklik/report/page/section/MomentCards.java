package org.otklik.report.page.section;

import java.util.Map;
import org.otklik.curve.Moment;
import org.otklik.report.drawing.MomentMark;
import org.otklik.report.wording.ReportWording;

/** A moment with the ad's frame at its peak, numbered as in the curve. */
final class MomentCards {

  private final CreativePages pages;

  MomentCards(CreativePages pages) {
    this.pages = pages;
  }

  Map<String, Object> card(Moment moment) {
    ReportWording wording = pages.wording();
    String peak = wording.percent(moment.peakShare());
    return Map.of(
        "alt", wording.text("frame.alt", wording.clock(moment.peakSecond())),
        "picture", pages.picture(moment.peakSecond()),
        "mark", new MomentMark(moment.kind(), pages.creative().moments().indexOf(moment) + 1),
        "kind", wording.name(moment.kind()),
        "span",
            wording.text(
                "moment.span",
                wording.clock(moment.startSecond()),
                wording.clock(moment.endSecond())),
        "rise", wording.points(moment.rise()),
        "peak",
            wording.text(
                "moment.peak." + moment.kind().name(), wording.clock(moment.peakSecond()), peak),
        "baseline", wording.text("moment.median", wording.percent(moment.baseline())),
        "short", wording.text("moment.short", peak, wording.percent(moment.baseline())));
  }
}
