package org.otklik.web.campaign;

import java.util.Map;
import java.util.stream.Collectors;
import org.otklik.analysis.run.RunState;
import org.otklik.analysis.viewing.Decision;
import org.otklik.analysis.viewing.ViewingView;
import org.otklik.metric.QualityGrade;
import org.otklik.web.creative.CreativeView;

/**
 * A line of the campaign's table of recordings.
 *
 * @param grade null until the viewing is judged
 */
public record ViewingRow(CreativeView creative, ViewingView viewing, QualityGrade grade) {

  /** Whether an analyst has left it out. */
  public boolean leftOut() {
    return viewing.verdict() == Decision.EXCLUDED;
  }

  /** Whether the analysis may be asked for once more. */
  public boolean again() {
    return viewing.state().isEnded();
  }

  public boolean running() {
    return viewing.state() == RunState.RUNNING;
  }

  /** As they are written in a field: {@code age:25-34, sex:f}. */
  public String segmentsText() {
    return viewing.segments().entrySet().stream()
        .map(segment -> segment.getKey() + ":" + segment.getValue())
        .collect(Collectors.joining(", "));
  }

  /** For pages, whose language does not iterate over maps. */
  public Object[] segments() {
    return viewing.segments().entrySet().toArray(Map.Entry[]::new);
  }
}
