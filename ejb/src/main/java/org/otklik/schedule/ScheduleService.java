package org.otklik.schedule;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Hibernate;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.identity.Actor;
import org.otklik.identity.AppUser;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.report.ReportService;
import org.otklik.report.request.ReportSubject;
import org.otklik.request.RequestValidator;

/** Schedules as their users see and change them, limited to the actor's clients. */
@Stateless
public class ScheduleService {
  private static final int MAX_RUNS = 200;

  @PersistenceContext private EntityManager em;
  @Inject private CampaignService campaigns;
  @Inject private ReportService reports;
  @Inject private ScheduleTimers timers;
  @Inject private ScheduleRunner firing;
  @Inject private ScheduleOwners owners;
  @Inject private AuditService audit;

  /** By name. */
  public List<Schedule> schedules(Actor actor, UUID campaignId) {
    Campaign campaign = campaigns.campaign(actor, campaignId);
    Set<UUID> deleted = campaigns.deletedCreatives(campaign);
    return em.createQuery(
            "select s from Schedule s where s.subject.campaign = :campaign order by s.name, s.id",
            Schedule.class)
        .setParameter("campaign", campaign)
        .getResultStream()
        .filter(schedule -> !schedule.subject().isDeleted(deleted))
        .toList();
  }

  /**
   * @throws ProblemException SCHEDULE_UNKNOWN, also while what it is about is in the bin
   */
  public Schedule schedule(Actor actor, UUID publicId) {
    return em.createQuery("select s from Schedule s where s.publicId = :id", Schedule.class)
        .setParameter("id", publicId)
        .getResultStream()
        .filter(schedule -> actor.maySee(schedule.subject().campaign().client().id()))
        .filter(schedule -> !isDeleted(schedule))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.SCHEDULE_UNKNOWN));
  }

  private boolean isDeleted(Schedule schedule) {
    return schedule.subject().isDeleted(campaigns.deletedCreatives(schedule.subject().campaign()));
  }

  /**
   * Makes a schedule that runs with the actor's rights.
   *
   * @throws ProblemException when it would never fire
   */
  public Schedule create(Actor actor, UUID campaignId, ScheduleRequest request) {
    actor.requireUpload();
    Schedule schedule =
        new Schedule(
            em.find(AppUser.class, actor.userId()),
            RequestValidator.valid(request),
            subject(actor, campaignId, request),
            request.locale(actor),
            Instant.now());
    em.persist(schedule);
    em.flush();
    remind(schedule);
    tell(actor, AuditKind.SCHEDULE_MADE, schedule, null);
    return schedule;
  }

  /**
   * Replaces what the schedule is to do; its owner and its runs stay.
   *
   * @throws ProblemException when it would never fire
   */
  public Schedule change(Actor actor, UUID publicId, ScheduleRequest request) {
    Schedule schedule = changeable(actor, publicId);
    UUID campaign = schedule.subject().campaign().publicId();
    schedule.change(
        RequestValidator.valid(request),
        subject(actor, campaign, request),
        request.locale(actor),
        Instant.now());
    remind(schedule);
    tell(actor, AuditKind.SCHEDULE_CHANGED, schedule, null);
    return schedule;
  }

  private ReportSubject subject(Actor actor, UUID campaignId, ScheduleRequest request) {
    return reports.subject(actor, campaignId, request.creative(), request.compared());
  }

  public Schedule pause(Actor actor, UUID publicId) {
    Schedule schedule = changeable(actor, publicId);
    schedule.pause();
    remind(schedule);
    tell(actor, AuditKind.SCHEDULE_CHANGED, schedule, "paused");
    return schedule;
  }

  /**
   * Lets a paused or ended schedule go on. Whoever resumes one whose owner may not run it any more
   * becomes its owner.
   *
   * @throws ProblemException when no fire is to come
   */
  public Schedule resume(Actor actor, UUID publicId) {
    Schedule schedule = changeable(actor, publicId);
    schedule.resume(Instant.now());
    remind(schedule);
    boolean taken = owners.actor(schedule).isEmpty();
    if (taken) {
      schedule.takeOver(em.find(AppUser.class, actor.userId()));
    }
    tell(actor, AuditKind.SCHEDULE_CHANGED, schedule, taken ? "resumed, taken over" : "resumed");
    return schedule;
  }

  /** Runs it once more, whatever its plan and state, and whether or not there is anything new. */
  public ScheduleRun runNow(Actor actor, UUID publicId) {
    Schedule schedule = changeable(actor, publicId);
    ScheduleRun run =
        new ScheduleRun(schedule, RunCause.BY_HAND, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    firing.begin(run);
    return run;
  }

  /** With its runs; reports that it made stay. */
  public void delete(Actor actor, UUID publicId) {
    Schedule schedule = changeable(actor, publicId);
    tell(actor, AuditKind.SCHEDULE_DELETED, schedule, null);
    remove(schedule);
  }

  /** Deletes schedules by their keys, because what they are about is deleted. */
  public void removeAll(List<Long> keys) {
    for (long key : keys) {
      if (ScheduleRunner.lock(em, key)) {
        Schedule schedule = em.find(Schedule.class, key);
        tell(Actor.JOB, AuditKind.SCHEDULE_DELETED, schedule, null);
        remove(schedule);
      }
    }
  }

  private void remove(Schedule schedule) {
    timers.forgetSchedule(schedule.id());
    em.createQuery("delete from ScheduleRun r where r.schedule = :schedule")
        .setParameter("schedule", schedule)
        .executeUpdate();
    em.remove(schedule);
  }

  /** The newest first, with their reports. */
  public List<ScheduleRun> runs(Actor actor, UUID publicId) {
    List<ScheduleRun> runs =
        em.createQuery(
                "select r from ScheduleRun r where r.schedule = :schedule"
                    + " order by r.dueAt desc, r.id desc",
                ScheduleRun.class)
            .setParameter("schedule", schedule(actor, publicId))
            .setMaxResults(MAX_RUNS)
            .getResultList();
    runs.forEach(run -> Hibernate.initialize(run.reports())); // read before the transaction ends
    return runs;
  }

  /** The newest run of each of the campaign's schedules, by the schedule's public identifier. */
  public Map<UUID, ScheduleRun> lastRuns(Actor actor, UUID campaignId) {
    return em.createQuery(
            """
            select r from ScheduleRun r join fetch r.schedule
            where r.id in (
                select max(newest.id) from ScheduleRun newest
                where newest.schedule.subject.campaign = :campaign
                group by newest.schedule)
            """,
            ScheduleRun.class)
        .setParameter("campaign", campaigns.campaign(actor, campaignId))
        .getResultStream()
        .collect(Collectors.toMap(run -> run.schedule().publicId(), Function.identity()));
  }

  private Schedule changeable(Actor actor, UUID publicId) {
    actor.requireUpload();
    Schedule schedule = schedule(actor, publicId);
    if (!ScheduleRunner.lock(em, schedule.id())) {
      throw new ProblemException(ProblemCode.SCHEDULE_UNKNOWN);
    }
    em.refresh(schedule);
    return schedule;
  }

  private void tell(Actor actor, AuditKind kind, Schedule schedule, String detail) {
    audit.done(
        actor, kind, AuditSubject.of(AuditSubject.Kind.SCHEDULE, schedule.publicId()), detail);
  }

  private void remind(Schedule schedule) {
    timers.forgetSchedule(schedule.id());
    if (schedule.nextFireAt() != null) {
      timers.remindOfSchedule(schedule.id(), schedule.nextFireAt());
    }
  }
}
