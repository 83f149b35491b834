package org.otklik.web.admin;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.administration.JobLine;
import org.otklik.problem.ProblemCode;

/** A job. */
@Schema(name = "Job")
public record JobView(
    long id,
    @Schema(examples = "analyse-recording") String name,
    JobLine.State state,
    @Schema(description = "Its subject; null if deleted.") String about,
    @Schema(description = "The server that started it.") String node,
    int attempts,
    Instant requestedAt,
    Instant startedAt,
    Instant finishedAt,
    @Schema(description = "0 to 1, of an analysis that runs.") Double progress,
    @Schema(description = "Why it failed, where that is known.") ProblemCode failure,
    @Schema(description = "True from the request to stop it until its end.") boolean stopping,
    @Schema(description = "Whether POST …/restart does it again.") boolean restartable) {
  static JobView of(JobLine job) {
    return new JobView(
        job.id(),
        job.name().id(),
        job.state(),
        job.about(),
        job.node(),
        job.attempts(),
        job.requestedAt(),
        job.startedAt(),
        job.finishedAt(),
        job.progress(),
        job.failure(),
        job.isStopping(),
        job.isRestartable());
  }
}
