package org.otklik.analysis.selection;

/**
 * What became of an act on many recordings.
 *
 * @param chosen how many it was asked for
 * @param changed how many it was done to; the others were so already, or were being analysed
 */
public record RecordingChangeOutcome(int chosen, int changed) {
  /** How many stayed as they were. */
  public int left() {
    return chosen - changed;
  }
}
