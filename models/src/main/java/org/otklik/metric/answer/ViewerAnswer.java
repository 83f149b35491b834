package org.otklik.metric.answer;

/**
 * What a viewer answered.
 *
 * @param viewerKey as of the viewer's contacts
 * @param nps how likely the viewer is to recommend, 0..10; null when not asked
 * @param csat how satisfied the viewer is, 1..5; null when not asked
 */
public record ViewerAnswer(String viewerKey, Integer nps, Integer csat) {
  public static final int MIN_NPS = 0;
  public static final int MAX_NPS = 10;
  public static final int MIN_CSAT = 1;
  public static final int MAX_CSAT = 5;

  public ViewerAnswer {
    if (nps != null && (nps < MIN_NPS || nps > MAX_NPS)) {
      throw new IllegalArgumentException("nps must be in 0..10: " + nps);
    }
    if (csat != null && (csat < MIN_CSAT || csat > MAX_CSAT)) {
      throw new IllegalArgumentException("csat must be in 1..5: " + csat);
    }
  }
}
