package org.otklik.settings;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Thresholds and limits of the metrics, kept with the campaign and with every summary. */
@Embeddable
public class MetricSettings {
  @Column(name = "state_threshold")
  private double stateThreshold = 0.5;

  @Column(name = "coverage_limit")
  private double coverageLimit = 0.5;

  @Column(name = "least_trace_share")
  private double leastTraceShare = 0.05;

  @Column(name = "least_trace_seconds")
  private double leastTraceSeconds = 1;

  @Column(name = "silent_weight")
  private double silentWeight = 0.5;

  @Column(name = "polarity_version")
  private String polarityVersion = "standard-1";

  /** Least mean probability that makes a second positive or negative, 0..1. */
  public double stateThreshold() {
    return stateThreshold;
  }

  /** Least observed share of the creative for a viewing to count, 0..1. */
  public double coverageLimit() {
    return coverageLimit;
  }

  /** Least trace as a share of the observed seconds, 0..1. */
  public double leastTraceShare() {
    return leastTraceShare;
  }

  /** Least trace in seconds. */
  public double leastTraceSeconds() {
    return leastTraceSeconds;
  }

  /** K of EmoNPS, 0.2..1. */
  public double silentWeight() {
    return silentWeight;
  }

  public String polarityVersion() {
    return polarityVersion;
  }
}
