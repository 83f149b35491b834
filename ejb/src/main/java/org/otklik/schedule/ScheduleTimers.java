package org.otklik.schedule;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.queue.JobName;
import org.otklik.queue.JobQueue;

/**
 * Alarm clocks: persistent EJB timers in the database, which any node may take, and one does. They
 * only remind; whether something is due is asked of the schedule or the run, so that a timer too
 * many does no harm, and {@link ScheduleWatch} makes up for one too few.
 */
@Stateless
public class ScheduleTimers {
  private static final String SCHEDULE = "schedule ";
  private static final String RUN = "run ";

  @Resource private TimerService timers;
  @Inject private ScheduleRunner firing;
  @Inject private JobQueue queue;

  /** Reminds of the schedule, in the caller's transaction. */
  public void remindOfSchedule(long scheduleId, Instant at) {
    remind(SCHEDULE + scheduleId, at);
  }

  /** Reminds of the run whose mail is to be tried again, in the caller's transaction. */
  public void remindOfRun(long runId, Instant at) {
    remind(RUN + runId, at);
  }

  private void remind(String subject, Instant at) {
    timers.createSingleActionTimer(Date.from(at), new TimerConfig(subject, true));
  }

  /** Takes the reminders of the schedule away, because it was changed, paused or deleted. */
  public void forgetSchedule(long scheduleId) {
    timers.getTimers().stream()
        .filter(timer -> timer.getInfo().equals(SCHEDULE + scheduleId))
        .forEach(Timer::cancel);
  }

  /** The schedules of which a timer reminds. */
  public Set<Long> remindedSchedules() {
    return timers.getTimers().stream()
        .map(timer -> (String) timer.getInfo())
        .filter(subject -> subject.startsWith(SCHEDULE))
        .map(subject -> Long.valueOf(subject.substring(SCHEDULE.length())))
        .collect(Collectors.toSet());
  }

  @Timeout
  void remind(Timer timer) {
    String subject = (String) timer.getInfo();
    if (subject.startsWith(SCHEDULE)) {
      firing.fire(Long.parseLong(subject.substring(SCHEDULE.length())), Instant.now());
    } else {
      queue.request(JobName.DELIVER_REPORTS, Long.parseLong(subject.substring(RUN.length())));
    }
  }
}
