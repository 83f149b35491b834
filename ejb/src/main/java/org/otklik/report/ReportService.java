package org.otklik.report;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.otklik.access.Actor;
import org.otklik.analysis.ResultService;
import org.otklik.analysis.RunState;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.Creative;
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
  @Inject private MediaRegister media;
  @Inject private MediaStore store;
  @Inject private JobQueue queue;
  @Inject private ReportAssembly assembly;

  private final ReportRenderer renderer = new ReportRenderer();

  /** Asks for a PDF about a creative; refused while nothing is analysed. */
  public Report request(Actor actor, UUID creativeId, Locale locale) {
    Creative creative = campaigns.creative(actor, creativeId);
    if (results.score(actor, creativeId).isEmpty()) {
      throw new ProblemException(ProblemCode.NOTHING_TO_REPORT);
    }
    Report report = new Report(creative, locale, actor.userId());
    em.persist(report);
    em.flush();
    queue.request(JobName.MAKE_REPORT, report.id());
    return report;
  }

  public Report report(Actor actor, UUID publicId) {
    return em.createQuery("select r from Report r where r.publicId = :id", Report.class)
        .setParameter("id", publicId)
        .getResultStream()
        .filter(report -> actor.maySee(report.creative().campaign().client().id()))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.REPORT_UNKNOWN));
  }

  /** Newest first. */
  public List<Report> reports(Actor actor, UUID creativeId) {
    return em.createQuery(
            "select r from Report r where r.creative = :creative order by r.requestedAt desc",
            Report.class)
        .setParameter("creative", campaigns.creative(actor, creativeId))
        .getResultList();
  }

  /** The finished PDF. */
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

  /** Makes the PDF; called by the job. No summary may replace the figures while it reads them. */
  public void make(long reportId) {
    Report report = em.find(Report.class, reportId);
    Creative creative = campaigns.lockCreative(report.creative().id());
    byte[] pdf = renderer.pdf(assembly.of(creative), report.locale());
    report.complete(media.keep(pdf, "application/pdf"), Instant.now());
  }

  public void fail(long reportId, ProblemCode reason) {
    em.find(Report.class, reportId).fail(reason, Instant.now());
  }
}
