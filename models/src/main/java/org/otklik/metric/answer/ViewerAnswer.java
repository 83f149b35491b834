package org.otklik.metric.answer;

/**
 * What a viewer answered.
 *
 * @param viewerKey as of the viewer's contacts
 * @param nps how likely the viewer is to recommend, 0..10; null when not asked
 * @param csat how satisfied the viewer is, 1..5; null when not asked
 */
public record ViewerAnswer(String viewerKey, Integer nps, Integer csat) {
  public static final int LEAST_NPS = 0;
  public static final int GREATEST_NPS = 10;
  public static final int LEAST_CSAT = 1;
  public static final int GREATEST_CSAT = 5;

  public ViewerAnswer {
    if (nps != null && (nps < LEAST_NPS || nps > GREATEST_NPS)) {
      throw new IllegalArgumentException("nps must be in 0..10: " + nps);
    }
    if (csat != null && (csat < LEAST_CSAT || csat > GREATEST_CSAT)) {
      throw new IllegalArgumentException("csat must be in 1..5: " + csat);
    }
  }
}
