package org.otklik.metric;

import java.util.Collection;
import java.util.List;
import org.otklik.timeline.ViewerSecond;

/**
 * The headlines the field uses, each a share 0..1, null where nothing was observed to tell it from.
 * Attraction, peak and end ask only seconds with a {@linkplain org.otklik.curve.BaseSize base}
 * large enough.
 *
 * @param attraction peak share of viewers in surprise, that is, with surprise as the most probable
 *     emotion of their second, within the creative's first 8 s; in this and the next two each
 *     viewer has one {@linkplain org.otklik.curve.ViewerVote vote}
 * @param peak largest share of viewers in a positive state
 * @param end that share in the creative's last second; in the one before if too few were observed
 *     in the last, since recordings often stop a little early
 * @param impact mean of peak and end: the peak–end rule (D. Kahneman and others, "When more pain is
 *     preferred to less", Psychological Science 4 (1993), 401–405)
 * @param expressiveness part of the viewers' observed seconds that are not neutral
 * @param attention part of the viewers' recorded seconds in which, for half of them or more, the
 *     face was there and turned to the screen
 */
public record KeyFigures(
    Double attraction,
    Double peak,
    Double end,
    Double impact,
    Double expressiveness,
    Double attention) {

  static final int ATTRACTION_SECONDS = 8;

  /**
   * The headlines of a group: the {@linkplain ComparedKeyFigure figures} of its viewers' rows.
   *
   * @param viewers of each viewer the seconds of their viewings that count
   * @param creativeSeconds length of the creative; 0 where the viewings are of several, which then
   *     have no attraction, peak or end
   */
  public static KeyFigures of(Collection<List<List<ViewerSecond>>> viewers, int creativeSeconds) {
    double[] sums = new KeyFigureCounts(creativeSeconds, creativeSeconds).sums(viewers);
    return new KeyFigures(
        figure(ComparedKeyFigure.ATTRACTION, sums),
        figure(ComparedKeyFigure.PEAK, sums),
        figure(ComparedKeyFigure.END, sums),
        figure(ComparedKeyFigure.IMPACT, sums),
        figure(ComparedKeyFigure.EXPRESSIVENESS, sums),
        figure(ComparedKeyFigure.ATTENTION, sums));
  }

  /** Null where the sums tell nothing. */
  private static Double figure(ComparedKeyFigure headline, double[] sums) {
    double value = headline.figure().applyAsDouble(sums);
    return Double.isNaN(value) ? null : Double.valueOf(value);
  }
}
