package org.otklik.job;

import jakarta.annotation.Priority;
import jakarta.batch.runtime.context.JobContext;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.IOException;
import org.otklik.outage.FaultLog;
import org.otklik.outage.Outage;

/**
 * Sees of every part of a job that fails whether an outage was the reason: then the job goes on
 * later. A listener of the step would see it too late: the batch runtime keeps exceptions as bytes,
 * and cannot read those of the database.
 */
@OutageAware
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class OutageInterceptor {
  @Inject private JobContext job;

  @AroundInvoke
  Object watch(InvocationContext call) throws Exception {
    try {
      return call.proceed();
    } catch (IOException | RuntimeException e) { // other checked ones are the file's
      Outage outage = Outage.of(e).orElse(null);
      if (outage == null) {
        throw e;
      }
      FaultLog.write(outage, e);
      JobInterruption.report(job, outage);
      throw new OutageException(outage);
    }
  }

  /** Without a trace: the batch runtime writes it to the log several times, for each job. */
  private static final class OutageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutageException(Outage outage) {
      super("interrupted by an outage: " + outage, null, false, false);
    }
  }
}
