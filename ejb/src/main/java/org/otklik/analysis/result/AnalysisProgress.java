package org.otklik.analysis.result;

/**
 * How much of what there is the figures are made of.
 *
 * @param analysed recordings whose analysis has ended
 * @param recordings all of them
 */
public record AnalysisProgress(int analysed, int recordings) {

  /** Whether figures are those of all recordings. */
  public boolean isComplete() {
    return analysed >= recordings;
  }
}
