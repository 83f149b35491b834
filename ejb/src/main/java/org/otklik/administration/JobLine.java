package org.otklik.administration;

import java.time.Instant;
import org.otklik.problem.ProblemCode;
import org.otklik.queue.JobName;

/**
 * A job as administrators see it.
 *
 * @param about what it works on, in the users' own words; null when that is gone
 * @param progress 0..1 of an analysis that runs; null for others
 * @param failure why it failed; null where that is not known or it has not
 * @param isStopping true between the wish and the end
 */
public record JobLine(
    long id,
    JobName name,
    State state,
    String about,
    String node,
    int attempts,
    Instant requestedAt,
    Instant startedAt,
    Instant finishedAt,
    Double progress,
    ProblemCode failure,
    boolean isStopping) {
  /** Where a job stands. */
  public enum State {
    QUEUED,
    STARTED,
    COMPLETED,
    FAILED
  }

  public boolean isOpen() {
    return state == State.QUEUED || state == State.STARTED;
  }

  /** Others are asked for anew where they were asked for: by their own settings and rights. */
  public boolean isRestartable() {
    return state == State.FAILED
        && (name == JobName.ANALYSE_RECORDING || name == JobName.SUMMARISE_CREATIVE);
  }
}
