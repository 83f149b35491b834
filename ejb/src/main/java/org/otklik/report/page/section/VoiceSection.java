package org.otklik.report.page.section;

import java.util.List;
import java.util.Map;
import org.otklik.report.wording.ReportWording;
import org.otklik.statistics.MeanInterval;
import org.otklik.voice.VoiceSummary;

/** How the viewers' voices sound, where voices were analysed. */
public final class VoiceSection {

  private VoiceSection() {}

  public static Section of(CreativePages pages, VoiceSummary voice) {
    ReportWording wording = pages.wording();
    return new Section(
        "voice",
        Map.of("title", pages.title("voice.title")),
        List.of(
            row(wording, "voice.viewers", wording.integer(voice.viewers())),
            row(wording, "voice.seconds", wording.decimal(voice.seconds(), 1)),
            row(wording, "voice.positive", share(wording, voice.positive())),
            row(wording, "voice.negative", share(wording, voice.negative()))));
  }

  private static Map<String, ?> row(ReportWording wording, String key, String value) {
    return Map.of("name", wording.text(key), "value", value);
  }

  private static String share(ReportWording wording, MeanInterval share) {
    String mean = wording.percent(share.mean());
    return share.low() == null
        ? mean
        : wording.text(
            "voice.interval", mean, wording.percent(share.low()), wording.percent(share.high()));
  }
}
