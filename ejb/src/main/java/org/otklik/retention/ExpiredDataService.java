package org.otklik.retention;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.otklik.analysis.selection.RecordingExpiry;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.campaign.CampaignService;
import org.otklik.identity.Actor;
import org.otklik.report.ReportService;

/** Deletes what is due; called by the job, some at a time. */
@Stateless
public class ExpiredDataService {
  private static final Map<ExpiredItem.Subject, String> CAMPAIGNS =
      Map.of(
          ExpiredItem.Subject.RECORDING,
          """
          select campaign.public_id, count(*)
          from core.recording
          join core.creative on creative.id = recording.creative_id
          join core.campaign on campaign.id = creative.campaign_id
          where recording.id = any (:ids) group by 1 order by 1
          """,
          ExpiredItem.Subject.VIEWER,
          """
          select campaign.public_id, count(*)
          from core.viewer
          join core.campaign on campaign.id = viewer.campaign_id
          where viewer.id = any (:ids) group by 1 order by 1
          """,
          ExpiredItem.Subject.PARTICIPATION,
          """
          select campaign.public_id, count(*)
          from core.participation
          join core.study on study.id = participation.study_id
          join core.campaign on campaign.id = study.campaign_id
          where participation.id = any (:ids) group by 1 order by 1
          """,
          ExpiredItem.Subject.REPORT,
          """
          select campaign.public_id, count(*)
          from core.report
          join core.campaign on campaign.id = report.campaign_id
          where report.id = any (:ids) group by 1 order by 1
          """);

  /** In the order in which they are to be locked. */
  private static final String CREATIVES =
      "select distinct creative_id from core.recording where id = any (:ids) order by 1";

  /** Of a participation only what makes it a proof of consent is left. */
  private static final String PARTICIPATIONS =
      """
      update core.participation
      set answers = '{}', attributes = case when viewer_id is null then '{}' else attributes end
      where id = any (:ids)
      """;

  private static final List<String> ANSWERS =
      List.of(
          """
          update core.viewer
          set nps_answer = null, csat_answer = null, answered_at = null, study_answers = '{}'
          where id = any (:ids)
          """,
          "update core.participation set answers = '{}' where viewer_id = any (:ids)",
          """
          delete from core.viewer
          where id = any (:ids)
              and not exists (select from core.recording where viewer_id = viewer.id)
          """);

  @Inject private RetentionStore store;
  @Inject private RecordingExpiry recordings;
  @Inject private CampaignService campaigns;
  @Inject private ReportService reports;
  @Inject private AuditService audit;
  @Inject private Jdbi jdbi;

  /** All that is due now. */
  public List<ExpiredItem> expired() {
    return store.expired();
  }

  /**
   * Deletes things of one class, all or nothing: what is deleted already, held, or worked on by a
   * job is passed over. In a transaction of its own, because the batch runtime stores its
   * checkpoint before it commits a chunk's.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void delete(DataClass dataClass, ExpiredItem.Subject subject, List<Long> keys) {
    if (subject == ExpiredItem.Subject.RECORDING) {
      creatives(keys).forEach(campaigns::lockCreative);
    }
    List<Long> due = store.stillExpired(dataClass, subject, keys);
    if (due.isEmpty()) {
      return;
    }
    switch (dataClass) {
      case VIDEO -> tell(dataClass, subject, recordings.deleteVideos(due));
      case FRAMES -> tell(dataClass, subject, recordings.deleteFrames(due));
      case ANSWERS -> {
        tell(dataClass, subject, due);
        deleteAnswers(subject, due);
      }
      case REPORTS -> {
        tell(dataClass, subject, due);
        reports.removeAll(due);
      }
    }
  }

  private void deleteAnswers(ExpiredItem.Subject subject, List<Long> due) {
    List<String> statements =
        subject == ExpiredItem.Subject.VIEWER ? ANSWERS : List.of(PARTICIPATIONS);
    Long[] ids = due.toArray(Long[]::new);
    jdbi.useHandle(
        handle -> statements.forEach(sql -> handle.createUpdate(sql).bind("ids", ids).execute()));
  }

  private List<Long> creatives(List<Long> keys) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(CREATIVES)
                .bind("ids", keys.toArray(Long[]::new))
                .mapTo(Long.class)
                .list());
  }

  /** How many of which class, not of whom. */
  private void tell(DataClass dataClass, ExpiredItem.Subject subject, List<Long> deleted) {
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(CAMPAIGNS.get(subject))
                .bind("ids", deleted.toArray(Long[]::new))
                .map((row, context) -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)))
                .forEach(
                    one ->
                        audit.done(
                            Actor.JOB,
                            AuditKind.RETENTION_APPLIED,
                            AuditSubject.of(AuditSubject.Kind.CAMPAIGN, one.getKey()),
                            dataClass + ": " + one.getValue())));
  }
}
