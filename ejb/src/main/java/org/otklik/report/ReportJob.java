package org.otklik.report;

import jakarta.enterprise.context.ApplicationScoped;
import org.otklik.queue.JobName;
import org.otklik.queue.QueuedJob;

/**
 * A report waits until its creatives are summarised with the settings that hold, else it would mix
 * two versions of them; and until viewers who are being deleted are gone.
 */
@ApplicationScoped
public class ReportJob implements QueuedJob {
  @Override
  public JobName job() {
    return JobName.CREATE_REPORT;
  }

  @Override
  public String clientId() {
    return """
        (select campaign.client_id
         from core.report
         join core.campaign on campaign.id = report.campaign_id
         where report.id = request.subject_id)
        """;
  }

  @Override
  public String readiness() {
    return """
        not exists (
            select 1
            from core.report
            join core.campaign on campaign.id = report.campaign_id
            join core.creative on creative.campaign_id = campaign.id
              and creative.id = coalesce(report.creative_id, creative.id)
            join agg.creative_score as score on score.creative_id = creative.id
              and score.settings_version <> campaign.settings_version
            join core.job_request as summary
              on summary.job_name = 'summarise-creative'
              and summary.subject_id = creative.id
              and summary.state in ('QUEUED', 'STARTED')
            where report.id = request.subject_id)
        and not exists (
            select 1
            from core.report
            join core.viewer on viewer.campaign_id = report.campaign_id
            where report.id = request.subject_id and viewer.remove_at <= now())
        """;
  }
}
