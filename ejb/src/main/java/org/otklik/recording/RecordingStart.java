package org.otklik.recording;

import org.otklik.sound.SoundFinding;

/**
 * When a creative begins in a recording, and where that is known from.
 *
 * @param startMs time in the recording; below 0 where it began later than the creative
 * @param finding what came of listening for the creative; null where nobody listened, as are the
 *     others then
 * @param score how far the best place stands above all others, in standard deviations
 * @param pieces of the creative that have sound and lie in the recording
 * @param heardPieces those of them that are heard where the others say
 * @param driftPpm by how many millionths the recording's clock is faster
 */
public record RecordingStart(
    StartMethod method,
    int startMs,
    SoundFinding finding,
    Double score,
    Integer pieces,
    Integer heardPieces,
    Double driftPpm) {

  /** Whether somebody listened, and the start is not known from it. */
  public boolean isRefused() {
    return finding != null && finding != SoundFinding.FOUND;
  }
}
