package org.otklik.schedule;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.otklik.campaign.CampaignService;
import org.otklik.queue.JobName;
import org.otklik.queue.JobQueue;
import org.otklik.schedule.recurrence.TriggerTimes;

/** The moment a schedule is due: its run is recorded and the next time is set, together or not. */
@Stateless
public class ScheduleRunner {
  private static final System.Logger LOG = System.getLogger(ScheduleRunner.class.getName());

  /** A fire so late was missed: a server that runs is never as late. */
  static final Duration LATE = Duration.ofMinutes(5);

  /** Of a long time without a server, only the newest missed fires are recorded. */
  private static final int MAX_MISSED = 100;

  @PersistenceContext private EntityManager em;
  @Inject private ScheduleTimers timers;
  @Inject private JobQueue queue;
  @Inject private CampaignService campaigns;

  /**
   * Runs the schedule if it is due; otherwise does nothing, such as when another node was quicker,
   * or the schedule was changed or deleted meanwhile.
   */
  public void fire(long scheduleId, Instant now) {
    if (!lock(em, scheduleId)) {
      return;
    }
    Schedule schedule = em.find(Schedule.class, scheduleId);
    if (!schedule.isDue(now)) {
      return;
    }
    Deque<Instant> due = dueTimes(schedule.plan(), schedule.nextFireAt(), now);
    Instant latest = due.removeLast();
    if (isDeleted(schedule)) {
      pass(schedule, latest, now);
      return;
    }
    due.forEach(missed -> em.persist(ScheduleRun.missed(schedule, missed, now)));
    boolean late = latest.isBefore(now.minus(LATE));
    if (late && schedule.missedPolicy() == MissedPolicy.SKIP) {
      em.persist(ScheduleRun.missed(schedule, latest, now));
    } else {
      begin(new ScheduleRun(schedule, RunCause.TIMER, latest));
    }
    pass(schedule, latest, now);
    LOG.log(
        System.Logger.Level.INFO,
        "Schedule {0} was due at {1}; {2} earlier fires were missed; the next is at {3}",
        scheduleId,
        latest,
        due.size(),
        schedule.nextFireAt());
  }

  /** What is in the bin is not reported about; once it is restored, its schedules go on. */
  private boolean isDeleted(Schedule schedule) {
    return schedule.subject().isDeleted(campaigns.deletedCreatives(schedule.subject().campaign()));
  }

  /** The time is over, and the next one is waited for. */
  private void pass(Schedule schedule, Instant latest, Instant now) {
    schedule.fired(latest, now);
    if (schedule.state() == ScheduleState.ACTIVE) {
      timers.remindOfSchedule(schedule.id(), schedule.nextFireAt());
    }
  }

  /**
   * Waits until nobody else works on the schedule. It is to be read after that: Hibernate, asked to
   * find and lock what has outer joins, reads it first, and then goes on with what was true before.
   *
   * @return whether it is still there
   */
  static boolean lock(EntityManager em, long scheduleId) {
    return !em.createNativeQuery("select id from core.schedule where id = :id for update")
        .setParameter("id", scheduleId)
        .getResultList()
        .isEmpty();
  }

  /** Its run is gone on with by a job. */
  public void begin(ScheduleRun run) {
    em.persist(run);
    em.flush();
    queue.request(JobName.DELIVER_REPORTS, run.id());
  }

  /** All times from the first to now, or the newest of them; the first is always one. */
  private static Deque<Instant> dueTimes(TriggerTimes plan, Instant first, Instant now) {
    Deque<Instant> due = new ArrayDeque<>();
    Optional<Instant> time = Optional.of(first);
    while (time.isPresent() && !time.get().isAfter(now)) {
      due.add(time.get());
      if (due.size() > MAX_MISSED) {
        due.removeFirst();
      }
      time = plan.next(time.get());
    }
    return due;
  }
}
