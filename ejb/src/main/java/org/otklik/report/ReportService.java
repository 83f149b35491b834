package org.otklik.report;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.otklik.access.Actor;
import org.otklik.analysis.ComparisonService;
import org.otklik.analysis.ResultService;
import org.otklik.analysis.RunState;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.queue.JobName;
import org.otklik.queue.JobQueue;
import org.otklik.storage.MediaRegister;
import org.otklik.storage.MediaStore;

/** Reports: asked for, made by a job, handed out. */
@Stateless
public class ReportService {
  @PersistenceContext private EntityManager em;
  @Inject private CampaignService campaigns;
  @Inject private ResultService results;
  @Inject private ComparisonService comparisons;
  @Inject private MediaRegister media;
  @Inject private MediaStore store;
  @Inject private JobQueue queue;
  @Inject private ReportAssembly assembly;
  @Inject private Event<ReportEnded> ended;

  private final ReportRenderer renderer = new ReportRenderer();

  public ReportSubject aboutCreative(Actor actor, UUID creativeId) {
    return ReportSubject.of(campaigns.creative(actor, creativeId));
  }

  public ReportSubject aboutCampaign(Actor actor, UUID campaignId) {
    return ReportSubject.of(campaigns.campaign(actor, campaignId));
  }

  /**
   * @throws ProblemException when the groups are alike, or of creatives that the campaign has not
   */
  public ReportSubject aboutComparison(Actor actor, UUID campaignId, ComparedGroups groups) {
    Campaign campaign = campaigns.campaign(actor, campaignId);
    comparisons.check(actor, campaignId, groups.first(), groups.second());
    return ReportSubject.of(campaign, groups);
  }

  /** Asks for a report; refused while nothing is analysed. */
  public Report request(Actor actor, ReportOrder order) {
    if (!actor.maySee(order.subject().campaign().client().id())) {
      throw new ProblemException(ProblemCode.CAMPAIGN_UNKNOWN);
    }
    if (order.subject().creative().isPresent()
        && results.score(actor, order.subject().creative().get().publicId()).isEmpty()) {
      throw new ProblemException(ProblemCode.NOTHING_TO_REPORT);
    }
    Report report = new Report(order, actor.userId());
    em.persist(report);
    em.flush();
    queue.request(JobName.MAKE_REPORT, report.id());
    return report;
  }

  public Report report(Actor actor, UUID publicId) {
    return em.createQuery("select r from Report r where r.publicId = :id", Report.class)
        .setParameter("id", publicId)
        .getResultStream()
        .filter(report -> actor.maySee(report.subject().campaign().client().id()))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.REPORT_UNKNOWN));
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
    return em.createQuery(
            "select r from Report r where r.subject.campaign = :campaign"
                + " order by r.requestedAt desc, r.id desc",
            Report.class)
        .setParameter("campaign", campaigns.campaign(actor, campaignId))
        .getResultList();
  }

  /** The finished file. */
  public Path file(Actor actor, UUID publicId) throws IOException {
    Report report = report(actor, publicId);
    if (report.state() == RunState.FAILED) {
      throw new ProblemException(report.failureCode());
    }
    if (report.state() != RunState.COMPLETED) {
      throw new ProblemException(ProblemCode.REPORT_NOT_READY);
    }
    return store.open(report.mediaSha256());
  }

  /** Makes the file; called by the job. */
  public void make(long reportId) {
    Report report = em.find(Report.class, reportId);
    CampaignReport contents = assembly.of(report.subject().creative().orElseThrow());
    byte[] file = renderer.pdf(contents, report.locale());
    String sha256 = media.keep(file, report.format().mediaType());
    report.complete(sha256, contents.dataAsOf(), "{}", Instant.now());
    ended.fire(new ReportEnded(reportId));
  }

  public void fail(long reportId, ProblemCode reason) {
    em.find(Report.class, reportId).fail(reason, Instant.now());
    ended.fire(new ReportEnded(reportId));
  }
}
