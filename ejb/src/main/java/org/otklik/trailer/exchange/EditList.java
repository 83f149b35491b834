package org.otklik.trailer.exchange;

import java.util.ArrayList;
import java.util.List;
import org.otklik.campaign.Creative;
import org.otklik.trailer.Shot;
import org.otklik.trailer.cut.Trailer;
import org.otklik.trailer.cut.TrailerShot;

/**
 * A trailer in frames of its creative.
 *
 * @param name of the trailer
 * @param source name of the creative
 * @param sourceFrames length of the creative
 * @param events the shots in the order of the trailer
 */
public record EditList(
    String name,
    String source,
    FrameRate rate,
    int widthPx,
    int heightPx,
    int sourceFrames,
    List<Event> events) {

  /**
   * One shot.
   *
   * @param sourceIn its first frame in the creative
   * @param sourceOut the frame after its last
   * @param recordIn where it begins in the trailer
   */
  public record Event(int sourceIn, int sourceOut, int recordIn) {
    public int length() {
      return sourceOut - sourceIn;
    }

    public int recordOut() {
      return recordIn + length();
    }
  }

  public static EditList of(Trailer trailer) {
    Creative creative = trailer.creative();
    FrameRate rate = FrameRate.of(creative.frameRate());
    List<Event> events = new ArrayList<>();
    int at = 0;
    for (TrailerShot one : trailer.shots()) {
      Shot shot = one.scored().shot();
      int in = rate.frame(shot.beginMs());
      Event event = new Event(in, Math.max(in + 1, rate.frame(shot.endMs())), at);
      events.add(event);
      at = event.recordOut();
    }
    return new EditList(
        trailer.name(),
        creative.name(),
        rate,
        creative.widthPx(),
        creative.heightPx(),
        rate.frame(creative.durationMs()),
        events);
  }

  public int frames() {
    return events.stream().mapToInt(Event::length).sum();
  }
}
