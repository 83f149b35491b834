package org.otklik.trailer.exchange;

import java.util.List;
import org.otklik.trailer.exchange.EditList.Event;

/**
 * CMX 3600: the oldest of the formats, and the one that everything reads. Picture and sound of a
 * shot are events of their own, since not every reader knows the channel {@code B} for both.
 */
final class CmxEditDecisionList {
  /** Where the programme begins, by custom of the trade. */
  private static final int RECORD_HOUR_S = 3600;

  private static final List<String> CHANNELS = List.of("V", "A");

  private CmxEditDecisionList() {}

  static String write(EditList list) {
    FrameRate rate = list.rate();
    int hour = RECORD_HOUR_S * rate.timebase();
    if (rate.isDropFrame()) {
      hour -= 6 * 9 * rate.timebase() / 15; // the numbers left out of an hour
    }
    StringBuilder text = new StringBuilder();
    text.append("TITLE: ").append(oneLine(list.name())).append("\r\n");
    text.append(rate.isDropFrame() ? "FCM: DROP FRAME" : "FCM: NON-DROP FRAME").append("\r\n");
    int number = 1;
    for (Event event : list.events()) {
      for (String channel : CHANNELS) {
        text.append(
            String.format(
                "%03d  AX       %s     C        %s %s %s %s\r\n",
                number++,
                channel,
                rate.timeCode(event.sourceIn()),
                rate.timeCode(event.sourceOut()),
                rate.timeCode(hour + event.recordIn()),
                rate.timeCode(hour + event.recordOut())));
        text.append("* FROM CLIP NAME: ").append(oneLine(list.source())).append("\r\n");
      }
    }
    return text.toString();
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
