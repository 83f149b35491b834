package org.otklik.report.figures;

import java.util.List;
import java.util.Optional;
import org.otklik.metric.IndexInterval;
import org.otklik.survey.SurveyScores;

/**
 * A report about all creatives of a campaign.
 *
 * @param index over all contacts; empty when none counts
 * @param nps over all viewers; empty when none counts
 * @param answers to NPS and CSAT, and how they go with what faces showed
 * @param creatives in the order of upload
 * @param segments of the campaign's viewers, an attribute's values one after another
 */
public record CampaignReport(
    ReportFacts facts,
    Optional<IndexInterval> index,
    Optional<NpsRange> nps,
    SurveyScores answers,
    List<CreativeFigures> creatives,
    List<SegmentFigures> segments)
    implements ReportContents {

  public CampaignReport {
    creatives = List.copyOf(creatives);
    segments = List.copyOf(segments);
  }
}
