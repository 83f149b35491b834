package org.otklik.report;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.otklik.analysis.comparison.ComparisonService;
import org.otklik.analysis.run.RunState;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.identity.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.queue.JobName;
import org.otklik.queue.JobQueue;
import org.otklik.report.figures.ReportAssembly;
import org.otklik.report.figures.ReportContents;
import org.otklik.report.figures.SettingsJson;
import org.otklik.report.request.ComparedGroups;
import org.otklik.report.request.CreativeReportRequest;
import org.otklik.report.request.ReportOrder;
import org.otklik.report.request.ReportRequest;
import org.otklik.report.request.ReportSubject;
import org.otklik.request.RequestValidator;
import org.otklik.settings.ServerSettings;
import org.otklik.storage.MediaRegister;
import org.otklik.storage.MediaStore;
import org.otklik.storage.StoredFile;

/** Reports: asked for, made by a job, handed out. */
@Stateless
public class ReportService {
  @PersistenceContext private EntityManager em;
  @Inject private CampaignService campaigns;
  @Inject private ComparisonService comparisons;
  @Inject private MediaRegister media;
  @Inject private MediaStore store;
  @Inject private JobQueue queue;
  @Inject private AuditService audit;
  @Inject private ServerSettings settings;
  @Inject private ReportAssembly assembly;
  @Inject private PendingReports pending;
  @Inject private Event<ReportEnded> ended;

  /** At a time, so that no transaction grows without bounds. */
  private static final int MAX_REMOVED = 200;

  private static final int SKIP_LOCKED = -2;

  private final ReportFiles files = new ReportFiles();

  private ReportSubject aboutCreative(Actor actor, UUID creativeId) {
    return ReportSubject.of(campaigns.creative(actor, creativeId));
  }

  private ReportSubject aboutCampaign(Actor actor, UUID campaignId) {
    return ReportSubject.of(campaigns.campaign(actor, campaignId));
  }

  /**
   * @throws ProblemException when one group is within the other, or they are of two clients: who
   *     sees reports of the one may not see the other
   */
  private ReportSubject aboutComparison(Actor actor, UUID campaignId, ComparedGroups groups) {
    Campaign campaign = campaigns.campaign(actor, campaignId);
    boolean isOfItsClient =
        comparisons.groups(actor, campaignId, groups.first(), groups.second()).stream()
            .allMatch(group -> group.campaign().client().id().equals(campaign.client().id()));
    if (!isOfItsClient) {
      throw new ProblemException(ProblemCode.COMPARED_CLIENTS_DIFFER);
    }
    return ReportSubject.of(campaign, groups);
  }

  /**
   * What reports of the campaign are to be about: with neither of both, the campaign.
   *
   * @throws ProblemException when both are named, or the creative is another campaign's
   */
  public ReportSubject subject(
      Actor actor, UUID campaignId, UUID creative, ComparedGroups compared) {
    if (compared != null && creative != null) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, "creative", creative, "null, compared = null");
    }
    if (compared != null) {
      return aboutComparison(actor, campaignId, compared);
    }
    ReportSubject campaign = aboutCampaign(actor, campaignId);
    if (creative == null) {
      return campaign;
    }
    ReportSubject subject = aboutCreative(actor, creative);
    if (!subject.campaign().publicId().equals(campaignId)) {
      throw new ProblemException(ProblemCode.CREATIVE_UNKNOWN);
    }
    return subject;
  }

  /** Asks for a report about the campaign, one of its creatives, or a comparison. */
  public Report request(Actor actor, UUID campaignId, ReportRequest request) {
    RequestValidator.valid(request);
    ReportSubject subject = subject(actor, campaignId, request.creative(), request.compared());
    return requestOnce(actor, request.order(subject, actor));
  }

  /** Asks for a report about the creative. */
  public Report request(Actor actor, UUID creativeId, CreativeReportRequest request) {
    RequestValidator.valid(request);
    ReportSubject subject = aboutCreative(actor, creativeId);
    return requestOnce(actor, request.about(creativeId).order(subject, actor));
  }

  /** As {@link #request(Actor, ReportOrder)}; one that is asked for and still to come serves. */
  private Report requestOnce(Actor actor, ReportOrder order) {
    actor.requireUpload();
    return pending.same(order, actor.userId()).orElseGet(() -> request(actor, order));
  }

  /** Asks for a report; refused to readers, and while nothing is analysed. */
  public Report request(Actor actor, ReportOrder order) {
    if (!actor.maySee(order.subject().campaign().client().id())) {
      throw new ProblemException(ProblemCode.CAMPAIGN_UNKNOWN);
    }
    actor.requireUpload();
    assembly.requireResults(order.subject());
    Report report = new Report(order, actor.userId());
    if (settings.reportKeepDays() > 0) {
      report.keepUntil(Instant.now().plus(settings.reportKeepDays(), ChronoUnit.DAYS));
    }
    em.persist(report);
    em.flush();
    queue.request(JobName.CREATE_REPORT, report.id());
    return report;
  }

  /**
   * @throws ProblemException REPORT_UNKNOWN, also while what it is about is in the bin
   */
  public Report report(Actor actor, UUID publicId) {
    return em.createQuery("select r from Report r where r.publicId = :id", Report.class)
        .setParameter("id", publicId)
        .getResultStream()
        .filter(report -> actor.maySee(report.subject().campaign().client().id()))
        .filter(this::isShown)
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.REPORT_UNKNOWN));
  }

  /** Whether nothing that it is about is in the bin. */
  public boolean isShown(Report report) {
    return shown(report.subject().campaign()).test(report);
  }

  private Predicate<Report> shown(Campaign campaign) {
    Set<UUID> deleted = campaigns.deletedCreatives(campaign);
    return report -> !report.subject().isDeleted(deleted);
  }

  /** Newest first. */
  public List<Report> reports(Actor actor, UUID creativeId) {
    return em.createQuery(
            "select r from Report r where r.subject.creative = :creative"
                + " order by r.requestedAt desc, r.id desc",
            Report.class)
        .setParameter("creative", campaigns.creative(actor, creativeId))
        .getResultList();
  }

  /** Of all kinds about the campaign, its creatives and comparisons; newest first. */
  public List<Report> ofCampaign(Actor actor, UUID campaignId) {
    Campaign campaign = campaigns.campaign(actor, campaignId);
    return em.createQuery(
            "select r from Report r where r.subject.campaign = :campaign"
                + " order by r.requestedAt desc, r.id desc",
            Report.class)
        .setParameter("campaign", campaign)
        .getResultStream()
        .filter(shown(campaign))
        .toList();
  }

  /** The same as {@link #ofCampaign}, with who asked for each, and the size of its file. */
  public List<ArchivedReport> archive(Actor actor, UUID campaignId, int most) {
    Campaign campaign = campaigns.campaign(actor, campaignId);
    Predicate<Report> shown = shown(campaign);
    List<Object[]> rows =
        em.createQuery(
                """
                select r, u.displayName from Report r left join AppUser u on u.id = r.requestedBy
                where r.subject.campaign = :campaign
                order by r.requestedAt desc, r.id desc
                """,
                Object[].class)
            .setParameter("campaign", campaign)
            .setMaxResults(most)
            .getResultStream()
            .filter(row -> shown.test((Report) row[0]))
            .toList();
    Map<String, Long> sizes =
        media.sizes(
            rows.stream()
                .map(row -> ((Report) row[0]).mediaSha256())
                .filter(Objects::nonNull)
                .toList());
    return rows.stream().map(row -> archived((Report) row[0], (String) row[1], sizes)).toList();
  }

  private static ArchivedReport archived(Report report, String by, Map<String, Long> sizes) {
    String file = report.mediaSha256();
    return new ArchivedReport(report, by, file == null ? null : sizes.get(file));
  }

  /** The finished file, which the actor takes away; to be closed. */
  public StoredFile file(Actor actor, UUID publicId) throws IOException {
    Report report = report(actor, publicId);
    if (report.state() == RunState.FAILED) {
      throw new ProblemException(report.failureCode());
    }
    if (report.state() != RunState.COMPLETED) {
      throw new ProblemException(ProblemCode.REPORT_NOT_READY);
    }
    audit.done(actor, AuditKind.EXPORTED, AuditSubject.of(AuditSubject.Kind.REPORT, publicId));
    return store.open(report.mediaSha256());
  }

  /** Deletes a report with its file for good. */
  public void remove(Actor actor, UUID publicId) {
    Report report = report(actor, publicId);
    actor.requireUpload();
    audit.done(
        actor, AuditKind.REPORT_DELETED, AuditSubject.of(AuditSubject.Kind.REPORT, publicId));
    remove(report);
  }

  /** Deletes reports by their keys, because what they are about is deleted. */
  public void removeAll(List<Long> keys) {
    for (long key : keys) {
      Report report = em.find(Report.class, key);
      if (report == null) {
        continue; // somebody was quicker
      }
      audit.done(
          Actor.JOB,
          AuditKind.REPORT_DELETED,
          AuditSubject.of(AuditSubject.Kind.REPORT, report.publicId()));
      remove(report);
    }
  }

  /**
   * Creates reports again from what there is by now, under the same addresses and links, because a
   * viewer in them is deleted. The files there are go at once. Those that are still to be created
   * are left to their jobs, which wait until the viewer is gone.
   */
  public void remakeAll(List<Long> keys) {
    for (long key : keys) {
      Report report = em.find(Report.class, key);
      if (report == null) {
        continue;
      }
      em.lock(report, LockModeType.PESSIMISTIC_WRITE); // not what it is about, as find would
      em.refresh(report);
      if (report.state() != RunState.COMPLETED) {
        continue;
      }
      String file = report.mediaSha256();
      report.remake(Instant.now());
      em.flush();
      audit.done(
          Actor.JOB,
          AuditKind.REPORT_REMADE,
          AuditSubject.of(AuditSubject.Kind.REPORT, report.publicId()));
      queue.request(JobName.CREATE_REPORT, report.id());
      media.discard(file, () -> isUnused(file));
    }
  }

  private void remove(Report report) {
    queue.withdraw(JobName.CREATE_REPORT, report.id());
    em.remove(report);
    em.flush();
    String file = report.mediaSha256();
    if (file != null) {
      media.discard(file, () -> isUnused(file));
    }
  }

  /** Two reports with the same figures may be one and the same file. */
  private boolean isUnused(String file) {
    return em.createQuery("select count(r) from Report r where r.mediaSha256 = :file", Long.class)
            .setParameter("file", file)
            .getSingleResult()
        == 0;
  }

  /**
   * Deletes the reports that were to be kept until now.
   *
   * @return how many
   */
  public int removeExpired() {
    List<Report> expired =
        em.createQuery(
                "select r from Report r where r.keptUntil < :now order by r.id", Report.class)
            .setParameter("now", Instant.now())
            .setMaxResults(MAX_REMOVED)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
            .getResultList();
    expired.forEach(this::remove);
    return expired.size();
  }

  /** The job is at it: told at once, so that it is seen while the file is made. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void begin(long reportId) {
    Report report = em.find(Report.class, reportId);
    if (report != null) {
      report.begin();
    }
  }

  /** Makes the file; called by the job. Does nothing when somebody has deleted the report. */
  public void make(long reportId) {
    Report report = em.find(Report.class, reportId);
    if (report == null) {
      return;
    }
    assembly.lock(report.subject());
    ReportContents contents = assembly.of(report.subject(), report.zone(), report.chapters());
    byte[] file = files.of(contents, report.format(), report.locale());
    report.complete(
        media.keep(file, report.format().mediaType()),
        contents.facts().dataAsOf(),
        SettingsJson.of(contents.facts().settings()),
        Instant.now());
    ended.fire(new ReportEnded(reportId));
  }

  /** The report could not be made; unless somebody has deleted it. */
  public void fail(long reportId, ProblemCode reason) {
    Report report = em.find(Report.class, reportId);
    if (report != null) {
      report.fail(reason, Instant.now());
      ended.fire(new ReportEnded(reportId));
    }
  }
}
