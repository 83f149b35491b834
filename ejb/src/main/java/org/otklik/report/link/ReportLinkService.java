package org.otklik.report.link;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.otklik.analysis.run.RunState;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.campaign.CampaignService;
import org.otklik.identity.Actor;
import org.otklik.identity.SecretToken;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.report.Report;
import org.otklik.report.ReportService;
import org.otklik.share.LinkRequest;
import org.otklik.share.LinkState;
import org.otklik.share.LinkTerms;
import org.otklik.storage.MediaStore;
import org.otklik.storage.StoredFile;

/** Links to reports: made, listed and revoked by users, opened by whoever has one. */
@Stateless
public class ReportLinkService {
  @PersistenceContext private EntityManager em;
  @Inject private CampaignService campaigns;
  @Inject private ReportService reports;
  @Inject private MediaStore store;
  @Inject private LinkTerms terms;
  @Inject private AuditService audit;

  /**
   * Makes a link to a finished report.
   *
   * @param request for how long, up to {@link LinkTerms#maxDays}
   * @throws ProblemException when the report is not made, or for readers
   */
  public NewReportLink create(Actor actor, UUID reportId, LinkRequest request) {
    Report report = reports.report(actor, reportId);
    actor.requireUpload();
    if (report.state() != RunState.COMPLETED) {
      throw new ProblemException(ProblemCode.REPORT_NOT_READY);
    }
    String token = SecretToken.random();
    ReportLink link = new ReportLink(report, terms.begin(actor, token, request));
    em.persist(link);
    audit.done(
        actor,
        AuditKind.LINK_MADE,
        subject(report),
        link.publicId() + ", " + request.days() + " d");
    return new NewReportLink(link, token);
  }

  /** Of all reports about the campaign, the newest first. */
  public List<ReportLink> ofCampaign(Actor actor, UUID campaignId) {
    return em.createQuery(
            """
            select l from ReportLink l join fetch l.term.createdBy join fetch l.report
            where l.report.subject.campaign = :campaign
            order by l.term.createdAt desc, l.id desc
            """,
            ReportLink.class)
        .setParameter("campaign", campaigns.campaign(actor, campaignId))
        .getResultStream()
        .filter(link -> reports.isShown(link.report()))
        .toList();
  }

  /** Of one report, the newest first. */
  public List<ReportLink> ofReport(Actor actor, UUID reportId) {
    return em.createQuery(
            """
            select l from ReportLink l join fetch l.term.createdBy
            where l.report = :report
            order by l.term.createdAt desc, l.id desc
            """,
            ReportLink.class)
        .setParameter("report", reports.report(actor, reportId))
        .getResultList();
  }

  /** From now on the link opens nothing. */
  public void revoke(Actor actor, UUID reportId, UUID linkId) {
    Report report = reports.report(actor, reportId);
    actor.requireUpload();
    ReportLink link =
        em.createQuery(
                "select l from ReportLink l where l.publicId = :id and l.report = :report",
                ReportLink.class)
            .setParameter("id", linkId)
            .setParameter("report", report)
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new ProblemException(ProblemCode.LINK_UNKNOWN));
    link.term().revoke(terms.user(actor), Instant.now());
    audit.done(actor, AuditKind.LINK_WITHDRAWN, subject(report), linkId.toString());
  }

  private static AuditSubject subject(Report report) {
    return AuditSubject.of(AuditSubject.Kind.REPORT, report.publicId());
  }

  /**
   * What the link with this token opens; counts the use. A token that never was is told like one
   * that is over: nobody learns which reports there are.
   *
   * @throws ProblemException LINK_OVER; REPORT_NOT_READY while it is created again
   */
  public SharedReport open(String token) {
    Instant now = Instant.now();
    ReportLink link =
        (SecretToken.isOne(token) ? find(SecretToken.sha256(token)) : List.<ReportLink>of())
            .stream()
                .filter(one -> one.term().state(now) == LinkState.ACTIVE)
                .filter(one -> reports.isShown(one.report()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.LINK_OVER));
    Report report = link.report();
    if (report.state() == RunState.FAILED) {
      throw new ProblemException(ProblemCode.LINK_OVER);
    }
    if (report.state() != RunState.COMPLETED) { // it is being created again
      throw new ProblemException(ProblemCode.REPORT_NOT_READY);
    }
    SharedReport shared = new SharedReport(report, file(report));
    em.createQuery(
            """
            update ReportLink l set l.term.uses = l.term.uses + 1, l.term.lastUsedAt = :now
            where l = :it
            """)
        .setParameter("now", now)
        .setParameter("it", link)
        .executeUpdate();
    audit.done(Actor.JOB, AuditKind.LINK_OPENED, subject(report), link.publicId().toString());
    return shared;
  }

  private List<ReportLink> find(String tokenSha256) {
    return em.createQuery(
            "select l from ReportLink l join fetch l.report where l.term.tokenSha256 = :hash",
            ReportLink.class)
        .setParameter("hash", tokenSha256)
        .getResultList();
  }

  private StoredFile file(Report report) {
    try {
      return store.open(report.mediaSha256());
    } catch (IOException e) {
      throw new UncheckedIOException("A report's file is gone: " + report.publicId(), e);
    }
  }
}
