package org.otklik.job;

import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.outage.DatabaseWatch;
import org.otklik.outage.FaultLog;
import org.otklik.outage.LogContext;
import org.otklik.outage.Outage;

/**
 * Knows of every job when it begins and ends, as the batch repository may not: it is in the
 * database, too. What fails while that is away or takes no changes, in the batch runtime itself for
 * example, is taken for its consequence. The lines that the job writes to the log name it.
 */
@Dependent
@Named
public class RunningJobListener extends AbstractJobListener {
  @Inject private JobContext job;
  @Inject private DatabaseWatch database;

  private final List<LogContext> named = new ArrayList<>();

  @Override
  public void beforeJob() {
    named.add(LogContext.of(LogContext.Id.JOB, job.getJobName()));
    named.add(LogContext.of(LogContext.Id.EXECUTION, job.getExecutionId()));
    RunningJobs.OF_THIS_PROCESS.begin(job.getExecutionId());
  }

  @Override
  public void afterJob() {
    try {
      end();
    } finally {
      named.forEach(LogContext::close);
    }
  }

  private void end() {
    RunningJobs.OF_THIS_PROCESS.end(job.getExecutionId());
    if (job.getBatchStatus() == BatchStatus.FAILED && !JobInterruption.isReported(job)) {
      outage().ifPresent(outage -> JobInterruption.report(job, outage));
    }
  }

  private Optional<Outage> outage() {
    if (database.wasAwayJustNow() || !database.answers()) {
      return Optional.of(Outage.DATABASE);
    }
    return Optional.of(Outage.DATABASE_READ_ONLY).filter(FaultLog::isCurrent);
  }
}
