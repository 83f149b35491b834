package org.otklik.analysis;

import org.otklik.campaign.Campaign;
import org.otklik.emotion.Polarity;
import org.otklik.metric.TraceSettings;
import org.otklik.settings.MetricSettings;
import org.otklik.timeline.SecondSettings;

/** A campaign's settings in the form the metrics ask for. */
public final class MetricRules {
  /** A state needs half of its second observed (metrics.md). */
  private static final double LEAST_OBSERVED_SHARE = 0.5;

  private MetricRules() {}

  public static TraceSettings trace(Campaign campaign) {
    MetricSettings settings = campaign.metricSettings();
    return new TraceSettings(
        settings.coverageLimit(), settings.leastTraceShare(), settings.leastTraceSeconds());
  }

  static SecondSettings seconds(Campaign campaign, AnalysisRun run) {
    return new SecondSettings(
        campaign.metricSettings().stateThreshold(),
        LEAST_OBSERVED_SHARE,
        run.sampleHz(),
        Polarity.STANDARD);
  }
}
