package org.otklik.report.figures;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.otklik.analysis.group.ViewerSegment;
import org.otklik.curve.CreativeSecond;
import org.otklik.curve.Moment;
import org.otklik.metric.IndexInterval;
import org.otklik.metric.KeyFigures;
import org.otklik.report.figures.CreativeFigures.EmotionFigures;
import org.otklik.report.figures.CreativeFigures.ViewingLine;

/**
 * One of the two groups of a comparison.
 *
 * @param creativeName null when its viewings are of all creatives of the only campaign
 * @param segment its viewers
 * @param meanValence mean over viewers of each one's mean, -1..1
 * @param headlines those that cannot be told are null
 * @param curve the group's own; empty where its viewings have no common time
 * @param frames the creative's pictures, second → JPEG; empty likewise
 * @param moments of the curve
 * @param emotions over the viewings that count
 */
public record GroupFigures(
    String creativeName,
    ViewerSegment segment,
    List<ViewingLine> viewings,
    Optional<IndexInterval> index,
    Optional<NpsRange> nps,
    Double meanValence,
    KeyFigures headlines,
    List<CreativeSecond> curve,
    NavigableMap<Integer, byte[]> frames,
    List<Moment> moments,
    List<EmotionFigures> emotions) {

  public GroupFigures {
    viewings = List.copyOf(viewings);
    curve = List.copyOf(curve);
    frames = new TreeMap<>(frames);
    moments = List.copyOf(moments);
    emotions = List.copyOf(emotions);
  }

  /** The same as of a creative that nobody else saw. */
  public CreativeFigures figures() {
    return new CreativeFigures(
        creativeName,
        curve.size() * 1000,
        index,
        nps,
        headlines,
        Map.of(),
        curve,
        frames,
        moments,
        emotions,
        viewings,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** Viewings in no denominator. */
  public int excludedViewings() {
    return figures().excludedViewings();
  }
}
