package org.otklik.sound;

import java.util.List;
import org.otklik.timeline.CreativeClock;

/**
 * Where a creative is heard in a recording.
 *
 * @param score how far the best place stands above all others, in standard deviations; 0 where none
 *     was looked for
 * @param pieces of the creative that have sound and lie in the recording
 * @param heardPieces those of them that are heard where the others say
 * @param startMs time in the recording at which the creative begins; null unless heard somewhere
 * @param driftPpm by how many millionths the recording's clock is faster than the creative's
 * @param clock null unless FOUND
 */
public record SoundAlignment(
    SoundFinding finding,
    double score,
    int pieces,
    int heardPieces,
    Integer startMs,
    double driftPpm,
    CreativeClock clock) {

  /** Another creative that is heard by so much more of its length was the one that was played. */
  private static final double MORE_HEARD = 0.25;

  public static SoundAlignment refused(
      SoundFinding finding, double score, int pieces, int heardPieces) {
    return new SoundAlignment(finding, score, pieces, heardPieces, null, 0, null);
  }

  /**
   * The same, unless another creative fits the recording clearly better: cuts of one creative share
   * their sound in part, and the score cannot tell them.
   */
  public SoundAlignment against(List<SoundAlignment> others) {
    boolean isOther =
        others.stream()
            .filter(other -> other.finding == SoundFinding.FOUND)
            .anyMatch(other -> other.heardShare() > heardShare() + MORE_HEARD);
    return isOther ? refused(SoundFinding.OTHER_CUT, score, pieces, heardPieces) : this;
  }

  private double heardShare() {
    return pieces == 0 ? 0 : (double) heardPieces / pieces;
  }
}
