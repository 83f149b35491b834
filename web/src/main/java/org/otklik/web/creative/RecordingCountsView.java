package org.otklik.web.creative;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.overview.RecordingCounts;

/** How many recordings are how far. */
@Schema(name = "RecordingCounts")
public record RecordingCountsView(int queued, int running, int completed, int failed) {

  static RecordingCountsView of(RecordingCounts counts) {
    return new RecordingCountsView(
        counts.queued(), counts.running(), counts.completed(), counts.failed());
  }

  /** Recordings whose analysis has not ended. */
  public int unfinished() {
    return queued + running;
  }

  public int all() {
    return queued + running + completed + failed;
  }
}
