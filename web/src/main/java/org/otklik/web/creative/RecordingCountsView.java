package org.otklik.web.creative;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.RunState;
import org.otklik.analysis.ViewingView;

/** How many recordings are how far. */
@Schema(name = "RecordingCounts")
public record RecordingCountsView(int queued, int running, int completed, int failed) {

  static RecordingCountsView of(List<ViewingView> viewings) {
    return new RecordingCountsView(
        count(viewings, RunState.QUEUED),
        count(viewings, RunState.RUNNING),
        count(viewings, RunState.COMPLETED),
        count(viewings, RunState.FAILED));
  }

  private static int count(List<ViewingView> viewings, RunState state) {
    return (int) viewings.stream().filter(viewing -> viewing.state() == state).count();
  }

  /** Recordings whose analysis has not ended. */
  public int unfinished() {
    return queued + running;
  }

  public int all() {
    return queued + running + completed + failed;
  }
}
